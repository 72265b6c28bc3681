using System.Diagnostics;
using System.Security.Cryptography;
using InstallGuard.Adapters.Packages.Installed;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Packages;

/// <summary>What NuGet installed on this machine to build these tests: whatever it does with real packages, it is no difference.</summary>
[TestClass]
public sealed class RealInstallationsTests
{
    private static readonly string[] Owners = ["mstest.", "microsoft.", "sqlitepclraw.", "system."];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Installed_packages_are_the_same_as_their_files_and_are_read()
    {
        var reader = new PackageReader(TrustedRoots.Of(SdkOfTheTests.Found.Folder, []), KnownRepositories.BuiltIn);
        var folders = Folders().ToList();
        if (folders.Count == 0)
        {
            Assert.Inconclusive("NuGet has no packages folder here");
        }

        var (bytes, time) = (0L, new Stopwatch());
        foreach (var (folder, package, file) in folders)
        {
            using var stream = File.OpenRead(file);
            _ = Assert.IsInstanceOfType<Look.Seen>(reader.Read(stream, DateTimeOffset.UtcNow, CancellationToken.None), file);
            stream.Position = 0;
            var hash = PackageHash.FromBytes(SHA512.HashData(stream));
            time.Start();
            var compared = InstalledPackage.Compare(folder, package, stream, hash, CancellationToken.None);
            time.Stop();
            bytes += InstalledFiles.Below(folder).Sum(installed => installed.Length);
            Assert.IsInstanceOfType<InstallationComparison.Same>(compared, $"{folder}: {compared}");
        }

        TestContext.WriteLine($"{folders.Count} packages, {bytes >> 20} MiB, {time.ElapsedMilliseconds} ms");
    }

    private static IEnumerable<(string Folder, Package Package, string File)> Folders()
    {
        var root = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var file in Directory.Exists(root) ? Directory.EnumerateFiles(root, "*.nupkg", SearchOption.AllDirectories) : [])
        {
            var folder = Path.GetDirectoryName(file)!;
            var id = Path.GetFileName(Path.GetDirectoryName(folder)!);
            if (Owners.Any(owner => id.StartsWith(owner, StringComparison.Ordinal)) && ResolvedPackage.In([root], new(PackageId.Parse(id), PackageVersion.Parse(Path.GetFileName(folder)))) is { Folder: not null } package)
            {
                yield return (folder, package.Package, file);
            }
        }
    }
}
