using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>Projects share a packages folder: what the restore of one leaves there is what the builds of the others use.</summary>
[TestClass]
public sealed class SharedPackagesFolderTests
{
    private const string Id = GuardedRepository.Id;

    [TestMethod]
    public async Task Package_that_takes_the_place_of_a_checked_one_is_built_by_no_project()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        var feed = Directory.CreateDirectory(Path.Combine(repository.Sandbox.Root, "folder-feed")).FullName;
        var served = Path.Combine(feed, $"{Id}.1.0.0.nupkg");
        await File.WriteAllBytesAsync(served, Given.Package(Id, "1.0.0"));
        repository.Sandbox.WriteNuGetConfig([new("folder", feed), new("packed", Guarded.Packed)]);
        repository.Project("app", "1.0.0");
        repository.Project("other", "1.0.0");
        repository.Project("elsewhere", "1.0.0");
        repository.Write("all.slnx", """<Solution><Project Path="app/app.csproj" /><Project Path="other/other.csproj" /></Solution>""");
        var first = await repository.DotNetAsync("restore", "all.slnx");
        Assert.AreEqual(0, first.ExitCode, first.ToString());

        // The packages folder is cleared, obj is not, and the feed has another 1.0.0 by now.
        Directory.Delete(Path.Combine(repository.Sandbox.Packages, "contoso.json"), recursive: true);
        await File.WriteAllBytesAsync(served, Given.PackageOfAnother(Id, "1.0.0", content => content.WithFile($"build/{Id}.targets", repository.TracingTargets())));
        LeavesNothing(repository, await repository.DotNetAsync("build", "app"));
        LeavesNothing(repository, await repository.GuardAsync("restore", "app"));

        await repository.UnguardedRestoreAsync(project: "elsewhere");
        var built = await repository.DotNetAsync("build", "other", "--no-restore");

        Assert.AreNotEqual(0, built.ExitCode, built.ToString());
        Assert.Contains("IG3006", built.Output, built.ToString());
        Assert.Contains(Path.Combine("contoso.json", "1.0.0"), built.Output, built.ToString());
        Assert.IsFalse(File.Exists(repository.Trace), "a target of a blocked package ran");
    }

    private static void LeavesNothing(GuardedRepository repository, ProcessResult blocked)
    {
        Assert.AreNotEqual(0, blocked.ExitCode, blocked.ToString());
        Assert.Contains("Contoso.Json 1.0.0: ", blocked.Output, blocked.ToString());
        Assert.Contains("IG1020", blocked.Output, blocked.ToString());
        Assert.IsEmpty(repository.Sandbox.Extracted(Id, "1.0.0"), blocked.ToString());
    }
}
