using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Workspace;

/// <summary>What the lock said at each merge before the one that a branch is compared with.</summary>
[TestClass]
public sealed class EarlierLocksTests
{
    private const string Lock = LockLocation.FileName;

    [TestMethod]
    public void What_the_lock_said_before_is_found_as_it_was_merged()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockAtMergeBaseTests.LockOf("1.0.0"));
        repository.Git("checkout", "--quiet", "-b", "merged");
        repository.Commit(Lock, LockAtMergeBaseTests.LockOf("9.0.0"));
        repository.Commit(Lock, LockAtMergeBaseTests.LockOf("2.0.0"));
        repository.Git("checkout", "--quiet", "main");
        repository.Merge("merged");
        repository.Commit("README.md", "");
        repository.Commit(Lock, LockAtMergeBaseTests.LockOf("3.0.0"));

        Assert.AreEqual("3.0.0 2.0.0 1.0.0", Earlier(repository));
    }

    [TestMethod]
    public void What_the_lock_said_before_it_was_unreadable_or_gone_is_not_known()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockAtMergeBaseTests.LockOf("1.0.0"));
        repository.Commit(Lock, null);
        repository.Commit(Lock, LockAtMergeBaseTests.LockOf("2.0.0"));
        repository.Commit(Lock, LockAtMergeBaseTests.LockOf("3.0.0"));

        Assert.AreEqual("3.0.0 2.0.0", Earlier(repository));
    }

    private static string Earlier(GitRepository repository)
    {
        var history = new LockAtMergeBase(Path.Combine(repository.Root, Lock), null, MergeTarget.Candidates(_ => null));
        return string.Join(' ', history.Earlier.Select(document => document.PinsOf(PackageId.Parse("Contoso.Json")).Single().Since.Text));
    }
}
