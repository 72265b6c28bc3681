using InstallGuard.Adapters.Session;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Whatever moves the merge base changes one of the files that are looked at, without asking git.</summary>
[TestClass]
public sealed class GitReferencesTests
{
    [TestMethod]
    public void Nothing_changes_while_nothing_happens()
    {
        using var repository = new GitRepository();
        repository.Commit("a", "1");
        var before = Now(repository);

        repository.Write("a", "2");
        repository.Git("status", "--short");
        repository.Git("add", "a");

        CollectionAssert.AreEqual(before, Now(repository));
    }

    [TestMethod]
    [DataRow("commit", "--quiet", "--allow-empty", "-m", "x")]
    [DataRow("checkout", "--quiet", "-b", "work")]
    [DataRow("checkout", "--quiet", "--detach")]
    [DataRow("branch", "master")]
    [DataRow("branch", "-m", "other")]
    [DataRow("update-ref", "refs/remotes/origin/main", "HEAD")]
    [DataRow("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop")]
    [DataRow("pack-refs", "--all")]
    public void What_moves_head_or_a_target_branch_is_noticed(params string[] command)
    {
        using var repository = new GitRepository();
        repository.Commit("a", "1");
        var before = Now(repository);

        repository.Git(["-c", "user.name=Ann", "-c", "user.email=ann@contoso.example", .. command]);

        CollectionAssert.AreNotEqual(before, Now(repository));
    }

    [TestMethod]
    public void Branch_that_the_remote_calls_its_head_is_followed()
    {
        using var repository = new GitRepository();
        repository.Commit("a", "1");
        repository.Git("update-ref", "refs/remotes/origin/develop", "HEAD");
        repository.Git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop");
        repository.Commit("a", "2");
        var before = Now(repository);

        repository.Git("update-ref", "refs/remotes/origin/develop", "HEAD");

        CollectionAssert.AreNotEqual(before, Now(repository));
    }

    [TestMethod]
    public void Branch_that_is_named_is_looked_at()
    {
        using var repository = new GitRepository();
        repository.Commit("a", "1");
        repository.Git("branch", "release");
        repository.Commit("a", "2");
        var (before, others) = (Now(repository, named: "release"), Now(repository));

        repository.Git("branch", "-f", "release", "HEAD");

        CollectionAssert.AreNotEqual(before, Now(repository, named: "release"));
        CollectionAssert.AreEqual(others, Now(repository));
    }

    [TestMethod]
    [DataRow("release~1")]
    [DataRow("release^")]
    [DataRow("@{upstream}")]
    [DataRow(":/text")]
    public void Name_that_git_has_to_reckon_from_is_for_git_alone(string named)
    {
        using var repository = new GitRepository();
        repository.Commit("a", "1");

        Assert.IsNull(GitReferences.Files(Settings(repository.Root, named)));
    }

    [TestMethod]
    public void Where_nothing_is_compared_nothing_is_looked_at()
    {
        using var repository = new GitRepository();

        Assert.IsEmpty(GitReferences.Files(Settings(repository.Root, "none"))!);
    }

    [TestMethod]
    public void Worktree_has_its_own_head_and_the_branches_of_its_repository()
    {
        using var repository = new GitRepository();
        repository.Commit("a", "1");
        using var parent = new GitRepository();
        var tree = Path.Combine(parent.Root, "tree");
        repository.Git("worktree", "add", "--quiet", "-b", "work", tree);
        var before = Now(tree);
        repository.Commit("a", "2");
        var moved = Now(tree);
        repository.Git("-C", tree, "checkout", "--quiet", "--detach");

        CollectionAssert.AreNotEqual(before, moved);
        CollectionAssert.AreNotEqual(moved, Now(tree));
    }

    [TestMethod]
    public void Folder_that_is_no_repository_has_none()
    {
        var folder = Directory.CreateTempSubdirectory("installguard-");
        try
        {
            Assert.IsEmpty(Now(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Now(GitRepository repository, string? named = null) => Now(repository.Root, named);

    private static List<string> Now(string folder, string? named = null) =>
    [
        .. Stamp.Take(GitReferences.Files(Settings(folder, named))!),
    ];

    private static GuardSettings Settings(string folder, string? named) => GuardSettings.Read(
        name => name == SessionVariables.LockFile ? Path.Combine(folder, LockLocation.FileName) : name == SessionVariables.Base ? named : null, folder);
}
