using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>No attack: what honest publishers and repositories do every year must pass without a word.</summary>
[TestClass]
public sealed class RenewalTests
{
    [TestMethod]
    public async Task Author_with_a_renewed_certificate_passes() =>
        await AssertAuthorPassesAsync(TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd"));

    [TestMethod]
    public async Task Author_with_a_certificate_of_another_authority_passes() =>
        await AssertAuthorPassesAsync(TestAuthority.Shared.IssueAuthor(
            new TestSubject("Contoso Ltd", "Contoso Ltd", State: "Washington"), TestAuthority.Shared.AnotherAuthority));

    [TestMethod]
    public async Task Author_whose_address_is_spelled_anew_passes() =>
        await AssertAuthorPassesAsync(TestAuthority.Shared.IssueAuthor(
            new TestSubject("Contoso Ltd", "Contoso Ltd", State: "Washington", Locality: "Redmond")));

    [TestMethod]
    public async Task Repository_with_another_of_its_certificates_passes()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));

        await scene.AssertMatchesAsync(TestPackage.RepositorySigned(
            Scene.Unsigned("2.0.0"), scene.NextRepository, scene.Feed.Index, ["alice"], Scene.At));
    }

    [TestMethod]
    public async Task Repository_that_countersigns_with_another_of_its_certificates_passes()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));

        await scene.AssertMatchesAsync(TestPackage.RepositoryCountersigned(
            scene.AuthorSigned("2.0.0"), scene.NextRepository, scene.Feed.Index, ["alice"], Scene.At));
    }

    [TestMethod]
    public async Task Same_owners_in_another_order_pass()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice", "bob"));

        await scene.AssertMatchesAsync(scene.Signed("2.0.0", "bob", "alice"));
    }

    private static async Task AssertAuthorPassesAsync(TestCertificate renewed)
    {
        await using var scene = await Scene.OpenAsync(s => s.Countersigned(
            s.AuthorSigned("1.0.0", TestAuthority.Shared.IssueAuthor(new TestSubject("Contoso Ltd", "Contoso Ltd", State: "wa"))), "alice"));

        await scene.AssertMatchesAsync(scene.Countersigned(scene.AuthorSigned("2.0.0", renewed), "alice"));
    }
}
