using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>Somebody signs as the repository, or something that it signed is put to another use; or it goes on with another certificate.</summary>
internal static class RepositorySteps
{
    private const string PublicIndex = "https://repository.example/v3/index.json";

    // Issued like any code-signing certificate, even in the repository's name.
    private static readonly TestCertificate Forger = TestAuthority.Shared.IssueRepository(issuer: TestAuthority.Shared.AnotherAuthority);

    public static IReadOnlyList<Step> Refused { get; } =
    [
        new("the countersignature is stripped", p => p.Signed("1.0.0", "alice"), p => p.AuthorSigned("2.0.0"), "IG1012"),
        new("a forged repository signature", p => p.RepositorySigned("1.0.0", "alice"), p => By(p, Forger, p.Index), "IG2003") { Says = ["owners alice (since 1.0.0)"] },
        new(
            "a forged countersignature, and the author is unchanged",
            p => p.Signed("1.0.0", "alice"),
            p => TestPackage.RepositoryCountersigned(p.AuthorSigned("2.0.0"), Forger, p.Index, ["alice"], Publishers.At),
            "IG2003"),
        new("a forged repository signature at first use", null, p => By(p, Forger, p.Index), "IG2003"),
        new("a signature in the name of the public repository at first use", null, p => By(p, Forger, PublicIndex), "IG2003"),
        new("a repository signature that states the service index of the public repository", p => p.RepositorySigned("1.0.0", "alice"), p => By(p, p.Repository, PublicIndex), "IG2003"),
        new("a repository signature that states the service index of a stranger", p => p.RepositorySigned("1.0.0", "alice"), p => By(p, p.Repository, "https://contoso.example/v3/index.json"), "IG2003"),
        new("a transplanted countersignature", p => p.Signed("1.0.0", "alice"), Transplanted, "IG2001", "IG1020"),
        new("a transplanted countersignature at first use", null, Transplanted, "IG2001"),
    ];

    public static IReadOnlyList<Step> Passing { get; } =
    [
        new("another certificate of the repository", p => p.RepositorySigned("1.0.0", "alice"), p => By(p, p.NextRepository, p.Index)),
        new(
            "a countersignature with another certificate of the repository",
            p => p.Signed("1.0.0", "alice"),
            p => TestPackage.RepositoryCountersigned(p.AuthorSigned("2.0.0"), p.NextRepository, p.Index, ["alice"], Publishers.At)),
    ];

    private static byte[] By(Publishers publishers, TestCertificate certificate, string index) =>
        TestPackage.RepositorySigned(publishers.Unsigned("2.0.0"), certificate, index, ["alice"], Publishers.At);

    private static byte[] Transplanted(Publishers publishers) => Tampering.CountersignatureTransplanted(
        publishers.Countersigned(publishers.AuthorSigned("2.0.0", AuthorSteps.Mallory), "mallory"), publishers.Signed("1.0.0", "alice"));
}
