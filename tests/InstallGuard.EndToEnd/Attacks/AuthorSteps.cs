using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>The author signature is gone, somebody else's, good for nothing; or renewed, as honest authors do every year.</summary>
internal static class AuthorSteps
{
    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Within = new(2022, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TestCertificate Nobody = TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd", issuer: TestAuthority.Shared.Untrusted);
    private static readonly TestCertificate Expired = TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd", notBefore: Begin, notAfter: End);
    private static readonly TestCertificate Namesake = TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd", country: "KP");

    /// <summary>Somebody else, whom the authorities know under her own name.</summary>
    public static TestCertificate Mallory { get; } = TestAuthority.Shared.IssueAuthor("Mallory Ltd", "Mallory Ltd");

    public static IReadOnlyList<Step> Refused { get; } =
    [
        new("the author signature is stripped", p => p.Signed("1.0.0", "alice"), p => p.RepositorySigned("2.0.0", "alice"), "IG1011")
        {
            Says = ["pinned: author \"Contoso Ltd\"", "now: no author signature"],
        },
        new("both signatures are stripped", p => p.Signed("1.0.0", "alice"), p => p.Unsigned("2.0.0"), "IG1011", "IG1012"),
        new("the only signature is stripped", p => p.AuthorSigned("1.0.0"), p => p.Unsigned("2.0.0"), "IG1011"),
        new("the author is swapped", p => p.Signed("1.0.0", "alice"), p => p.Countersigned(p.AuthorSigned("2.0.0", Mallory), "alice"), "IG1020")
        {
            Says = ["pinned: author \"Contoso Ltd\"", "now: author \"Mallory Ltd\""],
        },
        new("an author of the same name in another country", p => p.Signed("1.0.0", "alice"), p => p.Countersigned(p.AuthorSigned("2.0.0", Namesake), "alice"), "IG1020"),
        new("an author below a root that nobody trusts", p => p.AuthorSigned("1.0.0"), p => p.AuthorSigned("2.0.0", Nobody), "IG2001") { Says = ["Contoso Ltd", "root"] },
        new("an author below a root that nobody trusts, at first use", null, p => p.AuthorSigned("2.0.0", Nobody), "IG2001"),
        new("an expired certificate without a timestamp", p => p.AuthorSigned("1.0.0"), p => TestPackage.AuthorSigned(p.Unsigned("2.0.0"), Expired, Within, timestamped: false), "IG2001"),
        new("an expired certificate with a timestamp from after its end", p => p.AuthorSigned("1.0.0"), p => TestPackage.AuthorSigned(p.Unsigned("2.0.0"), Expired, End.AddDays(1)), "IG2001"),
        new(
            "an expired certificate with a timestamp that anybody could make",
            p => p.AuthorSigned("1.0.0"),
            p => TestPackage.AuthorSigned(p.Unsigned("2.0.0"), Expired, Within, timestamps: TestAuthority.Shared.UntrustedTimestamps),
            "IG2001"),
    ];

    public static IReadOnlyList<Step> Passing { get; } =
    [
        new("a valid certificate without a timestamp", p => p.AuthorSigned("1.0.0"), p => TestPackage.AuthorSigned(p.Unsigned("2.0.0"), p.Author, Publishers.At, timestamped: false)),
        new("an expired certificate with a timestamp from its lifetime", p => p.AuthorSigned("1.0.0"), p => TestPackage.AuthorSigned(p.Unsigned("2.0.0"), Expired, Within)),
        Renewed("a renewed certificate", TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd")),
        Renewed("a certificate of another authority", TestAuthority.Shared.IssueAuthor(new TestSubject("Contoso Ltd", "Contoso Ltd", State: "Washington"), TestAuthority.Shared.AnotherAuthority)),
        Renewed("an address that is spelled anew", TestAuthority.Shared.IssueAuthor(new TestSubject("Contoso Ltd", "Contoso Ltd", State: "Washington", Locality: "Redmond"))),
    ];

    private static Step Renewed(string name, TestCertificate certificate) => new(
        name,
        p => p.Countersigned(p.AuthorSigned("1.0.0", TestAuthority.Shared.IssueAuthor(new TestSubject("Contoso Ltd", "Contoso Ltd", State: "wa"))), "alice"),
        p => p.Countersigned(p.AuthorSigned("2.0.0", certificate), "alice"));
}
