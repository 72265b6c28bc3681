namespace InstallGuard.Adapters.Feeds;

/// <summary>Sources in ledger, lock and messages: never with what lets people in.</summary>
[TestClass]
public sealed class SourceNameTests
{
    [TestMethod]
    [DataRow("https://repository.example/v3/index.json", "https://repository.example/v3/index.json")]
    [DataRow("https://feed.example/v3/", "https://feed.example/v3")]
    [DataRow("https://feed.example", "https://feed.example")]
    [DataRow("HTTPS://Feed.Example/V3", "https://feed.example/V3")]
    [DataRow("https://feed.example:8443/v3", "https://feed.example:8443/v3")]
    [DataRow("https://jo:secret@feed.example/v3/index.json", "https://feed.example/v3/index.json")]
    [DataRow("https://secret@feed.example/v3", "https://feed.example/v3")]
    [DataRow("https://jo:sec%40ret@feed.example/v3", "https://feed.example/v3")]
    [DataRow("https://feed.example/v3?token=secret", "https://feed.example/v3")]
    [DataRow("https://feed.example/v3#secret", "https://feed.example/v3")]
    [DataRow("https://jo:secret@feed.example/v3?token=secret#secret", "https://feed.example/v3")]
    [DataRow("http://[::1]:5000/v3", "http://[::1]:5000/v3")]
    public void Address_is_written_without_credentials(string source, string expected)
    {
        Assert.AreEqual(expected, SourceName.Of(source));
        Assert.AreEqual(expected, SourceName.Of(SourceName.Of(source)), "twice");
    }

    [TestMethod]
    public void Folder_is_written_as_it_is()
    {
        var folder = Path.Combine(Path.GetTempPath(), "my feed");

        Assert.AreEqual(folder, SourceName.Of(folder));
        Assert.AreEqual(folder, SourceName.Of(new Uri(folder).AbsoluteUri));
    }

    [TestMethod]
    [DataRow("feed")]
    [DataRow("")]
    [DataRow("../feed")]
    public void Text_that_is_no_address_is_left_alone(string source) => Assert.AreEqual(source, SourceName.Of(source));
}
