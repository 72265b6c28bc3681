using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;
using PlainScene = InstallGuard.EndToEnd.Failures.Scene;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>An organisation hands several packages over: one look, one decision, and the way back.</summary>
[TestClass]
public sealed class AuditedUpdateTests
{
    private const string Reason = "Fabrikam has bought Contoso, see its announcement";

    private static readonly (string, string)[] Before = [("Contoso.Json", "1.0.0"), ("Contoso.Text", "1.0.0")];
    private static readonly (string, string)[] After = [("Contoso.Json", "2.0.0"), ("Contoso.Text", "2.0.0")];

    [TestMethod]
    public async Task Set_is_listed_accepted_for_one_reason_and_taken_back()
    {
        await using var scene = await PinnedAsync(Given.PackageOfAnother("Contoso.Json", "2.0.0"), Given.PackageOfAnother("Contoso.Text", "2.0.0"));
        var before = scene.Lock;
        _ = scene.Project(After);

        var listed = await scene.RestoreAsync("--collect");

        Assert.AreEqual(3, listed.ExitCode, listed.ToString());
        Assert.Contains("error IG1020: Contoso.Json 2.0.0: ", listed.Error, listed.ToString());
        Assert.Contains("error IG1020: Contoso.Text 2.0.0: ", listed.Error, listed.ToString());
        Assert.Contains("2 listed; to accept them together", listed.Output, listed.ToString());
        Assert.AreEqual(before, scene.Lock);
        Assert.IsEmpty(scene.Sandbox.Extracted("Contoso.Json", "2.0.0"), "a list lets nothing through");
        Assert.AreEqual(3, (await scene.RestoreAsync()).ExitCode, "a list accepts nothing by itself");

        var stale = await RunAsync(scene, "check", "--collect");
        Assert.AreEqual(4, stale.ExitCode, "what was restored is not what the project asks for now");
        Assert.Contains("asks for other packages now than when it was restored", stale.Error, stale.ToString());
        var ended = await RunAsync(scene, "restore", "--collect", "--", "--no-such-option");
        Assert.AreEqual(4, ended.ExitCode, ended.ToString());
        Assert.Contains("what an earlier one listed is still listed", ended.Output);

        var unasked = await RunAsync(scene, "accept", "--collected", "--reason", Reason);
        Assert.AreEqual(2, unasked.ExitCode, unasked.ToString());
        Assert.Contains("run this with --yes", unasked.Error);
        Assert.AreEqual(before, scene.Lock);

        var accepted = await RunAsync(scene, "accept", "--collected", "--yes", "--reason", Reason, "--by", "jo@contoso.example");

        Assert.AreEqual(0, accepted.ExitCode, accepted.ToString());
        Assert.Contains("Contoso.Json 2.0.0: IG1020 author-changed: ", accepted.Output, "the list is shown");
        Assert.AreEqual(3, scene.Lock!.Split(Reason).Length, scene.Lock);
        Assert.AreEqual(0, (await scene.RestoreAsync()).ExitCode);

        foreach (var id in new[] { "Contoso.Json", "Contoso.Text" })
        {
            var reverted = await RunAsync(scene, "revert", id);
            Assert.AreEqual(0, reverted.ExitCode, reverted.ToString());
        }

        Assert.AreEqual(before, scene.Lock);
        Assert.AreEqual(3, (await scene.RestoreAsync()).ExitCode);
    }

    [TestMethod]
    public async Task Set_that_is_named_is_accepted_as_one_or_not_at_all()
    {
        await using var scene = await PinnedAsync(Given.PackageOfAnother("Contoso.Json", "2.0.0"), Given.PackageOfAnother("Contoso.Text", "2.0.0"));
        var before = scene.Lock;
        _ = scene.Project(After);
        Assert.AreEqual(3, (await scene.RestoreAsync()).ExitCode);

        var unknown = await RunAsync(scene, "accept", "Contoso.Json", "Contoso.Xml", "--reason", Reason);
        Assert.AreEqual(2, unknown.ExitCode, unknown.ToString());
        Assert.Contains("no change of Contoso.Xml was blocked here", unknown.Error);
        Assert.AreEqual(before, scene.Lock);

        var accepted = await RunAsync(scene, "accept", "Contoso.Json", "Contoso.Text", "--reason", Reason);

        Assert.AreEqual(0, accepted.ExitCode, accepted.ToString());
        Assert.AreEqual(0, (await scene.RestoreAsync()).ExitCode);
    }

    [TestMethod]
    public async Task What_an_earlier_run_blocked_is_not_accepted_with_the_list()
    {
        await using var scene = await PinnedAsync(Given.PackageOfAnother("Contoso.Json", "2.0.0"), Given.PackageOfAnother("Contoso.Text", "2.0.0"));
        _ = scene.Project(("Contoso.Json", "2.0.0"), ("Contoso.Text", "1.0.0"));
        Assert.AreEqual(3, (await scene.RestoreAsync()).ExitCode);
        _ = scene.Project(("Contoso.Json", "1.0.0"), ("Contoso.Text", "2.0.0"));
        Assert.AreEqual(3, (await scene.RestoreAsync("--collect")).ExitCode);

        var accepted = await RunAsync(scene, "accept", "--collected", "--yes", "--reason", Reason);

        Assert.AreEqual(0, accepted.ExitCode, accepted.ToString());
        Assert.DoesNotContain("Contoso.Json", accepted.Output);
        Assert.AreEqual(2, scene.Lock!.Split(Reason).Length, scene.Lock);
    }

    private static async Task<PlainScene> PinnedAsync(params byte[][] next)
    {
        var scene = await PlainScene.CreateAsync([Given.Package("Contoso.Json", "1.0.0"), Given.Package("Contoso.Text", "1.0.0"), .. next]);
        _ = scene.Project(Before);
        var first = await scene.RestoreAsync();
        Assert.AreEqual(0, first.ExitCode, first.ToString());
        return scene;
    }

    private static Task<ProcessResult> RunAsync(PlainScene scene, params string[] arguments) => scene.GuardAsync(Guarded.Installed, scene.Folder, arguments);
}
