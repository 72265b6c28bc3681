namespace InstallGuard.Cli;

/// <summary>The commands that speak about what was shown before, where nothing was.</summary>
[TestClass]
public sealed class AcceptAndExplainTests
{
    [TestMethod]
    public async Task Accepting_what_was_never_shown_is_an_error_and_writes_nothing()
    {
        using var shell = new Shell();

        Assert.AreEqual(2, await shell.RunAsync("accept", "Contoso.Json", "--reason", "because", "--by", "jo"));

        Assert.Contains("installguard restore", shell.Error);
        Assert.IsFalse(File.Exists(Path.Combine(shell.Folder, "installguard.lock.json")));
    }

    [TestMethod]
    public async Task Explaining_what_was_never_seen_could_not_tell()
    {
        using var shell = new Shell();

        Assert.AreEqual(4, await shell.RunAsync("explain", "Contoso.Json@1.0.0"), shell.Error);

        Assert.Contains("nothing is known about it", shell.Out);
    }

    [TestMethod]
    public async Task Unreadable_lock_is_blocked_with_its_position()
    {
        using var shell = new Shell();
        var locked = shell.File("installguard.lock.json", "{\n  \"version\": 2\n}"u8.ToArray());

        Assert.AreEqual(3, await shell.RunAsync("explain", "Contoso.Json"), shell.Out + shell.Error);
        Assert.AreNotEqual(0, await shell.RunAsync("accept", "Contoso.Json", "--reason", "because", "--by", "jo"));

        Assert.Contains("IG5001", shell.Error);
        Assert.Contains("line 2, column 14", shell.Error);
        Assert.AreEqual("{\n  \"version\": 2\n}", await File.ReadAllTextAsync(locked));
    }
}
