using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Folders that packages come from: those of a repository, and those outside of it.</summary>
[TestClass]
public sealed class RepositoryFeedsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("installguard-feeds-").FullName;

    public RepositoryFeedsTests()
    {
        _ = Directory.CreateDirectory(Path.Combine(_folder, "repo", "vendor", "feed"));
        _ = Directory.CreateDirectory(Path.Combine(_folder, "share"));
    }

    [TestMethod]
    [DataRow("repo/vendor/feed", "./vendor/feed")]
    [DataRow("repo/vendor/feed/", "./vendor/feed")]
    [DataRow("repo/vendor/../vendor/./feed", "./vendor/feed")]
    [DataRow("share/../repo/vendor", "./vendor")]
    [DataRow("repo", "./")]
    [DataRow("repo/not-there", "./not-there")]
    [DataRow("repo/..data", "./..data")]
    [DataRow("share", "local folder")]
    [DataRow("repo2", "local folder")]
    [DataRow("", "local folder")]
    public void Folder_is_the_repositorys_or_it_is_not(string source, string expected)
    {
        var path = $"{_folder}/{source}";

        Assert.AreEqual(expected, Of(path)?.Text);
        Assert.AreEqual(expected, Of($"file://{path}")?.Text);
        Assert.AreEqual(Of(path), FeedIdentity.Parse(expected));
    }

    [TestMethod]
    public void Link_is_the_repositorys_where_it_lies_there_and_where_it_leads_there()
    {
        Link("repo/out", "../share");
        Link("in", "repo/vendor");
        Link("same", "repo");
        Link("around", "around");

        Assert.AreEqual("./out", Of($"{_folder}/repo/out")?.Text);
        Assert.AreEqual("./vendor/feed", Of($"{_folder}/in/feed")?.Text);
        Assert.AreEqual("./vendor", new RepositoryFeeds($"{_folder}/same").Of($"{_folder}/repo/vendor")?.Text);
        Assert.IsNull(Of($"{_folder}/around"));
    }

    [TestMethod]
    public void Address_is_what_it_was() => Assert.AreEqual("https://feed.contoso.example/index.json", Of("https://feed.contoso.example/index.json/")?.Text);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Link(string path, string target) => Directory.CreateSymbolicLink(Path.Combine(_folder, path), target);

    private FeedIdentity? Of(string source) => new RepositoryFeeds(Path.Combine(_folder, "repo")).Of(source);
}
