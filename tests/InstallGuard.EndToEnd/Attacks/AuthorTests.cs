using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>The author signature is gone, somebody else's, or good for nothing.</summary>
[TestClass]
public sealed class AuthorTests
{
    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Within = new(2022, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public async Task Stripped_author_signature_blocks_the_next_version()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));

        var result = await scene.AssertRefusedAsync(scene.RepositorySigned("2.0.0", "alice"), "IG1011");

        Assert.Contains("pinned: author \"Contoso Ltd\"", result.Error);
        Assert.Contains("now: no author signature", result.Error);
    }

    [TestMethod]
    public async Task Both_signatures_stripped_block_the_next_version()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));

        _ = await scene.AssertRefusedAsync(Scene.Unsigned("2.0.0"), "IG1011", "IG1012");
    }

    [TestMethod]
    public async Task Only_signature_stripped_blocks_the_next_version()
    {
        await using var scene = await Scene.OpenAsync(s => s.AuthorSigned("1.0.0"));

        _ = await scene.AssertRefusedAsync(Scene.Unsigned("2.0.0"), "IG1011");
    }

    [TestMethod]
    public async Task Swapped_author_blocks_the_next_version()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));
        var mallory = TestAuthority.Shared.IssueAuthor("Mallory Ltd", "Mallory Ltd");

        var result = await scene.AssertRefusedAsync(
            scene.Countersigned(scene.AuthorSigned("2.0.0", mallory), "alice"), "IG1020");

        Assert.Contains("pinned: author \"Contoso Ltd\"", result.Error);
        Assert.Contains("now: author \"Mallory Ltd\"", result.Error);
    }

    [TestMethod]
    public async Task Author_of_the_same_name_in_another_country_blocks_the_next_version()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));
        var namesake = TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd", country: "KP");

        _ = await scene.AssertRefusedAsync(scene.Countersigned(scene.AuthorSigned("2.0.0", namesake), "alice"), "IG1020");
    }

    [TestMethod]
    public async Task Namesake_elsewhere_is_noticed_and_vouches_for_nobody()
    {
        var pinned = TestAuthority.Shared.IssueAuthor(new TestSubject("John Smith", "John Smith", State: "Delaware", Locality: "Dover"));
        var namesake = TestAuthority.Shared.IssueAuthor(
            new TestSubject("JOHN  SMITH", "John Smith", State: "Nevada", Locality: "Reno"), TestAuthority.Shared.AnotherAuthority);
        await using var scene = await Scene.OpenAsync(s => s.Countersigned(s.AuthorSigned("1.0.0", pinned), "alice"));

        var noticed = await scene.AssertNoticedAsync(scene.Countersigned(scene.AuthorSigned("2.0.0", namesake), "alice"), "IG1022");
        _ = scene.Feed.Add(scene.Countersigned(scene.AuthorSigned("3.0.0", namesake), "alice", "mallory"));
        var result = await scene.Project.AssertRefusedAsync("3.0.0", "IG1030");

        Assert.Contains("\"Dover\"", noticed.Output);
        Assert.Contains("\"Reno\"", noticed.Output);
        Assert.Contains("added mallory", result.Error);
    }

    [TestMethod]
    public async Task Author_below_a_root_that_nobody_trusts_is_refused()
    {
        await using var scene = await Scene.OpenAsync(s => s.AuthorSigned("1.0.0"));
        var nobody = TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd", issuer: TestAuthority.Shared.Untrusted);

        var result = await scene.AssertRefusedAsync(scene.AuthorSigned("2.0.0", nobody), "IG2001");

        Assert.Contains("Contoso Ltd", result.Error);
        Assert.Contains("root", result.Error);
    }

    [TestMethod]
    public async Task Author_below_a_root_that_nobody_trusts_is_refused_at_first_use()
    {
        await using var scene = await Scene.OpenAsync();
        var nobody = TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd", issuer: TestAuthority.Shared.Untrusted);

        _ = await scene.AssertRefusedAsync(scene.AuthorSigned("2.0.0", nobody), "IG2001");
    }

    [TestMethod]
    public async Task Expired_certificate_without_a_timestamp_is_refused()
    {
        await using var scene = await Scene.OpenAsync(s => s.AuthorSigned("1.0.0"));

        _ = await scene.AssertRefusedAsync(
            TestPackage.AuthorSigned(Scene.Unsigned("2.0.0"), Expired(), Within, timestamped: false), "IG2001");
    }

    [TestMethod]
    public async Task Valid_certificate_without_a_timestamp_passes()
    {
        await using var scene = await Scene.OpenAsync(s => s.AuthorSigned("1.0.0"));

        await scene.AssertMatchesAsync(
            TestPackage.AuthorSigned(Scene.Unsigned("2.0.0"), scene.Author, Scene.At, timestamped: false));
    }

    [TestMethod]
    public async Task Expired_certificate_with_a_timestamp_from_its_lifetime_passes()
    {
        await using var scene = await Scene.OpenAsync(s => s.AuthorSigned("1.0.0"));

        await scene.AssertMatchesAsync(TestPackage.AuthorSigned(Scene.Unsigned("2.0.0"), Expired(), Within));
    }

    [TestMethod]
    public async Task Expired_certificate_with_a_timestamp_from_after_its_end_is_refused()
    {
        await using var scene = await Scene.OpenAsync(s => s.AuthorSigned("1.0.0"));

        _ = await scene.AssertRefusedAsync(
            TestPackage.AuthorSigned(Scene.Unsigned("2.0.0"), Expired(), End.AddDays(1)), "IG2001");
    }

    [TestMethod]
    public async Task Expired_certificate_with_a_timestamp_that_anybody_could_make_is_refused()
    {
        await using var scene = await Scene.OpenAsync(s => s.AuthorSigned("1.0.0"));

        _ = await scene.AssertRefusedAsync(
            TestPackage.AuthorSigned(
                Scene.Unsigned("2.0.0"), Expired(), Within, timestamps: TestAuthority.Shared.UntrustedTimestamps),
            "IG2001");
    }

    private static TestCertificate Expired() =>
        TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd", notBefore: Begin, notAfter: End);
}
