using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>Folders that NuGet can use are folders that InstallGuard can use; and where it cannot write, it says so and goes on.</summary>
[TestClass]
public sealed class OddFoldersTests
{
    [TestMethod]
    public async Task Packages_folder_with_the_separators_of_lists_in_its_path_is_guarded()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        var packages = Path.Combine(repository.Sandbox.Root, OperatingSystem.IsWindows() ? "and;so on" : "and;so:on");
        repository.Sandbox.SetVariable("NUGET_PACKAGES", packages);

        var restored = await repository.DotNetAsync("restore", "app");
        repository.Project("app", "2.0.0");
        var blocked = await repository.DotNetAsync("restore", "app");

        Assert.AreEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("contoso.json/1.0.0/.nupkg.metadata", Sandbox.FilesBelow(packages));
        Assert.AreNotEqual(0, blocked.ExitCode, blocked.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", blocked.Output, blocked.ToString());
        repository.IsUntouched(before, packages);
    }

    [TestMethod]
    public async Task Where_no_ledger_can_be_made_the_restore_goes_on_says_so_once_and_still_records_and_blocks()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Project("app", "1.0.0");
        repository.Sandbox.SetVariable("INSTALLGUARD_LEDGER", Path.Combine(Nobodys, "installguard", "ledger.db"));

        var built = await repository.DotNetAsync("build", "app", "-warnaserror");
        var before = repository.Lock;
        repository.Project("app", "2.0.0");
        var blocked = await repository.GuardAsync("restore", "app");

        Assert.AreEqual(0, built.ExitCode, built.ToString());
        Assert.Contains("IG1001: used for the first time: Contoso.Json 1.0.0", built.Output, built.ToString());
        Assert.Contains("warning IG1060: there is no ledger", built.Output, built.ToString());
        Assert.AreEqual(1, Times(built.Output.Split("Build succeeded")[0], "set INSTALLGUARD_LEDGER"), built.ToString());
        Assert.AreEqual(3, blocked.ExitCode, blocked.ToString());
        Assert.AreEqual(1, Times(blocked.Output + blocked.Error, "set INSTALLGUARD_LEDGER"), blocked.ToString());
        repository.IsUntouched(before);
    }

    // Where not even the system's administrator makes a folder.
    private static string Nobodys => OperatingSystem.IsWindows() ? @"C:\System Volume Information" : OperatingSystem.IsMacOS() ? "/System" : "/sys";

    private static int Times(string text, string part) => text.Split(part).Length - 1;
}
