using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>Somebody else answers for a name, or takes one that looks alike.</summary>
[TestClass]
public sealed class NameTests
{
    private const string LookAlike = "Contoso.Jsom";

    [TestMethod]
    public async Task Private_name_answered_by_a_public_feed_is_refused()
    {
        await using var team = await PrivateName.OpenAsync();
        _ = team.Public.Add(PrivateName.Unsigned("2.0.0", "somebody else's"));

        var result = await team.Project.AssertRefusedAsync("2.0.0", "IG1050");

        Assert.Contains($"pinned: unsigned, from {team.Private.Index} (since 1.0.0)", result.Error);
        Assert.Contains($"now: unsigned, from {team.Public.Index}", result.Error);
        Assert.Contains("packageSourceMapping", result.Error);
        Assert.Contains($"installguard move-feed {team.Private.Index} <its new address> ", result.Error);
        Assert.Contains("`installguard accept` cannot accept it", result.Error);
    }

    [TestMethod]
    public async Task Private_name_that_floats_to_a_higher_number_on_a_public_feed_is_refused()
    {
        await using var team = await PrivateName.OpenAsync();
        _ = team.Public.Add(PrivateName.Unsigned("99.0.0", "somebody else's"));
        var before = team.Project.Lock;

        var result = await team.Project.RestoreAsync("*");

        Assert.AreEqual(3, result.ExitCode, result.ToString());
        Assert.Contains($"error IG1050: {Scene.Id} 99.0.0: ", result.Error);
        Assert.IsEmpty(team.Sandbox.Extracted(Scene.Id, "99.0.0"));
        Assert.AreEqual(before, team.Project.Lock);
    }

    [TestMethod]
    public async Task Private_version_that_only_a_public_feed_still_offers_is_refused()
    {
        await using var team = await PrivateName.OpenAsync();
        _ = team.Private.Remove(Scene.Id, "1.0.0");
        _ = team.Public.Add(PrivateName.Unsigned("1.0.0", "somebody else's"));
        team.Project.EmptyPackages();

        _ = await team.Project.AssertRefusedAsync("1.0.0", "IG1050");
    }

    [TestMethod]
    public async Task Private_name_answered_by_a_public_feed_that_signs_is_refused()
    {
        await using var team = await PrivateName.OpenAsync(TestAuthority.Shared.IssueRepository());
        _ = team.Public.Add(TestPackage.RepositorySigned(
            PrivateName.Unsigned("2.0.0", "somebody else's"), team.PublicRepository!, team.Public.Index, ["mallory"], Scene.At));

        var result = await team.Project.AssertRefusedAsync("2.0.0", "IG1015");

        Assert.Contains($"now: repository {team.Public.Index}, owners mallory", result.Error);
    }

    [TestMethod]
    public async Task Private_feed_that_moved_passes_where_its_new_address_stands_in_the_lock()
    {
        await using var team = await PrivateName.OpenAsync();
        _ = team.Public.Add(PrivateName.Unsigned("2.0.0"));
        team.Project.CommitLock(team.Project.Lock.Replace(team.Private.Index, team.Public.Index, StringComparison.Ordinal));

        await team.Project.AssertMatchesAsync("2.0.0");
    }

    [TestMethod]
    public async Task Look_alike_at_first_use_is_shown_with_its_own_publisher()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));
        _ = scene.Feed.Add(LookAlikeOf(scene));

        var result = await scene.Using(LookAlike).AssertRecordsAsync("1.0.0");

        var shown = result.Output.Split('\n').Single(line => line.StartsWith($"{LookAlike} 1.0.0  ", StringComparison.Ordinal));
        CollectionAssert.AreEqual(
            new[] { "-", scene.Feed.Index, "mallory" }, shown.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1..]);
        Assert.Contains($"\"{Scene.Id}\": [", scene.Project.Lock);
        Assert.Contains($"\"{LookAlike}\": [", scene.Project.Lock);
    }

    [TestMethod]
    public async Task Look_alike_at_first_use_is_refused_where_restores_are_locked()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));
        _ = scene.Feed.Add(LookAlikeOf(scene));
        scene.Lock();

        var result = await scene.Using(LookAlike).AssertRefusedAsync("1.0.0", "IG1001");

        Assert.Contains("owners mallory", result.Error);
    }

    private static byte[] LookAlikeOf(Scene scene) =>
        TestPackage.RepositorySigned(TestPackage.Create(LookAlike, "1.0.0"), scene.Repository, scene.Feed.Index, ["mallory"], Scene.At);
}
