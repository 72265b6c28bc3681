using InstallGuard.Testing;

namespace InstallGuard.Adapters.Workspace;

/// <summary>What a commit brought, in a packages folder inside a repository.</summary>
[TestClass]
public sealed class CommittedFilesTests
{
    [TestMethod]
    public void What_was_restored_into_a_repository_did_not_come_with_a_commit()
    {
        using var repository = new GitRepository();
        repository.Commit("offline/contoso.json/1.0.0/contoso.json.nuspec", "");
        repository.Write("offline/contoso.json/1.0.0-beta/contoso.json.nuspec", "");
        repository.Write("packages/contoso.json/1.0.0/contoso.json.nuspec", "");

        Assert.IsTrue(CommittedFiles.AreIn(Path.Combine(repository.Root, "offline", "contoso.json", "1.0.0")));
        Assert.IsFalse(CommittedFiles.AreIn(Path.Combine(repository.Root, "offline", "contoso.json", "1.0.0-beta")));
        Assert.IsFalse(CommittedFiles.AreIn(Path.Combine(repository.Root, "packages", "contoso.json", "1.0.0")));

        repository.Commit();
        Assert.IsTrue(CommittedFiles.AreIn(Path.Combine(repository.Root, "packages", "contoso.json", "1.0.0")));
    }

    [TestMethod]
    public void Link_into_a_repository_leads_into_it()
    {
        using var repository = new GitRepository();
        repository.Commit("offline/contoso.json/1.0.0/contoso.json.nuspec", "");
        var elsewhere = Directory.CreateTempSubdirectory("installguard-");
        try
        {
            var link = File.CreateSymbolicLink(Path.Combine(elsewhere.FullName, "offline"), Path.Combine(repository.Root, "offline"));

            Assert.IsTrue(CommittedFiles.AreIn(Path.Combine(link.FullName, "contoso.json", "1.0.0")));
            Assert.IsFalse(CommittedFiles.AreIn(elsewhere.FullName));
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }
}
