using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>Where the lock may not change: build servers, and whoever asks for it.</summary>
[TestClass]
public sealed class LockedModeTests
{
    [TestMethod]
    [DataRow("CI", "true", "")]
    [DataRow("CI", "True", "")]
    [DataRow("INSTALLGUARD_LOCKED", "true", "")]
    [DataRow("NOTHING", "", "<InstallGuardLocked>true</InstallGuardLocked>")]
    public async Task Package_without_a_pin_is_an_error_that_says_what_to_run(string variable, string value, string property)
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Project("app", "1.0.0", property);
        repository.Sandbox.SetVariable(variable, value);

        var restored = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("IG1001: Contoso.Json 1.0.0", restored.Output, restored.ToString());
        Assert.Contains("`dotnet restore`", restored.Output, restored.ToString());
        Assert.IsNull(repository.Lock);
    }

    [TestMethod]
    public async Task Repository_that_unlocks_the_build_server_is_locked_all_the_same_and_told_so()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Project("app", "1.0.0");
        repository.Write("Directory.Build.props", "<Project><PropertyGroup><InstallGuardLocked>false</InstallGuardLocked></PropertyGroup></Project>");
        repository.Sandbox.SetVariable("CI", "true");

        var built = await repository.DotNetAsync("build", "app", "-warnaserror", "-tl:off");
        var doctor = await repository.GuardAsync("doctor");

        Assert.AreNotEqual(0, built.ExitCode, built.ToString());
        Assert.Contains("IG1001: Contoso.Json 1.0.0", built.Output, built.ToString());
        Assert.Contains("InstallGuardLocked=false has no effect here", built.Output, built.ToString());
        Assert.IsNull(repository.Lock);
        Assert.Contains("InstallGuardLocked=false has no effect here", doctor.Output, doctor.ToString());
    }

    [TestMethod]
    public async Task Build_server_with_a_complete_lock_builds_and_writes_nothing()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Project("app", "1.0.0");
        Assert.AreEqual(0, (await repository.DotNetAsync("restore", "app")).ExitCode);
        var (before, written) = (repository.Lock, File.GetLastWriteTimeUtc(repository.LockPath));
        Directory.Delete(repository.Sandbox.Packages, recursive: true);
        Directory.Delete(Path.Combine(repository.Root, "app", "obj"), recursive: true);
        repository.Sandbox.SetVariable("CI", "true");

        var built = await repository.DotNetAsync("build", "app");

        Assert.AreEqual(0, built.ExitCode, built.ToString());
        Assert.AreEqual(before, repository.Lock);
        Assert.AreEqual(written, File.GetLastWriteTimeUtc(repository.LockPath));
    }

    [TestMethod]
    public async Task Word_that_is_neither_true_nor_false_is_an_error()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Project("app", "1.0.0", "<InstallGuardLocked>yes</InstallGuardLocked>");

        var restored = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("InstallGuardLocked is \"yes\"", restored.Output, restored.ToString());
    }

    [TestMethod]
    public async Task Packages_without_pins_are_told_their_cause_once()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"), Given.Package("Contoso.Text", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"), ("Contoso.Text", "1.0.0"));

        var restored = await scene.RestoreAsync("--locked");

        _ = restored.EndsWith(3, "IG1001");
        Assert.HasCount(2, restored.Error.Split("help: "), restored.ToString());
        Assert.Contains("blocked: Contoso.Json 1.0.0, Contoso.Text 1.0.0; nothing of them was extracted", restored.Error, restored.ToString());
        Assert.DoesNotContain("IG1001", restored.Output, restored.ToString());
    }

    [TestMethod]
    public async Task Command_line_is_locked_on_a_build_server_unless_told_otherwise()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Sandbox.SetVariable("CI", "true");

        _ = (await scene.RestoreAsync()).EndsWith(3, "IG1001");
        Assert.IsNull(scene.Lock);

        _ = (await scene.RestoreAsync("--locked", "false")).EndsWith(0);
        Assert.IsNotNull(scene.Lock);
    }
}
