using System.Security.Cryptography;
using InstallGuard.Adapters.Packages.Zip;
using InstallGuard.Adapters.Storage;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Session;

/// <summary>A project, what it resolves, and the packages folders that it resolves it in.</summary>
internal sealed class MarkedProject : IDisposable
{
    private readonly TestFolder _folder = new();

    public MarkedProject(string package, bool inRepository = false)
    {
        if (inRepository)
        {
            _ = Directory.CreateDirectory(_folder[".git"]);
        }

        _ = Directory.CreateDirectory(Path.GetDirectoryName(Assets)!);
        _ = Install(package);
        Resolve(package);
    }

    public string Assets => Path.Combine(_folder["app"], "obj", "project.assets.json");

    public string Mark => Path.Combine(_folder["app"], "obj", "installguard.checked");

    /// <summary>The lock that the project is checked against.</summary>
    public string LockPath => _folder["installguard.lock.json"];

    /// <summary>The packages folder that comes before the one that has the packages.</summary>
    public string First => _folder["first"];

    public string Folder(string package) => Path.Combine(_folder["packages"], package);

    public void Resolve(string package) => File.WriteAllText(
        Assets, $$"""{ "packageFolders": { "{{First}}/": {}, "{{_folder["packages"]}}/": {} }, "libraries": { "{{package}}": { "type": "package" } }, "targets": {}, "project": { "frameworks": {} } }""");

    /// <summary>The marks of this project, restored with these MSBuild SDKs.</summary>
    public IReadOnlyList<CheckedMark> Marks(params string[] sdks) => CheckedMark.Of(RestoredPackages.Of(
        RestoreGraph.Parse([$"project\t{Path.GetDirectoryName(Assets)}\t{_folder["packages"]}\t{_folder["app"]}/app.csproj\t", .. sdks], "graph"), []));

    /// <summary>Writes marks, after a check against the lock as it is now.</summary>
    public void Write(IReadOnlyCollection<CheckedMark> marks) => CheckedMark.Write(marks, Lock(), LockPath);

    /// <summary>Writes those that are missing, where nothing has changed since a check.</summary>
    public void WriteMissing(IReadOnlyCollection<CheckedMark> marks) => CheckedMark.WriteMissing(marks, Lock(), LockPath);

    /// <summary>Writes the lock anew: a first use on that day for each of these packages.</summary>
    public void WriteLock(int day, params string[] ids)
    {
        var document = LockDocument.Empty;
        foreach (var id in ids)
        {
            var pin = new Pin(PackageVersion.Parse("1.0.0"), PublisherIdentity.Unsigned, new PinOrigin.FirstUse(new(2026, 11, day)));
            document = document.With(PackageId.Parse(id), pin);
        }

        File.WriteAllBytes(LockPath, LockWriter.Write(document));
    }

    public ChangedInstallation? Changed(params string[] sdks) => CheckedMark.Find(Assets)!.Changed(sdks);

    public string Install(string package, bool installedAgain = false) => Install(package, "its own", installedAgain);

    public void InstallOther(string package)
    {
        Directory.Delete(Folder(package), recursive: true);
        _ = Install(package, "another's", installedAgain: true);
    }

    public void Dispose() => _folder.Dispose();

    private LockSnapshot Lock() => new LockFileOnDisk(LockPath, _folder["gates"], TimeProvider.System).Read();

    // As NuGet does it, for a package without anything special.
    private string Install(string package, string library, bool installedAgain)
    {
        var (id, version) = (package.Split('/')[0], package.Split('/')[1]);
        var bytes = TestPackage.Create(id, version, content => content.WithFile("lib/Contoso.Json.dll", System.Text.Encoding.UTF8.GetBytes(library)));
        var folder = Folder(package);
        using (var file = new MemoryStream(bytes))
        {
            foreach (var entry in ZipDirectory.Read(file).Entries.Where(entry => entry.ExtractedName.EndsWith(".nuspec", StringComparison.Ordinal) || entry.ExtractedName.StartsWith("lib/", StringComparison.Ordinal)))
            {
                var path = Path.Combine(folder, entry.ExtractedName);
                _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var unpacked = ZipEntryData.Open(file, entry);
                using var written = File.Create(path);
                unpacked.CopyTo(written);
            }
        }

        File.WriteAllBytes(Path.Combine(folder, $"{id}.{version}.nupkg"), bytes);
        File.WriteAllText(Path.Combine(folder, $"{id}.{version}.nupkg.sha512"), Convert.ToBase64String(SHA512.HashData(bytes)));
        var mark = Path.Combine(folder, ".nupkg.metadata");
        File.WriteAllText(mark, "{}");
        File.SetLastWriteTimeUtc(mark, new DateTime(2026, 11, installedAgain ? 2 : 1, 0, 0, 0, DateTimeKind.Utc));
        return folder;
    }
}
