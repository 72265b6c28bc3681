using InstallGuard.Adapters.Session;
using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Workspace;

/// <summary>The lock that was reviewed before, as real git repositories remember it.</summary>
[TestClass]
public sealed class LockAtMergeBaseTests
{
    private const string Lock = LockLocation.FileName;

    [TestMethod]
    public void Lock_at_the_fork_of_a_branch_is_found()
    {
        using var origin = new GitRepository();
        origin.Commit(Lock, LockOf("1.0.0"));
        using var clone = origin.Clone();
        clone.Git("checkout", "--quiet", "-b", "work");
        clone.Commit(Lock, LockOf("2.0.0"));
        origin.Commit(Lock, LockOf("3.0.0"));
        clone.Git("fetch", "--quiet");

        Known(clone, "1.0.0", "origin/HEAD");
    }

    [TestMethod]
    public void Edit_that_is_not_committed_is_compared_with_the_last_commit()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockOf("1.0.0"));
        repository.Write(Lock, LockOf("2.0.0"));

        Known(repository, "1.0.0", "main");
    }

    [TestMethod]
    public void Lock_in_a_folder_of_the_repository_is_found()
    {
        using var repository = new GitRepository();
        repository.Commit("src/" + Lock, LockOf("1.0.0"));

        Known(repository, "1.0.0", "main", "src");
    }

    [TestMethod]
    public void Branch_that_the_build_server_names_comes_first()
    {
        using var origin = new GitRepository();
        origin.Commit(Lock, LockOf("1.0.0"));
        origin.Git("checkout", "--quiet", "-b", "release");
        origin.Commit(Lock, LockOf("1.5.0"));
        origin.Git("checkout", "--quiet", "main");
        using var clone = origin.Clone();
        clone.Git("checkout", "--quiet", "-b", "work", "origin/release");

        Known(clone, "1.5.0", "origin/release", environment: new() { ["GITHUB_BASE_REF"] = "release" });
        Known(clone, "1.5.0", "origin/release", environment: new() { ["SYSTEM_PULLREQUEST_TARGETBRANCH"] = "refs/heads/release" });
        Known(clone, "1.0.0", "origin/HEAD");
    }

    [TestMethod]
    public void Commit_that_is_named_is_taken()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockOf("1.0.0"));
        repository.Git("tag", "reviewed");
        repository.Commit(Lock, LockOf("2.0.0"));

        Known(repository, "1.0.0", "reviewed", named: "reviewed");
    }

    [TestMethod]
    public void Branch_that_is_named_and_not_there_is_doubt()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockOf("1.0.0"));

        Assert.IsInstanceOfType<LockBase.Unavailable>(Of(repository, named: "origin/nowhere"));
        Assert.IsInstanceOfType<LockBase.Unavailable>(Of(repository, named: "--help"));
    }

    [TestMethod]
    public void Target_that_the_build_server_names_and_that_is_not_there_is_doubt()
    {
        using var origin = new GitRepository();
        origin.Commit(Lock, LockOf("1.0.0"));
        using var clone = origin.Clone();

        var doubt = Of(clone, environment: new() { ["GITHUB_BASE_REF"] = "release" }) as LockBase.Unavailable;

        Assert.Contains("origin/release", doubt?.Because ?? "something was found");
        Known(clone, "1.0.0", "origin/HEAD");
    }

    [TestMethod]
    public void Clone_that_does_not_reach_the_fork_from_a_target_that_is_named_is_doubt()
    {
        using var origin = new GitRepository();
        using var clone = ShallowClone(origin);

        Assert.IsInstanceOfType<LockBase.Unavailable>(Of(clone, environment: new() { ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] = "main" }));
    }

    [TestMethod]
    public void Shallow_clone_without_the_target_is_told_all_that_it_needs_at_once()
    {
        using var origin = new GitRepository();
        origin.Commit(Lock, LockOf("1.0.0"));
        origin.Git("checkout", "--quiet", "-b", "work");
        origin.Commit(Lock, LockOf("2.0.0"));
        origin.Commit("more.txt", "");
        using var clone = origin.Clone("--depth", "1");
        var target = new Dictionary<string, string> { ["GITHUB_BASE_REF"] = "main" };

        var doubt = (LockBase.Unavailable)Of(clone, environment: target);
        var command = doubt.Next.Split('`').Last(part => part.StartsWith("git fetch", StringComparison.Ordinal));
        clone.Git(command.Split(' ')[1..]);

        Assert.AreEqual("git fetch --unshallow origin +main:refs/remotes/origin/main", command);
        Known(clone, "1.0.0", "origin/main", environment: target);
    }

    [TestMethod]
    public void Comparison_can_be_turned_off_by_name()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockOf("1.0.0"));

        Assert.IsInstanceOfType<LockBase.TurnedOff>(Of(repository, named: "none"));
        Assert.IsInstanceOfType<LockBase.Unavailable>(Of(repository, named: "None"));
    }

    [TestMethod]
    public void Target_of_a_build_is_that_of_the_repository_around_a_submodule()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockOf("1.0.0"));
        using var parent = new GitRepository();
        parent.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", new Uri(repository.Root).AbsoluteUri, "inner");

        Assert.IsNotNull(TargetsOf(parent.Root)[0].ToldBy);
        Assert.IsNull(TargetsOf(Path.Combine(parent.Root, "inner"))[0].ToldBy);

        parent.Commit();
        using var other = new GitRepository();
        parent.Git("worktree", "add", "--quiet", Path.Combine(other.Root, "tree"));
        Assert.IsNotNull(TargetsOf(Path.Combine(other.Root, "tree"))[0].ToldBy);
    }

    [TestMethod]
    [DataRow("config", "[broken")]
    [DataRow("HEAD", "ref: nowhere at all")]
    public void Git_that_fails_is_doubt(string file, string text)
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockOf("1.0.0"));
        repository.Write(Path.Combine(".git", file), text);

        Assert.IsInstanceOfType<LockBase.Unavailable>(Of(repository));
    }

    [TestMethod]
    public void Worktree_whose_repository_is_not_there_is_doubt()
    {
        using var repository = new GitRepository();
        repository.Write("tree/.git", "gitdir: /nowhere/.git/worktrees/tree\n");

        Assert.IsInstanceOfType<LockBase.Unavailable>(Of(repository, "tree"));
    }

    [TestMethod]
    public void Folder_that_is_only_called_git_is_no_repository()
    {
        using var repository = new GitRepository();
        Directory.CreateDirectory(Path.Combine(repository.Root, "src", ".git"));

        Assert.Contains("no git repository", (Of(repository, "src") as LockBase.None)?.Because ?? "something was found");
        Assert.IsInstanceOfType<LockBase.Unavailable>(Of(repository, "src", environment: new() { ["GITHUB_BASE_REF"] = "main" }));
    }

    [TestMethod]
    public void Reviewed_lock_whose_contents_git_has_lost_is_doubt()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockOf("1.0.0"));
        foreach (var blob in repository.Answer("rev-parse", $"HEAD:{Lock}"))
        {
            File.Delete(Path.Combine(repository.Root, ".git", "objects", blob[..2], blob[2..]));
        }

        Assert.IsInstanceOfType<LockBase.Unavailable>(Of(repository));
    }

    [TestMethod]
    public void Work_that_shares_no_commit_with_its_target_is_doubt()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockOf("1.0.0"));
        repository.Git("checkout", "--quiet", "--orphan", "work");
        repository.Commit(Lock, LockOf("2.0.0"));

        Assert.IsInstanceOfType<LockBase.Unavailable>(Of(repository));
    }

    [TestMethod]
    public void Reviewed_lock_that_is_no_lock_is_doubt()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, "<<<<<<< ours");
        repository.Write(Lock, LockOf("1.0.0"));

        Assert.IsInstanceOfType<LockBase.Unavailable>(Of(repository));
    }

    [TestMethod]
    public void Shallow_clone_that_does_not_reach_the_fork_has_nothing_to_compare_with()
    {
        using var origin = new GitRepository();
        using var clone = ShallowClone(origin);

        Nothing(clone, "shallow");
    }

    [TestMethod]
    public void Where_there_was_no_lock_yet_nothing_is_compared()
    {
        using var repository = new GitRepository();
        repository.Commit("README.md", "");
        repository.Write(Lock, LockOf("1.0.0"));

        Nothing(repository, "no lock in main yet");
    }

    [TestMethod]
    public void Lock_that_was_moved_is_found_at_its_old_place()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockOf("1.0.0"));
        repository.Write(Lock, null);
        repository.Write("src/" + Lock, LockOf("2.0.0"));

        Known(repository, "1.0.0", "main", "src");
    }

    [TestMethod]
    public void Second_lock_is_compared_with_the_one_that_is_there()
    {
        using var repository = new GitRepository();
        repository.Commit(Lock, LockOf("1.0.0"));
        repository.Write("src/" + Lock, LockOf("2.0.0"));
        repository.Write("pins.json", LockOf("2.0.0"));

        Known(repository, "1.0.0", "main", "src");
        Known(repository, "1.0.0", "main", file: "pins.json");
    }

    [TestMethod]
    public void Second_lock_is_compared_with_all_that_are_there()
    {
        using var repository = new GitRepository();
        repository.Commit("a/" + Lock, LockOf("1.0.0"));
        repository.Commit("b/" + Lock, LockOf("3.0.0"));
        repository.Write("c/" + Lock, LockOf("2.0.0"));

        var known = (LockBase.Known)Of(repository, "c");
        Assert.AreEqual("1.0.0 3.0.0", string.Join(' ', known.PinsOf(PackageId.Parse("Contoso.Json")).Select(pin => pin.Since.Text)));
    }

    [TestMethod]
    public void Lock_that_has_a_reviewed_one_of_its_own_is_compared_with_that_alone()
    {
        using var repository = new GitRepository();
        repository.Commit("a/" + Lock, LockOf("1.0.0"));
        repository.Commit("b/" + Lock, LockOf("3.0.0"));

        Known(repository, "3.0.0", "main", "b");
    }

    [TestMethod]
    public void Lock_of_a_name_of_its_own_is_found_when_another_takes_its_place()
    {
        using var repository = new GitRepository();
        repository.Commit("eng/publishers.json", LockOf("1.0.0"));
        repository.Commit("other.json", """{ "firstUse": "of something else" }""");
        repository.Write("eng/pins.json", LockOf("2.0.0"));

        Known(repository, "1.0.0", "main", "eng", file: "pins.json");
        Known(repository, "1.0.0", "main");
    }

    [TestMethod]
    public void Bare_repository_among_the_files_is_not_asked()
    {
        using var repository = new GitRepository();
        repository.Commit("src/" + Lock, LockOf("1.0.0"));
        using var bare = repository.Clone("--bare");
        foreach (var file in Directory.EnumerateFiles(bare.Root, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(repository.Root, "src", Path.GetRelativePath(bare.Root, file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        _ = Directory.CreateDirectory(Path.Combine(repository.Root, "src", "refs"));
        repository.Commit();
        repository.Commit("src/" + Lock, LockOf("2.0.0"));

        Known(repository, "2.0.0", "main", "src");
    }

    [TestMethod]
    public void Where_history_forked_and_met_twice_the_lock_is_not_forgotten()
    {
        using var repository = new GitRepository();
        repository.Commit("README.md", "");
        repository.Git("branch", "harmless");
        repository.Commit(Lock, LockOf("1.0.0"));
        repository.Git("branch", "work");
        repository.Git("checkout", "--quiet", "harmless");
        repository.Commit("NOTES.md", "");
        repository.Git("checkout", "--quiet", "work");
        repository.Merge("harmless");
        repository.Git("checkout", "--quiet", "main");
        repository.Merge("harmless");
        repository.Git("checkout", "--quiet", "work");
        repository.Commit(Lock, LockOf("2.0.0"));

        Known(repository, "1.0.0", "main");
    }

    [TestMethod]
    public void Repository_without_a_commit_has_nothing_to_compare_with()
    {
        using var repository = new GitRepository();

        Nothing(repository, "no branch");
    }

    [TestMethod]
    public void Folder_without_git_has_nothing_to_compare_with()
    {
        var folder = Directory.CreateTempSubdirectory("installguard-");
        try
        {
            var found = new LockAtMergeBase(Path.Combine(folder.FullName, Lock), null, MergeTarget.Candidates(_ => null)).Base;

            Assert.AreEqual("this is no git repository", (found as LockBase.None)?.Because);
        }
        finally
        {
            folder.Delete();
        }
    }

    private static IReadOnlyList<MergeTarget> TargetsOf(string folder) =>
        GuardSettings.Read(name => name == "GITHUB_BASE_REF" ? "main" : name == SessionVariables.LockFile ? Path.Combine(folder, Lock) : null, folder).MergeTargets;

    private static GitRepository ShallowClone(GitRepository origin)
    {
        origin.Commit(Lock, LockOf("1.0.0"));
        origin.Git("checkout", "--quiet", "-b", "work");
        origin.Commit(Lock, LockOf("2.0.0"));
        origin.Git("checkout", "--quiet", "main");
        origin.Commit(Lock, LockOf("3.0.0"));
        var clone = origin.Clone("--depth", "1", "--no-single-branch");
        clone.Git("checkout", "--quiet", "work");
        return clone;
    }

    private static void Known(GitRepository repository, string since, string name, string folder = "", string? named = null, Dictionary<string, string>? environment = null, string file = Lock)
    {
        var known = Of(repository, folder, named, environment, file) as LockBase.Known;
        Assert.AreEqual(name, known?.Name);
        Assert.AreEqual(since, known!.PinsOf(PackageId.Parse("Contoso.Json")).Single().Since.Text);
    }

    private static void Nothing(GitRepository repository, string because)
    {
        var none = Of(repository) as LockBase.None;
        Assert.Contains(because, none?.Because ?? "something was found");
    }

    private static LockBase Of(GitRepository repository, string folder = "", string? named = null, Dictionary<string, string>? environment = null, string file = Lock) =>
        History(repository, folder, named, environment, file).Base;

    private static LockAtMergeBase History(GitRepository repository, string folder = "", string? named = null, Dictionary<string, string>? environment = null, string file = Lock) =>
        new(Path.Combine(repository.Root, folder, file), named, MergeTarget.Candidates(name => environment?.GetValueOrDefault(name)));

    internal static string LockOf(string since) => System.Text.Encoding.UTF8.GetString(LockWriter.Write(LockDocument.Empty.With(
        PackageId.Parse("Contoso.Json"), new(PackageVersion.Parse(since), PublisherIdentity.Unsigned, new PinOrigin.FirstUse(new(2026, 11, 21))))));
}
