using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>What a mere notice let through is no reason for what comes after it.</summary>
[TestClass]
public sealed class OwnerTests
{
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
    public async Task Removed_owner_who_comes_back_is_an_added_owner()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice", "bob"));
        _ = await scene.AssertNoticedAsync(scene.RepositorySigned("2.0.0", "alice"), "IG1031");
        _ = scene.Feed.Add(scene.RepositorySigned("2.1.0", "alice", "bob"));

        _ = await scene.Project.AssertRefusedAsync("2.1.0", "IG1030");
    }
}
