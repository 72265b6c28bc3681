using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Feeds;

/// <summary>A feed that announces that every package on it carries its signature.</summary>
[TestClass]
public sealed class AnnouncedSignaturesTests
{
    private static readonly DateTimeOffset SignedAt = new(2024, 5, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TestCertificate Repository = TestAuthority.Shared.IssueRepository();

    [TestMethod]
    public async Task Package_with_the_feeds_signature_passes()
    {
        await using var scene = await AnnouncingAsync();
        _ = scene.Feed.Add(Signed(scene, TestPackage.Create("Contoso.Json", "1.0.0")));
        _ = scene.Feed.Add(Countersigned(scene, Given.Package("Contoso.Xml", "1.0.0")));
        _ = scene.Project(("Contoso.Json", "1.0.0"), ("Contoso.Xml", "1.0.0"));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(0, "Contoso.Json 1.0.0", "contoso", "Contoso Ltd");
        scene.Has("Contoso.Json", "1.0.0");
        scene.Has("Contoso.Xml", "1.0.0");
        Assert.Contains("\"contoso\"", scene.Lock!);
    }

    [TestMethod]
    public async Task Package_without_the_feeds_signature_is_rejected()
    {
        await using var scene = await AnnouncingAsync();
        _ = scene.Feed.Add(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(3, "IG2005", "Contoso.Json 1.0.0");
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    [TestMethod]
    public async Task Package_without_any_signature_is_rejected()
    {
        await using var scene = await AnnouncingAsync();
        _ = scene.Feed.Add(TestPackage.Create("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(3, "IG2005", "Contoso.Json 1.0.0");
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    [TestMethod]
    public async Task Package_with_a_signature_that_the_feed_did_not_announce_is_a_forgery()
    {
        await using var scene = await AnnouncingAsync();
        var forger = TestAuthority.Shared.IssueRepository(issuer: TestAuthority.Shared.AnotherAuthority);
        _ = scene.Feed.Add(TestPackage.RepositorySigned(
            TestPackage.Create("Contoso.Json", "1.0.0"), forger, scene.Feed.Index, ["contoso"], SignedAt));
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(3, "IG2003", "Contoso.Json 1.0.0");
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    [TestMethod]
    public async Task Announcement_that_cannot_be_fetched_leaves_the_package_out()
    {
        await using var scene = await AnnouncingAsync();
        _ = scene.Feed.Add(Signed(scene, TestPackage.Create("Contoso.Json", "1.0.0")));
        scene.Feed.Misbehave("/v3/signatures/", new FeedFault.Status(500));
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG3001", "500");
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    private static async Task<Scene> AnnouncingAsync()
    {
        var scene = await Scene.CreateAsync(new TestFeedOptions { Https = true, Signatures = new(AllRepositorySigned: true, [Repository.Sha256]) });
        scene.Sandbox.TrustTransport();
        return scene;
    }

    private static byte[] Signed(Scene scene, byte[] unsigned) =>
        TestPackage.RepositorySigned(unsigned, Repository, scene.Feed.Index, ["contoso"], SignedAt);

    private static byte[] Countersigned(Scene scene, byte[] signed) =>
        TestPackage.RepositoryCountersigned(signed, Repository, scene.Feed.Index, ["contoso"], SignedAt);
}
