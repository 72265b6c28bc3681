using InstallGuard.Adapters.Storage;
using InstallGuard.Checking;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Gits that do not answer, and what that means for the lock that was reviewed.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class GitTests : IDisposable
{
    private readonly TestFolder _bin = new();
    private readonly GitRepository _repository = new();

    public void Dispose()
    {
        _bin.Dispose();
        _repository.Dispose();
    }

    [TestMethod]
    public void Git_that_is_not_installed_leaves_open_what_was_reviewed() =>
            Assert.Contains("no git in the folders of PATH", (Base() as LockBase.Unasked)?.Because ?? "something was found");

    [TestMethod]
    public void Target_that_was_told_needs_a_git()
    {
        Assert.IsInstanceOfType<LockBase.Unavailable>(Base(named: "main"));
        Assert.IsInstanceOfType<LockBase.Unavailable>(Base(variable: "GITHUB_BASE_REF"));
    }

    [TestMethod]
    public void Repository_of_another_user_is_doubt_that_names_the_cure()
    {
        Program("GIT_TEST_ASSUME_DIFFERENT_OWNER=1 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null exec " + TheGit() + " \"$@\"");

        var doubt = Base() as LockBase.Unavailable;

        Assert.AreEqual($"git refuses {_repository.Root}, which belongs to another user", doubt?.Because);
        Assert.Contains($"`git config --global --add safe.directory {_repository.Root}`", doubt!.Next);
    }

    [TestMethod]
    [DataRow("echo 'warning: so-so' >&2; echo 'fatal: bad thing; help: trust me' >&2; exit 128", "exit code 128, \"bad thing\\u{3b} help\\u{3a} trust me\"")]
    [DataRow("kill -9 $$", "exit code 137")]
    [DataRow("exit 1", "exit code 1")]
    public void Git_that_fails_is_doubt_that_says_how(string script, string words)
    {
        Program(script);

        Assert.AreEqual($"git fails in {_repository.Root}: {words}", (Base() as LockBase.Unavailable)?.Because);
    }

    [TestMethod]
    public void Program_that_cannot_be_started_is_doubt()
    {
        Program("", head: "#!/nowhere/at/all");

        Assert.Contains("cannot be started", (Base() as LockBase.Unavailable)?.Because ?? "something was found");
    }

    [TestMethod]
    public void Git_that_is_too_slow_is_doubt()
    {
        Program("exec sleep 30");

        Assert.AreEqual("git did not answer in 0.2 seconds", (Base(patience: 0.2) as LockBase.Unavailable)?.Because);
    }

    private LockBase Base(string? named = null, string? variable = null, double patience = 10) =>
        new LockAtMergeBase(Path.Combine(_repository.Root, LockLocation.FileName), named, MergeTarget.Candidates(name => name == variable ? "main" : null))
        {
            Ask = root => new(root) { SearchPath = _bin.Path, Patience = TimeSpan.FromSeconds(patience) },
        }.Base;

    private static string TheGit() => ProgramOnPath.Find("git", Environment.GetEnvironmentVariable("PATH"), "/nowhere")!;

    private void Program(string script, string head = "#!/bin/sh")
    {
        var file = Path.Combine(_bin.Path, "git");
        File.WriteAllText(file, $"{head}\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
