using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>A pull request that brings a package of somebody else, and the lock or the feed that would let it pass.</summary>
[TestClass]
public sealed class BroughtAlongTests
{
    [TestMethod]
    public async Task Second_lock_beside_the_reviewed_one_is_compared_with_it()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        using var git = new GitRepository(repository.Root);
        git.Commit();
        git.Git("checkout", "--quiet", "-b", "work");
        repository.Write("pins.json", repository.Lock!.Replace("Contoso Ltd", "Fabrikam Ltd", StringComparison.Ordinal));
        repository.Write("Directory.Build.props", "<Project><PropertyGroup><InstallGuardLockFile>$(MSBuildThisFileDirectory)pins.json</InstallGuardLockFile></PropertyGroup></Project>");
        repository.Project("app", "2.0.0");
        git.Commit();
        var before = repository.Lock;

        // A machine that has seen nothing.
        repository.Sandbox.SetVariable("INSTALLGUARD_LEDGER", Path.Combine(repository.Sandbox.Root, "another", "ledger.db"));
        repository.Sandbox.SetVariable("CI", "true");

        var built = await repository.DotNetAsync("build", "app");
        var doctor = await repository.GuardAsync("doctor");

        Assert.AreNotEqual(0, built.ExitCode, built.ToString());
        Assert.Contains("IG5002: Contoso.Json 2.0.0", built.Output, built.ToString());
        repository.IsUntouched(before);
        Assert.Contains("pins.json", doctor.Output, doctor.ToString());
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Program_of_the_repository_does_not_stand_in_for_git()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        using var git = new GitRepository(repository.Root);
        git.Commit();
        git.Git("checkout", "--quiet", "-b", "work");
        repository.Write("installguard.lock.json", repository.Lock!.Replace("Contoso Ltd", "Fabrikam Ltd", StringComparison.Ordinal));
        repository.Write("app/git", "#!/bin/sh\nexit 1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(repository.Root, "app", "git"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        repository.Project("app", "2.0.0");
        git.Commit();
        var before = repository.Lock;
        repository.Sandbox.SetVariable("INSTALLGUARD_LEDGER", Path.Combine(repository.Sandbox.Root, "another", "ledger.db"));

        var built = await repository.DotNetAsync("build", "app");

        Assert.AreNotEqual(0, built.ExitCode, built.ToString());
        Assert.Contains("IG5002: Contoso.Json 2.0.0", built.Output, built.ToString());
        repository.IsUntouched(before);
    }

    [TestMethod]
    public async Task Repository_cannot_silence_what_it_is_told()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Project("app", "1.0.0", properties: "<NoWarn>$(NoWarn);IG1001</NoWarn>");

        var restored = await repository.DotNetAsync("restore", "app");

        Assert.AreEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("warning IG1001", restored.Output, restored.ToString());
    }

    [TestMethod]
    public async Task Folder_of_the_repository_does_not_stand_in_for_the_folder_outside()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        var share = Directory.CreateDirectory(Path.Combine(repository.Sandbox.Root, "share")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(share, "Team.Lib.1.0.0.nupkg"), TestPackage.Create("Team.Lib", "1.0.0"));
        repository.Sandbox.WriteNuGetConfig([new("team", share), new("packed", Guarded.Packed)]);
        repository.Project("app", "", items: """<PackageReference Include="Team.Lib" Version="1.0.0" />""");
        var first = await repository.DotNetAsync("restore", "app");
        Assert.AreEqual(0, first.ExitCode, first.ToString());
        Assert.Contains("\"feed\": \"local folder\"", repository.Lock!);
        var before = repository.Lock;

        var vendor = Directory.CreateDirectory(Path.Combine(repository.Root, "vendor")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(vendor, "Team.Lib.1.0.1.nupkg"), TestPackage.Create("Team.Lib", "1.0.1"));
        repository.Write("nuget.config", """<configuration><packageSources><add key="vendor" value="vendor" /></packageSources></configuration>""");
        repository.Project("app", "", items: """<PackageReference Include="Team.Lib" Version="1.0.1" />""");
        var brought = await repository.DotNetAsync("build", "app");

        Assert.AreNotEqual(0, brought.ExitCode, brought.ToString());
        Assert.Contains("IG1050: Team.Lib 1.0.1", brought.Output, brought.ToString());
        Assert.Contains("./vendor", brought.Output, brought.ToString());
        Assert.AreEqual(before, repository.Lock);
    }
}
