using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>The repository says that other accounts own the package.</summary>
[TestClass]
public sealed class OwnerTests
{
    [TestMethod]
    public async Task Added_owner_without_an_author_signature_blocks_the_next_version()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));

        var result = await scene.AssertRefusedAsync(scene.RepositorySigned("2.0.0", "alice", "mallory"), "IG1030");

        Assert.Contains("owners alice (since 1.0.0)", result.Error);
        Assert.Contains("owners alice, mallory", result.Error);
    }

    [TestMethod]
    public async Task Added_owner_with_an_unchanged_author_passes_with_a_notice()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));

        var result = await scene.AssertNoticedAsync(scene.Signed("2.0.0", "alice", "bob"), "IG1030");

        Assert.Contains("vouched: the author signature is unchanged", result.Output);
        Assert.Contains("\"change\": \"owners-added\"", scene.Project.Lock);
    }

    [TestMethod]
    public async Task Added_owner_beside_a_swapped_author_is_not_vouched_for()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));
        var mallory = TestAuthority.Shared.IssueAuthor("Mallory Ltd", "Mallory Ltd");

        _ = await scene.AssertRefusedAsync(
            scene.Countersigned(scene.AuthorSigned("2.0.0", mallory), "alice", "mallory"), "IG1020", "IG1030");
    }

    [TestMethod]
    public async Task Author_who_came_by_a_mere_notice_does_not_vouch_for_an_added_owner()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));
        var mallory = TestAuthority.Shared.IssueAuthor("Mallory Ltd", "Mallory Ltd");
        _ = await scene.AssertNoticedAsync(scene.Countersigned(scene.AuthorSigned("2.0.0", mallory), "alice"), "IG1014");
        _ = scene.Feed.Add(scene.Countersigned(scene.AuthorSigned("2.1.0", mallory), "alice", "mallory"));

        _ = await scene.Project.AssertRefusedAsync("2.1.0", "IG1030");
    }

    [TestMethod]
    public async Task Replaced_owners_block_the_next_version()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice", "bob"));

        var result = await scene.AssertRefusedAsync(scene.RepositorySigned("2.0.0", "mallory"), "IG1032");

        Assert.Contains("owners alice, bob (since 1.0.0)", result.Error);
        Assert.Contains("owners mallory", result.Error);
    }

    [TestMethod]
    public async Task Replaced_owners_block_the_next_version_even_when_the_author_is_unchanged()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice", "bob"));

        _ = await scene.AssertRefusedAsync(scene.Signed("2.0.0", "mallory"), "IG1032");
    }

    [TestMethod]
    public async Task Owners_that_are_no_longer_stated_block_the_next_version()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));

        _ = await scene.AssertRefusedAsync(scene.Signed("2.0.0"), "IG1032");
    }

    [TestMethod]
    public async Task Removed_owner_passes_with_a_notice()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice", "bob"));

        _ = await scene.AssertNoticedAsync(scene.RepositorySigned("2.0.0", "alice"), "IG1031");

        Assert.Contains("\"change\": \"owners-removed\"", scene.Project.Lock);
    }

    [TestMethod]
    public async Task Removed_owner_who_comes_back_is_an_added_owner()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice", "bob"));
        _ = await scene.AssertNoticedAsync(scene.RepositorySigned("2.0.0", "alice"), "IG1031");
        _ = scene.Feed.Add(scene.RepositorySigned("2.1.0", "alice", "bob"));

        _ = await scene.Project.AssertRefusedAsync("2.1.0", "IG1030");
    }

    [TestMethod]
    public async Task Owner_renamed_inside_the_signature_is_refused()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));

        _ = await scene.AssertRefusedAsync(
            Tampering.OwnerRenamed(scene.RepositorySigned("2.0.0", "mallory"), "mallory", "alice"), "IG2001");
    }
}
