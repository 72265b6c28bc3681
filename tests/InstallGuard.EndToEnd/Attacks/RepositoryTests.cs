using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>Another feed, with certificates of its own, has the package too.</summary>
[TestClass]
public sealed class RepositoryTests
{
    [TestMethod]
    public async Task Another_feed_that_announces_its_own_certificates_cannot_sign_for_this_one()
    {
        var forger = Forger();
        await using var other = await Scene.AnnouncingFeedAsync(forger);
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"), other);
        _ = other.Add(TestPackage.RepositorySigned(scene.Unsigned("2.0.0"), forger, scene.Feed.Index, ["alice"], Scene.At));

        _ = await scene.Project.AssertRefusedAsync("2.0.0", "IG2003");
    }

    [TestMethod]
    public async Task Package_of_another_repository_blocks_the_next_version()
    {
        var theirs = Forger();
        await using var other = await Scene.AnnouncingFeedAsync(theirs);
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"), other);
        _ = other.Add(TestPackage.RepositorySigned(scene.Unsigned("2.0.0"), theirs, other.Index, ["alice"], Scene.At));

        _ = await scene.Project.AssertRefusedAsync("2.0.0", "IG1033");
    }

    // Issued like any code-signing certificate, even in the repository's name.
    private static TestCertificate Forger() => TestAuthority.Shared.IssueRepository(issuer: TestAuthority.Shared.AnotherAuthority);
}
