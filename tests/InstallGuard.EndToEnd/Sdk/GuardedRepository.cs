using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>
/// A repository that imports the packed InstallGuard.Sdk, in a sandbox with a feed: what a team has after
/// <c>installguard init</c>. Contoso.Json 1.0.0 is Contoso's; 2.0.0 is signed by somebody else, and its targets write a file.
/// </summary>
public sealed class GuardedRepository : IAsyncDisposable
{
    public const string Id = "Contoso.Json";

    private static readonly Lazy<Task<(string Lock, IReadOnlyDictionary<string, byte[]> Sdk)>> Reviewed = new(RestoreOnceAsync);

    private GuardedRepository(TestFeed feed, Sandbox sandbox, string root) => (Feed, Sandbox, Root) = (feed, sandbox, root);

    public TestFeed Feed { get; }

    public Sandbox Sandbox { get; }

    /// <summary>The root of the repository.</summary>
    public string Root { get; }

    /// <summary>The package of the other author.</summary>
    public ReadOnlyMemory<byte> OtherAuthors { get; private set; }

    public string LockPath => Path.Combine(Root, "installguard.lock.json");

    public string? Lock => File.Exists(LockPath) ? File.ReadAllText(LockPath) : null;

    /// <summary>What the targets of the package of the other author write.</summary>
    public string Trace => Path.Combine(Sandbox.Root, "a-target-ran.txt");

    public static string Framework { get; } = $"net{Environment.Version.Major}.0";

    /// <summary>A repository with the three files, and no project yet.</summary>
    public static async Task<GuardedRepository> CreateAsync(string folder = "repo", bool initialised = true)
    {
        var feed = await TestFeed.StartAsync();
#pragma warning disable CA2000 // The repository owns it.
        var sandbox = await Sandbox.Create(SandboxSource.Of(feed), new SandboxSource("packed", Guarded.Packed)).TrustingTestRoots();
#pragma warning restore CA2000
        sandbox.SetVariable("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "2");
        sandbox.SetVariable("NUGET_ENHANCED_NETWORK_RETRY_DELAY_MILLISECONDS", "10");
        var repository = new GuardedRepository(feed, sandbox, Path.Combine(sandbox.Work, folder));
        var other = Given.PackageOfAnother(Id, "2.0.0", repository.WithTargets);
        repository.OtherAuthors = other;
        _ = feed.Add(Given.Package(Id, "1.0.0")).Add(other);
        _ = Directory.CreateDirectory(Path.Combine(repository.Root, ".git"));
        if (initialised)
        {
            await InitialiseAsync(repository.Root);
        }

        return repository;
    }

    /// <summary>Writes what <c>installguard init</c> writes into a repository.</summary>
    public static async Task InitialiseAsync(string root)
    {
        const string Import = """<Project><Import Project="InstallGuard.targets" /></Project>""";
        await File.WriteAllTextAsync(Path.Combine(root, "global.json"), $$"""{ "msbuild-sdks": { "InstallGuard.Sdk": "{{Guarded.PackedVersion}}" } }""");
        File.Copy(Guarded.RepositoryTargets, Path.Combine(root, "InstallGuard.targets"));
        await File.WriteAllTextAsync(Path.Combine(root, "Directory.Build.targets"), Import);
        await File.WriteAllTextAsync(Path.Combine(root, "Directory.Solution.targets"), Import);
    }

    /// <summary>A repository whose project <c>app</c> was restored with the first version, under guard.</summary>
    public static async Task<GuardedRepository> WithFirstVersionAsync()
    {
        var repository = await CreateAsync();
        repository.Project("app", "1.0.0");
        var first = await repository.DotNetAsync("restore", "app");
        Assert.AreEqual(0, first.ExitCode, first.ToString());
        return repository;
    }

    /// <summary>
    /// A repository whose project <c>app</c> was restored with the first version by somebody else: the lock is there, and
    /// InstallGuard's own package, and nothing that a restore leaves in the repository or in the ledger.
    /// </summary>
    public static async Task<GuardedRepository> WithLockAsync()
    {
        var (text, sdk) = await Reviewed.Value;
        var repository = await CreateAsync();
        repository.Project("app", "1.0.0");
        await File.WriteAllTextAsync(repository.LockPath, text);
        foreach (var (path, bytes) in sdk)
        {
            var file = Path.Combine(repository.Sandbox.Packages, path);
            _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, bytes);
        }

        return repository;
    }

    /// <summary>Restores a project past InstallGuard.</summary>
    public async Task UnguardedRestoreAsync(string? packages = null, string project = "app")
    {
        var unguarded = await Sandbox.DotNetAsync(
            ["restore", project, "-p:ImportDirectoryBuildTargets=false"],
            Root,
            packages is null ? null : new Dictionary<string, string?> { ["NUGET_PACKAGES"] = packages });
        Assert.AreEqual(0, unguarded.ExitCode, unguarded.ToString());
    }

    /// <summary>Writes a file of the repository.</summary>
    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>The text of a file of the repository.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Writes a project with its source, that refers to this version of the package.</summary>
    public void Project(string name, string version, string properties = "", string? items = null, string? frameworks = null)
    {
        Write(Path.Combine(name, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {frameworks ?? $"<TargetFramework>{Framework}</TargetFramework>"}
                <OutputType>Exe</OutputType>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items ?? $"""<PackageReference Include="{Id}" Version="{version}" />"""}
              </ItemGroup>
            </Project>

            """);
        Write(Path.Combine(name, "Program.cs"), "System.Console.WriteLine(\"ran\");\n");
    }

    /// <summary>Runs dotnet at the root of the repository.</summary>
    public Task<ProcessResult> DotNetAsync(params string[] arguments) => Sandbox.DotNetAsync(arguments, Root);

    /// <summary>Runs the built command line at the root of the repository.</summary>
    public Task<ProcessResult> GuardAsync(params string[] arguments) => Sandbox.GuardAsync(Root, arguments);

    /// <summary>Asserts that nothing of the other author's package is on disk, that no target of it ran, and that the lock is as it was.</summary>
    public void IsUntouched(string? lockBefore, string? packagesFolder = null)
    {
        var folder = Path.Combine(packagesFolder ?? Sandbox.Packages, "contoso.json", "2.0.0");
        Assert.IsEmpty(Sandbox.FilesBelow(folder), string.Join(", ", Sandbox.FilesBelow(folder)));
        Assert.IsFalse(File.Exists(Trace), "a target of a blocked package ran");
        Assert.AreEqual(lockBefore, Lock);
    }

    /// <summary>Targets that leave a trace when a build imports them.</summary>
    public byte[] TracingTargets() => System.Text.Encoding.UTF8.GetBytes($"""
        <Project>
          <Target Name="Trace" BeforeTargets="Build;CoreCompile;Publish;VSTest">
            <WriteLinesToFile File="{Trace}" Lines="ran" />
          </Target>
        </Project>
        """);

    public async ValueTask DisposeAsync()
    {
        await Feed.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    private static async Task<(string Lock, IReadOnlyDictionary<string, byte[]> Sdk)> RestoreOnceAsync()
    {
        await using var repository = await WithFirstVersionAsync();
        var sdk = Sandbox.FilesBelow(repository.Sandbox.Packages)
            .Where(file => file.StartsWith("installguard.sdk/", StringComparison.Ordinal))
            .ToDictionary(file => file, file => File.ReadAllBytes(Path.Combine(repository.Sandbox.Packages, file)));
        return (repository.Lock!, sdk);
    }

    private void WithTargets(PackageContent content) => content.WithFile($"build/{Id}.targets", TracingTargets());
}
