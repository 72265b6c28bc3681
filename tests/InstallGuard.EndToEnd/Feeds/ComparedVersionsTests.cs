using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Feeds;

/// <summary><c>installguard compare</c> on a feed that announces how it signs.</summary>
[TestClass]
public sealed class ComparedVersionsTests
{
    private static readonly DateTimeOffset At = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public async Task Owners_that_an_announced_repository_states_are_compared()
    {
        var repository = TestAuthority.Shared.IssueRepository();
        await using var feed = await Attacks.Scene.AnnouncingFeedAsync(repository);
        await using var sandbox = await Sandbox.Create(SandboxSource.Of(feed)).TrustingTestRoots();
        sandbox.TrustTransport();
        _ = feed.Add(Signed("1.0.0", "ann")).Add(Signed("1.1.0", "ann")).Add(Signed("2.0.0", "mallory"));

        var result = await sandbox.GuardAsync(sandbox.Work, "compare", "Contoso.Json@1.0.0", "Contoso.Json@1.1.0", "Contoso.Json@2.0.0");

        Assert.AreEqual(3, result.ExitCode, result.ToString());
        Assert.Contains("Contoso.Json 1.0.0 → 1.1.0\nno publisher changed", result.Output.ReplaceLineEndings("\n"));
        Assert.Contains("error IG1032: Contoso.Json 2.0.0: ", result.Output);

        byte[] Signed(string version, string owner) => TestPackage.RepositorySigned(
            TestPackage.Create("Contoso.Json", version), repository, feed.Index, [owner], At);
    }

    [TestMethod]
    public async Task Version_without_the_signature_that_the_feed_announces_for_all_is_blocked()
    {
        var repository = TestAuthority.Shared.IssueRepository();
        await using var feed = await TestFeed.StartAsync(new() { Https = true, Signatures = new(AllRepositorySigned: true, [repository.Sha256]) });
        await using var sandbox = await Sandbox.Create(SandboxSource.Of(feed)).TrustingTestRoots();
        sandbox.TrustTransport();
        _ = feed.Add(TestPackage.RepositorySigned(TestPackage.Create("Contoso.Json", "1.0.0"), repository, feed.Index, ["ann"], At))
            .Add(TestPackage.Create("Contoso.Json", "2.0.0"));

        var result = await sandbox.GuardAsync(sandbox.Work, "compare", "Contoso.Json@1.0.0", "Contoso.Json@2.0.0");

        Assert.AreEqual(3, result.ExitCode, result.ToString());
        Assert.Contains("error IG2005: Contoso.Json 2.0.0: ", result.Output);
    }
}
