using InstallGuard.Testing;

namespace InstallGuard.Cli;

/// <summary>What the doctor says of what edits of the lock are compared with, each in words of its own.</summary>
[TestClass]
public sealed class ReviewedLockTests
{
    [TestMethod]
    public async Task Folder_without_git() => await SaysAsync(_ => { }, "note    edits of the lock are compared with nothing: this is no git repository", isRepository: false);

    [TestMethod]
    public async Task Repository_without_a_branch_to_merge_into() => await SaysAsync(
        _ => { },
        "note    edits of the lock are compared with nothing: git knows no branch that this one will be merged into");

    [TestMethod]
    public async Task Comparison_that_was_turned_off() => await SaysAsync(
        shell => shell["INSTALLGUARD_BASE"] = "none",
        "problem edits of the lock are compared with nothing: INSTALLGUARD_BASE is none");

    [TestMethod]
    public async Task Branch_that_is_named_and_not_there() => await SaysAsync(
        shell => shell["INSTALLGUARD_BASE"] = "origin/nowhere",
        "problem edits of the lock cannot be compared: git does not know origin/nowhere, which INSTALLGUARD_BASE names");

    [TestMethod]
    public async Task Target_of_a_pull_request_that_is_not_there() => await SaysAsync(
        shell => shell["GITHUB_BASE_REF"] = "release",
        "problem edits of the lock cannot be compared: origin/release, the target of this pull request (GITHUB_BASE_REF), is not in this clone",
        "fetch-depth: 0");

    [TestMethod]
    public async Task Git_that_fails() => await SaysAsync(
        shell => File.WriteAllText(Path.Combine(shell.Folder, ".git", "config"), "[broken"),
        "problem edits of the lock cannot be compared: git fails in ",
        "see what `git status` says there");

    private static async Task SaysAsync(Action<Shell> given, string finding, string? fix = null, bool isRepository = true)
    {
        using var shell = new Shell();
        using var other = new GitRepository();
        if (isRepository)
        {
            Directory.Move(Path.Combine(other.Root, ".git"), Path.Combine(shell.Folder, ".git"));
        }

        // A repository that is guarded, of which MSBuild has nothing to say.
        _ = shell.File("InstallGuard.targets");
        _ = shell.File("app.cs", [.. "#!/usr/bin/env dotnet\n"u8]);
        given(shell);

        _ = await shell.RunAsync("doctor");

        Assert.Contains(finding, shell.Out, shell.Error);
        Assert.Contains(fix ?? "", shell.Out);
    }
}
