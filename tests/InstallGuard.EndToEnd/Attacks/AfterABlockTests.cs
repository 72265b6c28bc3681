using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>What a person can do about a version that was refused.</summary>
[TestClass]
public sealed class AfterABlockTests
{
    private const int Blocked = 3;
    private const string Reason = "handed over to bob, see the project's announcement";

    [TestMethod]
    public async Task Blocked_version_is_blocked_again_explained_accepted_and_passes_from_then_on()
    {
        await using var scene = await BlockedAsync();

        var blocked = await scene.Project.AssertRefusedAsync("2.0.0", "IG1032");
        Assert.HasCount(2, (blocked.Output + blocked.Error).Split("none of the pinned owners"), $"once, and no more: {blocked}");
        Assert.DoesNotContain("GetFilesInPackage", blocked.Output + blocked.Error);
        var explained = await scene.Project.RunAsync("explain", Scene.Id);

        Assert.AreEqual(Blocked, explained.ExitCode, explained.ToString());
        Assert.Contains("since 1.0.0: ", explained.Output);
        Assert.Contains($"evidence in {Scene.Id} 2.0.0, from {scene.Feed.Index}:", explained.Output);
        Assert.Contains("decision: a person must look, against the pin since 1.0.0", explained.Output);
        Assert.Contains($"IG1032: {Scene.Id} 2.0.0: ", explained.Output);
        Assert.Contains($"pinned: repository {scene.Feed.Index}, owners alice (since 1.0.0)", explained.Output);
        Assert.Contains($"now: repository {scene.Feed.Index}, owners bob", explained.Output);
        var before = scene.Project.Lock;

        var accepted = await scene.Project.RunAsync("accept", Scene.Id, "--reason", Reason, "--by", "jo@contoso.example");

        Assert.AreEqual(0, accepted.ExitCode, accepted.ToString());
        Assert.AreNotEqual(before, scene.Project.Lock);
        Assert.Contains("\"since\": \"1.0.0\"", scene.Project.Lock);
        Assert.Contains("\"alice\"", scene.Project.Lock);
        Assert.Contains("\"since\": \"2.0.0\"", scene.Project.Lock);
        Assert.Contains("\"bob\"", scene.Project.Lock);
        Assert.Contains("\"change\": \"owners-replaced\"", scene.Project.Lock);
        Assert.Contains("\"by\": \"jo@contoso.example\"", scene.Project.Lock);
        Assert.Contains($"\"reason\": \"{Reason}\"", scene.Project.Lock);
        await scene.Project.AssertMatchesAsync("2.0.0");
    }

    [TestMethod]
    public async Task Version_that_was_given_up_is_not_the_one_that_is_explained()
    {
        await using var scene = await BlockedAsync();
        scene.Project.EmptyPackages();
        await scene.Project.AssertMatchesAsync("1.0.0");

        var explained = await scene.Project.RunAsync("explain", Scene.Id);

        Assert.AreEqual(0, explained.ExitCode, explained.ToString());
        Assert.Contains("used in this repository: 1.0.0", explained.Output);
        Assert.Contains($"evidence in {Scene.Id} 1.0.0, from ", explained.Output);
    }

    [TestMethod]
    public async Task Acceptance_covers_what_was_shown_and_nothing_else()
    {
        await using var scene = await BlockedAsync();
        var accepted = await scene.Project.RunAsync("accept", Scene.Id, "--reason", Reason);
        Assert.AreEqual(0, accepted.ExitCode, accepted.ToString());

        // Between the acceptance and the next restore the feed puts something else in its place.
        _ = await scene.AssertRefusedAsync(scene.Signed("2.0.0", "mallory"), "IG1032");
    }

    [TestMethod]
    public async Task Accepted_transition_lets_no_later_other_one_in()
    {
        await using var scene = await BlockedAsync();
        Assert.AreEqual(0, (await scene.Project.RunAsync("accept", Scene.Id, "--reason", Reason)).ExitCode);
        await scene.Project.AssertMatchesAsync("2.0.0");
        _ = scene.Feed.Add(scene.Signed("3.0.0", "mallory")).Add(scene.Signed("4.0.0", "alice"));

        var somebodyElse = await scene.Project.AssertRefusedAsync("3.0.0", "IG1032");
        var theEarlierOwner = await scene.Project.AssertRefusedAsync("4.0.0", "IG1032");

        Assert.Contains("owners bob (since 2.0.0)", somebodyElse.Error);
        Assert.Contains("owners bob (since 2.0.0)", theEarlierOwner.Error);
    }

    [TestMethod]
    public async Task What_contradicts_itself_cannot_be_accepted()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));
        var forger = TestAuthority.Shared.IssueRepository();
        foreach (var (version, next, code) in new[]
        {
            ("2.0.0", Tampering.ContentChanged(scene.Signed("2.0.0", "alice")), "IG2001"),
            ("2.1.0", TestPackage.RepositorySigned(scene.Unsigned("2.1.0"), forger, scene.Feed.Index, ["alice"], Scene.At), "IG2003"),
            ("2.2.0", scene.Signed("1.0.0", "alice"), "IG2004"),
        })
        {
            _ = scene.Feed.Add(Scene.Id, version, next);
            _ = await scene.Project.AssertRefusedAsync(version, code == "IG2003" ? [code, "IG1011"] : [code]);

            await AssertNotAcceptableAsync(scene, version, code);
        }
    }

    [TestMethod]
    public async Task Republished_version_cannot_be_accepted()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));
        _ = scene.Feed.Add(TestPackage.RepositorySigned(
            scene.Unsigned("1.0.0", "other contents"), scene.Repository, scene.Feed.Index, ["alice"], Scene.At));
        scene.Project.EmptyPackages();
        _ = await scene.Project.AssertRefusedAsync("1.0.0", "IG2010");

        await AssertNotAcceptableAsync(scene, "1.0.0", "IG2010");
    }

    private static async Task<Scene> BlockedAsync()
    {
        var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));
        _ = await scene.AssertRefusedAsync(scene.Signed("2.0.0", "bob"), "IG1032");
        return scene;
    }

    private static async Task AssertNotAcceptableAsync(Scene scene, string version, string code)
    {
        var before = scene.Project.Lock;

        var accepted = await scene.Project.RunAsync("accept", Scene.Id, "--version", version, "--reason", Reason);

        Assert.AreEqual(Blocked, accepted.ExitCode, accepted.ToString());
        Assert.Contains($"error {code}: {Scene.Id} ", accepted.Error);
        Assert.Contains("this cannot be accepted", accepted.Error);
        Assert.AreEqual(before, scene.Project.Lock);
    }
}
