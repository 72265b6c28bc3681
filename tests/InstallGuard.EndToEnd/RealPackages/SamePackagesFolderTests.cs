using System.Security.Cryptography;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.RealPackages;

/// <summary>A guarded restore leaves the packages folder exactly as an unguarded one does.</summary>
[TestClass]
public sealed class SamePackagesFolderTests
{
    private const int Fewest = 50;

    // Small ones with many dependencies; the last brings most of them, where the framework's own are not left out.
    private static readonly (string Id, string Version)[] Packages =
    [
        ("Newtonsoft.Json", "13.0.3"),
        ("Spectre.Console", "0.49.1"),
        ("System.CommandLine", "2.0.15"),
        ("SQLitePCLRaw.bundle_e_sqlite3", "2.0.6"),
        ("FluentValidation", "11.11.0"),
        ("YamlDotNet", "16.3.0"),
        ("NSubstitute", "5.1.0"),
        ("FluentAssertions", "6.12.0"),
        ("CsvHelper", "33.0.1"),
        ("System.Reactive", "6.0.1"),
        ("Google.Protobuf", "3.25.1"),
        ("NETStandard.Library", "1.6.1"),
    ];

    [TestMethod]
    public async Task Packages_folder_is_the_same_with_and_without_guard_whether_the_cache_is_cold_or_warm()
    {
        await DefaultSource.RequireAsync();
        await using var sandbox = await Sandbox.CreateWithDefaultSources().TrustingTestRoots();
        var project = sandbox.WriteProject("app", Packages);
        await File.WriteAllTextAsync(
            project, (await File.ReadAllTextAsync(project)).Replace("<NuGetAudit>", "<NoWarn>NU1603</NoWarn><RestoreEnablePackagePruning>false</RestoreEnablePackagePruning><NuGetAudit>", StringComparison.Ordinal));

        var unguarded = await RestoredAsync(sandbox, project, guarded: false, cold: true);
        var cold = await RestoredAsync(sandbox, project, guarded: true, cold: true);
        var warm = await RestoredAsync(sandbox, project, guarded: true, cold: false);

        var count = unguarded.Keys.Count(file => file.EndsWith(".nupkg.metadata", StringComparison.Ordinal));
        Console.WriteLine($"{count} packages, {unguarded.Count} files");
        Assert.IsGreaterThanOrEqualTo(Fewest, count);
        Same(unguarded, cold);
        Same(unguarded, warm);
    }

    // All hashes rather than all bytes: three folders of some 100 MB would fill the memory.
    private static async Task<Dictionary<string, string>> RestoredAsync(Sandbox sandbox, string project, bool guarded, bool cold)
    {
        foreach (var folder in (string[])[sandbox.Packages, Path.Combine(Path.GetDirectoryName(project)!, "obj"), .. cold ? [sandbox.HttpCache] : Array.Empty<string>()])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        var result = guarded
            ? await sandbox.GuardAsync(Path.GetDirectoryName(project)!, "restore")
            : await sandbox.DotNetAsync("restore", project);
        Assert.AreEqual(0, result.ExitCode, result.ToString());
        return Sandbox.FilesBelow(sandbox.Packages).ToDictionary(
            file => file,
            file =>
            {
                using var stream = File.OpenRead(Path.Combine(sandbox.Packages, file));
                return Convert.ToHexString(SHA256.HashData(stream));
            },
            StringComparer.Ordinal);
    }

    private static void Same(Dictionary<string, string> expected, Dictionary<string, string> actual)
    {
        var differing = expected.Keys.Union(actual.Keys)
            .Where(file => expected.GetValueOrDefault(file) != actual.GetValueOrDefault(file))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.IsEmpty(differing, string.Join("\n", differing.Take(20)));
    }
}
