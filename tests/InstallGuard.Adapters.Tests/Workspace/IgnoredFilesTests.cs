using InstallGuard.Testing;

namespace InstallGuard.Adapters.Workspace;

/// <summary>A lock that git ignores is in no commit: whoever clones the repository trusts anew.</summary>
[TestClass]
public sealed class IgnoredFilesTests
{
    [TestMethod]
    [DataRow("*.lock.json\n", true)]
    [DataRow("*.lock.json\n!/installguard.lock.json\n", false)]
    [DataRow("bin/\n", false)]
    public void Lock_is_ignored_as_git_says(string gitignore, bool isIgnored)
    {
        using var repository = new GitRepository();
        repository.Write(".gitignore", gitignore);
        var path = Path.Combine(repository.Root, "installguard.lock.json");

        var answer = (IgnoredFiles.Known)IgnoredFiles.In(repository.Root, [path, Path.Combine(repository.Root, "global.json")]);

        Assert.AreSequenceEqual(isIgnored ? [path] : Array.Empty<string>(), answer.Files);
    }

    [TestMethod]
    public void Lock_that_was_committed_all_the_same_is_not_ignored()
    {
        using var repository = new GitRepository();
        repository.Commit("installguard.lock.json", "[]");
        repository.Write(".gitignore", "*.lock.json\n");

        Assert.IsEmpty(((IgnoredFiles.Known)IgnoredFiles.In(repository.Root, [Path.Combine(repository.Root, "installguard.lock.json")])).Files);
    }

    [TestMethod]
    public void Git_that_does_not_say_is_not_taken_for_a_no()
    {
        using var repository = new GitRepository();
        File.WriteAllText(Path.Combine(repository.Root, ".git", "config"), "[broken");

        Assert.IsInstanceOfType<IgnoredFiles.Unknown>(IgnoredFiles.In(repository.Root, [Path.Combine(repository.Root, "a")]));
    }

    [TestMethod]
    public void Nothing_is_ignored_where_there_is_no_repository()
    {
        var folder = Directory.CreateTempSubdirectory("installguard-");
        try
        {
            Assert.IsEmpty(((IgnoredFiles.Known)IgnoredFiles.In(folder.FullName, [Path.Combine(folder.FullName, "a")])).Files);
        }
        finally
        {
            folder.Delete();
        }
    }
}
