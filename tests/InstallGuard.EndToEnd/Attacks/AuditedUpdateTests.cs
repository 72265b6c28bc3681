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

        var audited = await scene.RestoreAsync("--audit");

        Assert.AreEqual(0, audited.ExitCode, audited.ToString());
        Assert.Contains("warning IG1020: Contoso.Json 2.0.0: ", audited.Output, audited.ToString());
        Assert.Contains("warning IG1020: Contoso.Text 2.0.0: ", audited.Output, audited.ToString());
        Assert.Contains("2 packages checked, 2 would be blocked; nothing was recorded", audited.Output, audited.ToString());
        Assert.AreEqual(before, scene.Lock);
        Assert.IsFalse(File.Exists(Path.Combine(scene.Folder, "obj", "project.assets.json")), "what nobody has accepted is not built");
        Assert.AreEqual(3, (await scene.RestoreAsync()).ExitCode, "an audit accepts nothing by itself");

        var unasked = await RunAsync(scene, "accept", "--from-audit", "--reason", Reason);
        Assert.AreEqual(2, unasked.ExitCode, unasked.ToString());
        Assert.Contains("run this with --yes", unasked.Error);
        Assert.AreEqual(before, scene.Lock);

        var accepted = await RunAsync(scene, "accept", "--from-audit", "--yes", "--reason", Reason, "--by", "jo@contoso.example");

        Assert.AreEqual(0, accepted.ExitCode, accepted.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0: ", accepted.Output, "the list is shown");
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
    public async Task Signature_that_does_not_verify_is_blocked_in_an_audit_too()
    {
        await using var scene = await PinnedAsync(Tampering.EntryAdded(Given.Package("Contoso.Json", "2.0.0")));
        _ = scene.Project(("Contoso.Json", "2.0.0"), ("Contoso.Text", "1.0.0"));

        var audited = await scene.RestoreAsync("--audit");

        Assert.AreEqual(3, audited.ExitCode, audited.ToString());
        Assert.IsEmpty(scene.Sandbox.Extracted("Contoso.Json", "2.0.0"));
    }

    [TestMethod]
    public async Task Environment_cannot_make_an_audit_of_a_restore()
    {
        await using var scene = await PinnedAsync(Given.PackageOfAnother("Contoso.Json", "2.0.0"));
        scene.Sandbox.SetVariable("INSTALLGUARD_AUDIT", "true");
        _ = scene.Project(("Contoso.Json", "2.0.0"), ("Contoso.Text", "1.0.0"));

        Assert.AreEqual(3, (await scene.RestoreAsync()).ExitCode);
        Assert.IsEmpty(scene.Sandbox.Extracted("Contoso.Json", "2.0.0"));
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
