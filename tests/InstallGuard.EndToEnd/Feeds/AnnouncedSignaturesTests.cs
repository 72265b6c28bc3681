using System.Globalization;
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
    public Task Package_without_the_feeds_signature_is_rejected() => IsRefusedAsync(_ => Given.Package("Contoso.Json", "1.0.0"), "IG2005");

    [TestMethod]
    public Task Package_without_any_signature_is_rejected() => IsRefusedAsync(_ => TestPackage.Create("Contoso.Json", "1.0.0"), "IG2005");

    [TestMethod]
    public Task Package_with_a_signature_that_the_feed_did_not_announce_is_a_forgery() => IsRefusedAsync(
        scene => TestPackage.RepositorySigned(
            TestPackage.Create("Contoso.Json", "1.0.0"),
            TestAuthority.Shared.IssueRepository(issuer: TestAuthority.Shared.AnotherAuthority),
            scene.Feed.Index,
            ["contoso"],
            SignedAt),
        "IG2003");

    [TestMethod]
    public async Task Announcement_that_cannot_be_fetched_leaves_the_package_out()
    {
        await using var scene = await AnnouncingAsync();
        scene.Feed.Misbehave("/v3/signatures/", new FeedFault.Status(500));

        await IsRefusedAsync(scene, Signed(scene, TestPackage.Create("Contoso.Json", "1.0.0")), 4, "IG3001", "500");
    }

    [TestMethod]
    public async Task Announcement_that_is_out_of_all_proportion_leaves_the_package_out()
    {
        await using var scene = await AnnouncingAsync([Repository.Sha256, .. Enumerable.Range(1, 100).Select(i => i.ToString("x64", CultureInfo.InvariantCulture))]);

        await IsRefusedAsync(scene, Signed(scene, TestPackage.Create("Contoso.Json", "1.0.0")), 4, "IG3001", "more than 100 certificates");
    }

    [TestMethod]
    public async Task Announcement_over_a_connection_that_proves_nothing_teaches_nothing()
    {
        await using var scene = await Scene.CreateAsync(new TestFeedOptions { Https = true, Signatures = new(AllRepositorySigned: false, [Repository.Sha256]) });
        _ = scene.Sandbox.WriteFile(
            "nuget.config",
            $"""<configuration><packageSources><clear /><add key="test" value="{scene.Feed.Index}" disableTLSCertificateValidation="true" /></packageSources></configuration>""");
        var package = Signed(scene, TestPackage.Create("Contoso.Json", "1.0.0"));
        await IsRefusedAsync(scene, package, 3, "IG2003", "Contoso.Json 1.0.0");

        var file = Path.Combine(scene.Sandbox.Work, "any.nupkg");
        await File.WriteAllBytesAsync(file, package);
        var later = await scene.Sandbox.GuardAsync(scene.Sandbox.Work, "inspect", file);

        Assert.Contains("known-repository", later.Output, "nor does it count afterwards");
    }

    private static async Task IsRefusedAsync(Func<Scene, byte[]> package, string code)
    {
        await using var scene = await AnnouncingAsync();
        await IsRefusedAsync(scene, package(scene), 3, code, "Contoso.Json 1.0.0");
    }

    private static async Task IsRefusedAsync(Scene scene, byte[] package, int exitCode, params string[] texts)
    {
        _ = scene.Feed.Add(package);
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(exitCode, texts);
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    private static async Task<Scene> AnnouncingAsync(params string[] certificates)
    {
        var announced = certificates is [] ? [Repository.Sha256] : certificates;
        var scene = await Scene.CreateAsync(new TestFeedOptions { Https = true, Signatures = new(AllRepositorySigned: true, announced) });
        scene.Sandbox.TrustTransport();
        return scene;
    }

    private static byte[] Signed(Scene scene, byte[] unsigned) =>
        TestPackage.RepositorySigned(unsigned, Repository, scene.Feed.Index, ["contoso"], SignedAt);

    private static byte[] Countersigned(Scene scene, byte[] signed) =>
        TestPackage.RepositoryCountersigned(signed, Repository, scene.Feed.Index, ["contoso"], SignedAt);
}
