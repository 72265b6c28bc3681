using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Feeds;

/// <summary>A feed answers badly. What could not be looked at is not an attack, and never passes.</summary>
[TestClass]
public sealed class BadAnswerTests
{
    private const string Package = "contoso.json.1.0.0.nupkg";
    private const string Versions = "contoso.json/index.json";
    private const string Index = "/v3/index.json";

    // The index is NuGet's own to ask for, and to complain about; so is an id that no source knows.
    public static IEnumerable<(string What, string Path, FeedFault Fault, string Code, string Said)> Answers =>
    [
        ("401 for the package", Package, new FeedFault.Status(401), "IG3001", "401 ("),
        ("401 for the versions", Versions, new FeedFault.Status(401), "IG3001", "401 ("),
        ("401 for the index", Index, new FeedFault.Status(401), "IG3002", "401 ("),
        ("403 for the package", Package, new FeedFault.Status(403), "IG3001", "403 ("),
        ("404 for the package", Package, new FeedFault.Status(404), "IG3001", "Contoso.Json"),
        ("404 for the versions", Versions, new FeedFault.Status(404), "IG3002", "Contoso.Json"),
        ("404 for the index", Index, new FeedFault.Status(404), "IG3002", "404 ("),
        ("500 for the package", Package, new FeedFault.Status(500), "IG3001", "500 ("),
        ("500 for the versions", Versions, new FeedFault.Status(500), "IG3001", "500 ("),
        ("500 for the index", Index, new FeedFault.Status(500), "IG3002", "500 ("),
        ("a truncated package", Package, new FeedFault.Truncated(), "IG3001", "Contoso.Json 1.0.0"),
        ("truncated versions", Versions, new FeedFault.Truncated(), "IG3001", "Contoso.Json"),
        ("a truncated index", Index, new FeedFault.Truncated(), "IG3002", "/v3/index.json"),
        ("a length that is too large", Package, new FeedFault.WrongLength(100), "IG3001", "Contoso.Json 1.0.0"),
        ("no JSON for the versions", Versions, new FeedFault.OtherBody("<html>"u8.ToArray()), "IG3001", "Contoso.Json"),
        ("no JSON for the index", Index, new FeedFault.OtherBody("<html>"u8.ToArray()), "IG3002", "/v3/index.json"),
    ];

    [TestMethod]
    [DynamicData(nameof(Answers))]
    public async Task Answer_that_says_nothing_about_the_package_is_undetermined(string what, string path, FeedFault fault, string code, string said)
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Feed.Misbehave(path, fault);

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, code, said);
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock, what);
    }

    [TestMethod]
    [DataRow(Package)]
    [DataRow(Versions)]
    [DataRow(Index)]
    public async Task Answer_that_is_right_again_is_believed_again(string path)
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Feed.Misbehave(path, new FeedFault.Truncated());
        _ = (await scene.RestoreAsync()).EndsWith(4, "IG300");

        scene.Feed.Behave();

        _ = (await scene.RestoreAsync()).EndsWith(0, "Contoso.Json 1.0.0");
    }

    public static IEnumerable<(string What, FeedFault Fault)> Files =>
    [
        ("a length that is too small", new FeedFault.WrongLength(-100)),
        ("text", new FeedFault.OtherBody("<html>not found</html>"u8.ToArray())),
        ("nothing", new FeedFault.OtherBody(ReadOnlyMemory<byte>.Empty)),
        ("another package", new FeedFault.OtherBody(Given.Package("Contoso.Xml", "1.0.0"))),
        ("another version", new FeedFault.OtherBody(Given.Package("Contoso.Json", "2.0.0"))),
    ];

    [TestMethod]
    [DynamicData(nameof(Files))]
    public async Task Whole_answer_that_is_not_the_package_is_rejected(string what, FeedFault fault)
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Feed.Misbehave(Package, fault);

        // NuGet looks into what it takes into its cache, and not into what it fetches past it.
        foreach (var arguments in (string[][])[[], ["--", "--no-http-cache"]])
        {
            var result = await scene.RestoreAsync(arguments);

            _ = result.EndsWith(3, "IG2004", "Contoso.Json 1.0.0");
            scene.HasNothingOf("Contoso.Json", "1.0.0");
            Assert.IsNull(scene.Lock, what);
        }
    }

    [TestMethod]
    [DataRow(Package)]
    [DataRow(Versions)]
    public async Task Answer_that_never_ends_is_cut_off_and_fills_no_disk(string path)
    {
        const int Most = 2_000_000;
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Sandbox.SetVariable("INSTALLGUARD_LARGEST_PACKAGE", $"{Most}");
        scene.Feed.Misbehave(path, new FeedFault.Endless());

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG300", $"{Most}");
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
        foreach (var file in Sandbox.FilesBelow(scene.Sandbox.Root))
        {
            Assert.IsLessThan(2 * Most, new FileInfo(Path.Combine(scene.Sandbox.Root, file)).Length, file);
        }
    }

    [TestMethod]
    public async Task Package_that_is_larger_than_it_may_be_could_not_be_looked_at()
    {
        await using var scene = await Scene.CreateAsync(Given.LargePackage("Contoso.Json", "1.0.0", 300_000));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Sandbox.SetVariable("INSTALLGUARD_LARGEST_PACKAGE", "200000");

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG3001", "200000");
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
        scene.Sandbox.SetVariable("INSTALLGUARD_LARGEST_PACKAGE", "400000");
        _ = (await scene.RestoreAsync()).EndsWith(0);
    }

    [TestMethod]
    public async Task Download_that_takes_longer_than_the_protocol_waits_passes()
    {
        // The client gives up on a plugin that says nothing for five seconds.
        await using var scene = await Scene.CreateAsync(Given.LargePackage("Contoso.Json", "1.0.0", 90_000));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Feed.Misbehave(Package, new FeedFault.Slow(10_000, TimeSpan.FromMilliseconds(800)));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(0, "Contoso.Json 1.0.0");
        scene.Has("Contoso.Json", "1.0.0");
    }

    [TestMethod]
    public async Task Feed_that_does_not_exist_could_not_be_asked()
    {
        await using var scene = await Scene.CreateAsync();
        var address = scene.Feed.Index;
        await scene.Feed.DisposeAsync();
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG3002", address);
        Assert.IsNull(scene.Lock);
    }

    [TestMethod]
    public async Task Failed_download_of_one_package_does_not_record_the_others()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"), Given.Package("Contoso.Xml", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"), ("Contoso.Xml", "1.0.0"));
        scene.Feed.Misbehave(Package, new FeedFault.Status(500));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG3001", "Contoso.Json 1.0.0").Without("could not find out who published it; pinned: nothing; now: Contoso.Xml");
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }
}
