namespace InstallGuard.Adapters.Packages;

/// <summary>What lies around these tests: the repository, the shared corpus beside it, and packages that it was restored with.</summary>
internal static class Repository
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the corpus; the test is inconclusive where there is none.</summary>
    public static string Corpus()
    {
        var shared = Environment.GetEnvironmentVariable("INSTALLGUARD_SHARED") ?? Path.Combine(Root, "..", "shared");
        var corpus = Path.GetFullPath(Path.Combine(shared, "corpus"));
        if (!File.Exists(Path.Combine(corpus, "corpus.jsonl")))
        {
            Assert.Inconclusive($"there is no corpus in {corpus}; INSTALLGUARD_SHARED says where it is");
        }

        return corpus;
    }

    /// <summary>A real package, as nuget.org signed it: one that these tests themselves were restored with.</summary>
    public static byte[] RealPackage(string id, string version)
    {
        var assets = Path.Combine(Root, "tests", "InstallGuard.Adapters.Tests", "obj", "project.assets.json");
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(assets));
        return json.RootElement.GetProperty("packageFolders").EnumerateObject()
            .Select(folder => Path.Combine(folder.Name, id, version, $"{id}.{version}.nupkg"))
            .Where(File.Exists)
            .Select(File.ReadAllBytes)
            .First();
    }

    private static string FindRoot()
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "InstallGuard.sln")))
            {
                return at;
            }
        }

        throw new DirectoryNotFoundException("the tests do not run inside the repository");
    }
}
