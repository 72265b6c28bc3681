using InstallGuard.Adapters.Storage;
using InstallGuard.Identity;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Feeds;

/// <summary>What a source that answers says about the latest version, and one that does not.</summary>
[TestClass]
public sealed class ListedVersionsTests
{
    // NuGet's HTTP cache may remember another feed of another run at the same port.
    private static readonly string Name = $"Contoso.N{Guid.NewGuid():N}";

    [TestMethod]
    public async Task Name_that_no_source_has_is_no_package()
    {
        await using var feed = await TestFeed.StartAsync();

        var none = Assert.IsInstanceOfType<LatestVersion.NoPackage>(await LatestAsync(feed, $"{Name}.None"));

        Assert.HasCount(1, none.Sources);
    }

    [TestMethod]
    public async Task Versions_that_are_hidden_or_prereleases_are_no_missing_package()
    {
        await using var feed = await TestFeed.StartAsync();
        _ = feed.Add(TestPackage.Create($"{Name}.Pre", "1.0.0-beta")).Add(TestPackage.Create($"{Name}.Hidden", "1.0.0"));
        feed.Hide($"{Name}.Hidden", "1.0.0");

        Assert.AreEqual(new LatestVersion.NoneListed(), await LatestAsync(feed, $"{Name}.Pre"));
        Assert.AreEqual(new LatestVersion.NoneListed(), await LatestAsync(feed, $"{Name}.Hidden"));
    }

    [TestMethod]
    public async Task Latest_version_is_the_greatest_that_is_listed()
    {
        await using var feed = await TestFeed.StartAsync();
        _ = feed.Add(TestPackage.Create(Name, "1.0.0")).Add(TestPackage.Create(Name, "1.10.0")).Add(TestPackage.Create(Name, "1.9.0"));

        Assert.AreEqual(new LatestVersion.Listed("1.10.0"), await LatestAsync(feed, Name));
    }

    [TestMethod]
    public async Task Source_that_is_not_there_says_nothing_about_packages()
    {
        string index;
        await using (var feed = await TestFeed.StartAsync())
        {
            index = feed.Index;
        }

        _ = await Assert.ThrowsAsync<FeedException>(async () => await LatestAsync(index, Name));
    }

    private static Task<LatestVersion> LatestAsync(TestFeed feed, string id) => LatestAsync(feed.Index, id);

    private static async Task<LatestVersion> LatestAsync(string index, string id)
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "nuget.config"),
            $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{index}\" allowInsecureConnections=\"true\" /></packageSources></configuration>");
        return await ListedVersions.LatestAsync(PackageId.Parse(id), prerelease: false, folder.Path, only: null, CancellationToken.None);
    }
}
