using System.Runtime.InteropServices;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>A restore of what was checked before costs nothing: no ledger is opened. Whatever is not as it was is checked again.</summary>
[TestClass]
public sealed class NothingChangedTests
{
    [TestMethod]
    public async Task What_was_checked_opens_no_ledger_and_what_was_not_is_checked()
    {
        await using var repository = await RestoredAsync();
        var obj = Path.Combine(repository.Root, "app", "obj");

        await RestoreAsync(repository);
        Assert.IsFalse(File.Exists(Ledger(repository)), "nothing to do");

        Directory.Delete(obj, recursive: true);
        await RestoreAsync(repository);
        Assert.IsFalse(File.Exists(Ledger(repository)), "the same assets after obj was deleted");
        await BuildAsync(repository);

        await File.WriteAllTextAsync(Path.Combine(obj, "installguard.checked"), "of other assets");
        await RestoreAsync(repository);
        await BuildAsync(repository);

        Directory.Delete(obj, recursive: true);
        repository.Project("app", "1.0.0", "<NoWarn>$(NoWarn);NU1999</NoWarn>");
        await RestoreAsync(repository);
        Assert.IsTrue(File.Exists(Ledger(repository)), "other assets after obj was deleted");
        await BuildAsync(repository);
    }

    [TestMethod]
    public async Task Lock_that_was_compared_with_nothing_is_compared_once_there_is_a_branch()
    {
        await using var repository = await RestoredAsync();
        using var git = new GitRepository(repository.Root);
        repository.Write(".gitignore", "obj/\nbin/\n");
        git.Commit();
        git.Git("checkout", "--quiet", "-b", "work");
        git.Git("branch", "-m", "main", "elsewhere");
        repository.Project("app", "2.0.0");
        await File.WriteAllTextAsync(repository.LockPath, "{\n  \"version\": 1,\n  \"packages\": {}\n}\n");
        await RestoreAsync(repository);
        git.Commit();
        await RestoreAsync(repository);
        git.Git("branch", "-m", "elsewhere", "main");

        var restored = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("IG5002", restored.Output, restored.ToString());
        Assert.Contains("what NuGet had restored for 1 project (project.assets.json) was taken away", restored.Output, restored.ToString());
    }

    [TestMethod]
    public async Task Lock_that_git_refused_to_compare_is_compared_once_git_trusts_the_folder()
    {
        await using var repository = await RestoredAsync();
        using var git = new GitRepository(repository.Root);
        repository.Write(".gitignore", "obj/\nbin/\n");
        git.Commit();
        repository.Project("app", "2.0.0");
        await File.WriteAllTextAsync(repository.LockPath, "{\n  \"version\": 1,\n  \"packages\": {}\n}\n");

        // As where the repository is another user's: in containers and on agents.
        repository.Sandbox.SetVariable("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
        var refused = await repository.DotNetAsync("restore", "app");
        var doctor = await repository.GuardAsync("doctor");
        repository.Sandbox.SetVariable("GIT_CONFIG_COUNT", "1");
        repository.Sandbox.SetVariable("GIT_CONFIG_KEY_0", "safe.directory");
        repository.Sandbox.SetVariable("GIT_CONFIG_VALUE_0", repository.Root);
        var trusted = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, refused.ExitCode, refused.ToString());
        Assert.Contains("IG3001", refused.Output, refused.ToString());
        Assert.Contains("git config --global --add safe.directory", refused.Output, refused.ToString());
        Assert.Contains("problem edits of the lock cannot be compared: git refuses", doctor.Output, doctor.ToString());
        Assert.AreNotEqual(0, trusted.ExitCode, trusted.ToString());
        Assert.Contains("IG5002", trusted.Output, trusted.ToString());
    }

    [TestMethod]
    public async Task Lock_that_no_git_was_there_to_compare_is_compared_once_there_is_one()
    {
        await using var repository = await RestoredAsync();
        using var git = new GitRepository(repository.Root);
        repository.Write(".gitignore", "obj/\nbin/\n");
        git.Commit();
        repository.Project("app", "2.0.0");
        await File.WriteAllTextAsync(repository.LockPath, "{\n  \"version\": 1,\n  \"packages\": {}\n}\n");
        repository.Sandbox.SetVariable("PATH", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));
        await RestoreAsync(repository);
        repository.Sandbox.SetVariable("PATH", Environment.GetEnvironmentVariable("PATH"));

        var restored = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("IG5002", restored.Output, restored.ToString());
    }

    private static string Ledger(GuardedRepository repository) => Path.Combine(repository.Sandbox.Root, "ledger", "ledger.db");

    // Restored, and the ledger taken away, so that it is seen when somebody opens one.
    private static async Task<GuardedRepository> RestoredAsync()
    {
        var repository = await GuardedRepository.CreateAsync();
        repository.Sandbox.SetVariable("INSTALLGUARD_LEDGER", Ledger(repository));
        repository.Project("app", "1.0.0");
        await RestoreAsync(repository);
        Assert.IsTrue(File.Exists(Ledger(repository)));
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Ledger(repository))!))
        {
            File.Delete(file);
        }

        return repository;
    }

    private static async Task RestoreAsync(GuardedRepository repository)
    {
        var restored = await repository.DotNetAsync("restore", "app");
        Assert.AreEqual(0, restored.ExitCode, restored.ToString());
    }

    private static async Task BuildAsync(GuardedRepository repository)
    {
        var built = await repository.DotNetAsync("build", "app", "--no-restore");
        Assert.AreEqual(0, built.ExitCode, built.ToString());
    }
}
