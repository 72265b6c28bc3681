using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Storage;

/// <summary>Evidence made by hand, with every state of every kind among it.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Day = new(2026, 11, 21, 8, 30, 0, 123, TimeSpan.Zero);
    public static readonly Sha256Digest Trust = Digest("trust");
    public static readonly PackageEvidence Lasting = Of("Contoso.Json", "2.0.0");

    private static readonly CertificateDescription Certificate =
        new(Digest("certificate"), "CN=Contoso \"quoted\", O=\\", "CN=Authority\r\n\u202e", Day.AddYears(-1), Day.AddYears(1));

    public static IEnumerable<Finding<BuildProvenance>> Provenances =>
    [
        .. Others<BuildProvenance>(),
        new Finding<BuildProvenance>.Present(new(new("issuer", "1", "https://git.example/r", "2", "https://git.example", "w", "s", "hosted", null))),
        new Finding<BuildProvenance>.Present(new(new("issuer", "1", "https://git.example/r", "2", "https://git.example", "w", "s", "hosted", "release"))),
    ];

    public static IEnumerable<Finding<AuthorSignature>> Authors =>
    [
        .. Others<AuthorSignature>(),
        new Finding<AuthorSignature>.Present(new(new("Contoso", null, null, null, null), Certificate, new SignatureTime.Trusted(Day))),
        new Finding<AuthorSignature>.Present(new(new("Jo", null, null, null, null) { Certified = new("Köln", null, "CA \u202e") }, Certificate, new SignatureTime.Trusted(Day))),
        new Finding<AuthorSignature>.Present(new(new("Jo", null, null, null, null) { Certified = new(null, "NRW", "CA") }, Certificate, new SignatureTime.Trusted(Day))),
        new Finding<AuthorSignature>.Present(new(new("Contoso", "Contoso GmbH \0 ÄÖ𝄞", "DE", "HRB 1", "1.2.3"), Certificate, new SignatureTime.Claimed(Day))),
    ];

    public static IEnumerable<Finding<RepositorySignature>> Repositories =>
    [
        .. Others<RepositorySignature>(),
        new Finding<RepositorySignature>.Present(new(new("nuget.org", OwnerSet.None), "https://feed.example/index.json", Certificate, new SignatureTime.Claimed(Day))),
        new Finding<RepositorySignature>.Present(new(new("nuget.org", new(["jo", "alex"])), "https://feed.example/index.json", Certificate, new SignatureTime.Trusted(Day))),
        new Finding<RepositorySignature>.Invalid(new(SignatureCheck.KnownRepository, "this", "that"))
        {
            Unproven = new(new("nuget.org", new(["jo"])), "https://feed.example/index.json", Certificate, new SignatureTime.Trusted(Day)),
        },
    ];

    public static IEnumerable<Finding<NuspecClaims>> Claims =>
    [
        .. Others<NuspecClaims>(),
        new Finding<NuspecClaims>.Present(new(null, null, null, null)),
        new Finding<NuspecClaims>.Present(new("", "https://git.example/r", "abc", "javascript:alert(1)")),
    ];

    public static IEnumerable<PackageEvidence> All =>
    [
        .. Provenances.Select(finding => Lasting with { Provenance = finding }),
        .. Authors.Select(finding => Lasting with { Author = finding }),
        .. Repositories.Select(finding => Lasting with { Repository = finding }),
        .. Claims.Select(finding => Lasting with { Claims = finding }),
    ];

    public static PackageEvidence Of(string id, string version, string bytes = "bytes") => new(
        new(HashOf($"{id} {version} {bytes}"), Digest(bytes), PackageOf(id, version)),
        new Finding<BuildProvenance>.NotSought(),
        new Finding<AuthorSignature>.Absent(),
        new Finding<RepositorySignature>.Absent(),
        new Finding<NuspecClaims>.Absent());

    public static Package PackageOf(string id, string version) => new(PackageId.Parse(id), PackageVersion.Parse(version));

    public static Sha256Digest Digest(string text) => Sha256Digest.FromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static PackageHash HashOf(string text) => PackageHash.FromBytes(SHA512.HashData(Encoding.UTF8.GetBytes(text)));

    // Only a reader that checked the bytes can make one; here there are no bytes.
    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    public static extern VerifiedEvidence Verified(PackageEvidence found);

    private static IEnumerable<Finding<T>> Others<T>()
        where T : class =>
    [
        new Finding<T>.Absent(),
        new Finding<T>.NotSought(),
        new Finding<T>.Unavailable("no \"network\""),
        .. Enum.GetValues<SignatureCheck>().Select(check => new Finding<T>.Invalid(new(check, "this", "that"))),
    ];
}
