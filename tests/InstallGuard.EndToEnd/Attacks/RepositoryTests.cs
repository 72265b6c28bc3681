using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>Somebody signs as the repository, or something that the repository signed is put to another use.</summary>
[TestClass]
public sealed class RepositoryTests
{
    private const string PublicIndex = "https://repository.example/v3/index.json";

    [TestMethod]
    public async Task Stripped_countersignature_blocks_the_next_version()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));

        _ = await scene.AssertRefusedAsync(scene.AuthorSigned("2.0.0"), "IG1012");
    }

    [TestMethod]
    public async Task Forged_repository_signature_blocks_the_next_version()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));

        var result = await scene.AssertRefusedAsync(Forged(scene, "2.0.0"), "IG2003");

        Assert.Contains("owners alice (since 1.0.0)", result.Error);
    }

    [TestMethod]
    public async Task Forged_countersignature_blocks_the_next_version_even_when_the_author_is_unchanged()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));

        _ = await scene.AssertRefusedAsync(
            TestPackage.RepositoryCountersigned(scene.AuthorSigned("2.0.0"), Forger(), scene.Feed.Index, ["alice"], Scene.At), "IG2003");
    }

    [TestMethod]
    public async Task Forged_repository_signature_is_refused_at_first_use()
    {
        await using var scene = await Scene.OpenAsync();

        _ = await scene.AssertRefusedAsync(Forged(scene, "2.0.0"), "IG2003");
    }

    [TestMethod]
    public async Task Signature_in_the_name_of_the_public_repository_is_refused_at_first_use()
    {
        await using var scene = await Scene.OpenAsync();

        _ = await scene.AssertRefusedAsync(
            TestPackage.RepositorySigned(Scene.Unsigned("2.0.0"), Forger(), PublicIndex, ["alice"], Scene.At), "IG2003");
    }

    [TestMethod]
    [DataRow(PublicIndex, DisplayName = "the public repository's")]
    [DataRow("https://contoso.example/v3/index.json", DisplayName = "a stranger's")]
    public async Task Repository_signature_that_states_another_service_index_is_refused(string index)
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));

        _ = await scene.AssertRefusedAsync(
            TestPackage.RepositorySigned(Scene.Unsigned("2.0.0"), scene.Repository, index, ["alice"], Scene.At), "IG2003");
    }

    [TestMethod]
    public async Task Another_feed_that_announces_its_own_certificates_cannot_sign_for_this_one()
    {
        var forger = Forger();
        await using var other = await Scene.AnnouncingFeedAsync(forger);
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"), other);
        _ = other.Add(TestPackage.RepositorySigned(Scene.Unsigned("2.0.0"), forger, scene.Feed.Index, ["alice"], Scene.At));

        _ = await scene.Project.AssertRefusedAsync("2.0.0", "IG2003");
    }

    [TestMethod]
    public async Task Package_of_another_repository_blocks_the_next_version()
    {
        var theirs = Forger();
        await using var other = await Scene.AnnouncingFeedAsync(theirs);
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"), other);
        _ = other.Add(TestPackage.RepositorySigned(Scene.Unsigned("2.0.0"), theirs, other.Index, ["alice"], Scene.At));

        _ = await scene.Project.AssertRefusedAsync("2.0.0", "IG1033");
    }

    [TestMethod]
    public async Task Transplanted_countersignature_is_refused()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));

        _ = await scene.AssertRefusedAsync(Transplanted(scene), "IG2001", "IG1020");
    }

    [TestMethod]
    public async Task Transplanted_countersignature_is_refused_at_first_use()
    {
        await using var scene = await Scene.OpenAsync();

        _ = await scene.AssertRefusedAsync(Transplanted(scene), "IG2001");
    }

    // Issued like any code-signing certificate, even in the repository's name.
    private static TestCertificate Forger() => TestAuthority.Shared.IssueRepository(issuer: TestAuthority.Shared.AnotherAuthority);

    private static byte[] Forged(Scene scene, string version) =>
        TestPackage.RepositorySigned(Scene.Unsigned(version), Forger(), scene.Feed.Index, ["alice"], Scene.At);

    private static byte[] Transplanted(Scene scene)
    {
        var mallory = TestAuthority.Shared.IssueAuthor("Mallory Ltd", "Mallory Ltd");
        return Tampering.CountersignatureTransplanted(
            scene.Countersigned(scene.AuthorSigned("2.0.0", mallory), "mallory"), scene.Signed("1.0.0", "alice"));
    }
}
