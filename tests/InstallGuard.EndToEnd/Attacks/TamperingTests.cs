using InstallGuard.EndToEnd.History;
using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>Each tampered copy of a real package, as the next version of a pinned one and at first use.</summary>
[TestClass]
public sealed class TamperingTests
{
    private static readonly Lazy<Task<RestoredCopies>> Pinned = new(RestoredCopies.PinnedAsync);
    private static readonly Lazy<Task<RestoredCopies>> Unknown = new(RestoredCopies.UnknownAsync);

    public static IEnumerable<object[]> All => TamperedCopies.All.Select(copy => new object[] { copy.Name });

    public static IEnumerable<object[]> RefusedAtFirstUse => TamperedCopies.All.Where(copy => copy.FirstUse.Length > 0).Select(copy => new object[] { copy.Name });

    public static IEnumerable<object[]> RecordedAtFirstUse => TamperedCopies.All.Where(copy => copy.FirstUse.Length == 0).Select(copy => new object[] { copy.Name });

    [TestMethod]
    [DynamicData(nameof(All))]
    public async Task Tampered_copy_is_refused_where_the_publisher_is_pinned(string name) =>
        Assert.AreEqual(Sorted(Find(name).Pinned), (await Pinned.Value).CodesOf(name));

    [TestMethod]
    [DynamicData(nameof(RefusedAtFirstUse))]
    public async Task Tampered_copy_is_refused_at_first_use(string name) =>
        Assert.AreEqual(Sorted(Find(name).FirstUse), (await Unknown.Value).CodesOf(name));

    [TestMethod]
    [DynamicData(nameof(RecordedAtFirstUse))]
    public async Task Tampered_copy_is_recorded_as_what_it_is(string name)
    {
        var copy = Find(name);
        await using var feed = await TestFeed.StartAsync();
        _ = feed.Add(Genuine.Id, Genuine.Next, await copy.BytesAsync());
        await using var sandbox = Sandbox.Create(SandboxSource.Of(feed));
        var project = new GuardedProject(sandbox, Genuine.Id);

        var result = await project.AssertRecordsAsync(Genuine.Next);

        var isUnsigned = copy.Recorded == "unsigned";
        var shown = result.Output.Split('\n').Single(line => line.StartsWith($"{Genuine.Id} {Genuine.Next}  ", StringComparison.Ordinal));
        Assert.Contains(isUnsigned ? $"only from {feed.Index}" : "Json.NET (.NET Foundation)", shown);
        Assert.AreEqual(isUnsigned, shown.Contains("UNSIGNED", StringComparison.Ordinal), shown);
        Assert.AreEqual(isUnsigned, project.Lock.Contains("\"unsigned\": true", StringComparison.Ordinal), project.Lock);
        Assert.AreEqual(!isUnsigned, project.Lock.Contains("\"author\": {", StringComparison.Ordinal), project.Lock);
        Assert.DoesNotContain("\"repository\"", project.Lock);
    }

    [TestMethod]
    public async Task Genuine_next_version_passes_where_the_publisher_is_pinned()
    {
        await using var feed = await TestFeed.StartAsync();
        _ = feed.Add(await Genuine.PackageAsync(Genuine.Next));
        await using var sandbox = Sandbox.Create(SandboxSource.Of(feed));
        var project = new GuardedProject(sandbox, Genuine.Id);
        project.CommitLock(await RestoredCopies.GenuineLock.Value);

        await project.AssertMatchesAsync(Genuine.Next);
    }

    [TestMethod]
    public void Documentation_has_every_row_with_its_outcome()
    {
        var lines = File.ReadAllLines(Path.Combine(Guarded.Installed, "..", "..", "..", "..", "..", "docs", "tampering.md"));
        foreach (var copy in TamperedCopies.All)
        {
            var line = lines.SingleOrDefault(line => line.StartsWith($"| {copy.Name} |", StringComparison.Ordinal));
            Assert.IsNotNull(line, $"no row for: {copy.Name}");
            var atFirstUse = copy.FirstUse.Length > 0 ? $"refuses: {string.Join(", ", copy.FirstUse)}" : $"records: {copy.Recorded}";
            Assert.EndsWith($"| refuses: {string.Join(", ", copy.Pinned)} | {atFirstUse} |", line);
        }
    }

    private static TamperedCopy Find(string name) => TamperedCopies.All.Single(copy => copy.Name == name);

    private static string Sorted(IEnumerable<string> codes) => string.Join(' ', codes.Order(StringComparer.Ordinal));
}
