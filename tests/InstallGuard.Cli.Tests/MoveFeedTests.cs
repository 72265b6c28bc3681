namespace InstallGuard.Cli;

/// <summary><c>installguard move-feed</c>: the feed of all unsigned pins, as one acceptance.</summary>
[TestClass]
public sealed class MoveFeedTests
{
    private const string Lock = """
        {
          "version": 1,
          "packages": {
            "Contoso.A": [
              {
                "since": "1.0.0",
                "unsigned": true,
                "feed": "local folder",
                "firstUse": "2026-11-21"
              }
            ],
            "Contoso.B": [
              {
                "since": "1.0.0",
                "unsigned": true,
                "feed": "https://old.contoso.example/index.json",
                "firstUse": "2026-11-21"
              }
            ],
            "Contoso.C": [
              {
                "since": "1.0.0",
                "unsigned": true,
                "feed": "./packages",
                "firstUse": "2026-11-21"
              }
            ]
          }
        }

        """;

    [TestMethod]
    [DataRow("Contoso.A", "local folder")]
    [DataRow("Contoso.A", "/somewhere/else")]
    [DataRow("Contoso.B", "https://old.contoso.example/index.json")]
    [DataRow("Contoso.B", "https://user:secret@OLD.contoso.example:443/index.json/")]
    [DataRow("Contoso.C", "./packages")]
    [DataRow("Contoso.C", "packages")]
    public async Task Pins_of_the_feed_say_where_it_is_now_and_who_said_so(string moved, string old)
    {
        using var shell = new Shell();
        Directory.CreateDirectory(Path.Combine(shell.Folder, "packages"));
        var lockPath = shell.File("installguard.lock.json", System.Text.Encoding.UTF8.GetBytes(Lock.ReplaceLineEndings("\n")));

        var code = await shell.RunAsync("move-feed", old, "https://new.contoso.example/index.json", "--reason", "our own feed server", "--by", "jo@contoso.example");

        Assert.AreEqual(0, code, shell.Error);
        Assert.Contains($"{moved}: since 1.0.0: unsigned, from https://new.contoso.example/index.json", shell.Out);
        Assert.Contains("review and commit it", shell.Out);
        var written = await File.ReadAllTextAsync(lockPath);
        Assert.HasCount(2, written.Split("https://new.contoso.example/index.json"));
        Assert.HasCount(2, written.Split("\"change\": \"feed-changed\""));
        Assert.Contains("\"reason\": \"our own feed server\"", written);
        Assert.DoesNotContain("secret", written + shell.Out);
    }

    [TestMethod]
    public async Task Feed_that_no_pin_names_is_an_error_that_says_which_there_are()
    {
        using var shell = new Shell();
        var lockPath = shell.File("installguard.lock.json", System.Text.Encoding.UTF8.GetBytes(Lock.ReplaceLineEndings("\n")));

        var code = await shell.RunAsync("move-feed", "https://other.example/", "https://new.contoso.example/", "--reason", "our own feed server");

        Assert.AreEqual(2, code, shell.Out);
        Assert.Contains("no unsigned package is pinned to https://other.example", shell.Error);
        Assert.Contains("./packages, a folder of the repository, https://old.contoso.example/index.json, a local folder", shell.Error);
        Assert.AreEqual(Lock.ReplaceLineEndings("\n"), await File.ReadAllTextAsync(lockPath));
    }
}
