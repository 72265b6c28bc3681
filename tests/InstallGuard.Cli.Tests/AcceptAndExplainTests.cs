using InstallGuard.Adapters.Session;
using InstallGuard.Decisions;
using InstallGuard.Testing;

namespace InstallGuard.Cli;

/// <summary>The commands that speak about what was shown before, where nothing was.</summary>
[TestClass]
public sealed class AcceptAndExplainTests
{
    [TestMethod]
    public async Task Accepting_what_was_never_shown_is_an_error_and_writes_nothing()
    {
        using var shell = new Shell();

        Assert.AreEqual(2, await shell.RunAsync("accept", "Contoso.Json", "--reason", "it was announced", "--by", "jo"));

        Assert.Contains("installguard restore", shell.Error);
        Assert.IsFalse(File.Exists(Path.Combine(shell.Folder, "installguard.lock.json")));
    }

    [TestMethod]
    public async Task Accepting_a_name_that_is_not_blocked_names_what_is()
    {
        using var shell = new Shell();
        Refused(shell, "Contoso.Json", "2.0.0");
        Refused(shell, "Contoso.Xml", "1.1.0");

        Assert.AreEqual(2, await shell.RunAsync("accept", "Contoso.Josn", "--reason", "it moved to its own account"));

        Assert.Contains("no change of Contoso.Josn was blocked here that could be accepted. Did you mean Contoso.Json?", shell.Error);
        Assert.Contains("blocked here: Contoso.Json 2.0.0, Contoso.Xml 1.1.0", shell.Error);
        Assert.IsFalse(File.Exists(Path.Combine(shell.Folder, "installguard.lock.json")));
    }

    [TestMethod]
    public async Task Name_that_is_pinned_nowhere_is_asked_after()
    {
        using var shell = new Shell();
        Refused(shell, "Contoso.Json", "2.0.0");
        Assert.AreEqual(0, await shell.RunAsync("accept", "Contoso.Json", "--reason", "it moved to its own account", "--by", "jo"), shell.Error);
        Assert.Contains("written to installguard.lock.json; ", shell.Out);

        Assert.AreEqual(4, await shell.RunAsync("explain", "Contoso.Josn"));
        Assert.AreEqual(2, await shell.RunAsync("revert", "Contoso.Josn"));

        Assert.Contains("Contoso.Josn: no pin in installguard.lock.json. Did you mean Contoso.Json?", shell.Out);
        Assert.DoesNotContain("run `installguard restore`", shell.Out);
        Assert.Contains("no such change was accepted; see `installguard explain Contoso.Josn`. Did you mean Contoso.Json?", shell.Error);
    }

    [TestMethod]
    public async Task Package_whose_restore_was_blocked_is_not_called_unused()
    {
        using var shell = new Shell();
        Refused(shell, "Contoso.Json", "2.0.0");

        _ = await shell.RunAsync("explain", "Contoso.Json");
        _ = await shell.RunAsync("explain", "Contoso.Xml");

        Assert.Contains("blocked, so not restored: 2.0.0", shell.Out);
        Assert.Contains("no project of this repository is restored here; a restore that is blocked", shell.Out);
        Assert.DoesNotContain("no project of this repository uses it", shell.Out);
    }

    [TestMethod]
    public async Task Explaining_what_was_never_seen_could_not_tell()
    {
        using var shell = new Shell();

        Assert.AreEqual(4, await shell.RunAsync("explain", "Contoso.Json@1.0.0"), shell.Error);

        Assert.Contains("nothing is known about it", shell.Out);
    }

    [TestMethod]
    public async Task Reason_copied_from_the_message_is_refused_with_what_to_write()
    {
        using var shell = new Shell();

        Assert.AreEqual(2, await shell.RunAsync("accept", "Contoso.Json", "--reason", "<what you found>"));

        Assert.Contains("--reason is the placeholder of the message; write what you found out", shell.Error);
    }

    [TestMethod]
    public async Task List_of_a_collecting_run_is_accepted_by_its_old_name_too()
    {
        using var shell = new Shell();

        Assert.AreEqual(2, await shell.RunAsync("accept", "--collected", "--reason", "it was announced"));
        Assert.AreEqual(2, await shell.RunAsync("accept", "--from-audit", "--reason", "it was announced"));

        Assert.HasCount(3, shell.Error.Split("error: nothing is listed that is still to be accepted; run `installguard restore --collect`"));
    }

    [TestMethod]
    public async Task Unreadable_lock_is_blocked_with_its_position()
    {
        using var shell = new Shell();
        var locked = shell.File("installguard.lock.json", "{\n  \"version\": 2\n}"u8.ToArray());

        Assert.AreEqual(3, await shell.RunAsync("explain", "Contoso.Json"), shell.Out + shell.Error);
        Assert.AreNotEqual(0, await shell.RunAsync("accept", "Contoso.Json", "--reason", "it was announced", "--by", "jo"));

        Assert.Contains("IG5001", shell.Error);
        Assert.Contains("line 2, column 14", shell.Error);
        Assert.AreEqual("{\n  \"version\": 2\n}", await File.ReadAllTextAsync(locked));
    }

    // What a restore with `--locked` leaves behind that met a new package.
    private static void Refused(Shell shell, string id, string version)
    {
        var settings = GuardSettings.Read(shell.Ports.Environment, shell.Folder);
        using var engine = new GuardEngine(settings, SdkOfTheTests.Found, TimeProvider.System, shell.Ports.Warn);
        using var file = new MemoryStream(TestPackage.Create(id, version));
        var look = (Look.Seen)engine.Reader.Read(file, DateTimeOffset.UnixEpoch, CancellationToken.None);
        engine.Refusals.Remember([new(look.Evidence.Found.Contents.Declared, "local folder", look.Evidence.Found, null, DateTimeOffset.UnixEpoch)]);
    }
}
