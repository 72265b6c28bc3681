using System.Globalization;
using System.Text.Json.Serialization;
using InstallGuard.Evidence;

namespace InstallGuard.Reports;

/// <summary>
/// Evidence as JSON, version 1. The shape is spelled out here and nowhere else, so that renaming a domain type cannot
/// change what other people's scripts read. Members are added; never renamed, never removed.
/// </summary>
public static partial class EvidenceReport
{
    /// <summary>The JSON text, indented, with everything outside ASCII escaped.</summary>
    public static string Json(PackageEvidence evidence)
    {
        var contents = evidence.Contents;
        var document = new Document(
            "installguard-evidence/1",
            contents.Declared.Id.Text,
            contents.Declared.Version.Text,
            contents.Hash.Base64,
            contents.UnsignedDigest.Hex,
            Of(evidence.Provenance),
            Of(evidence.Author) with
            {
                Name = evidence.Author.Verified?.Identity.Name,
                Organization = evidence.Author.Verified?.Identity.Organization,
                Country = evidence.Author.Verified?.Identity.Country,
                Registration = evidence.Author.Verified?.Identity.Registration,
                Subscriber = evidence.Author.Verified?.Identity.Subscriber,
                Locality = evidence.Author.Verified?.Identity.Certified?.Locality,
                Region = evidence.Author.Verified?.Identity.Certified?.Region,
                Authority = evidence.Author.Verified?.Identity.Certified?.Authority,
                Certificate = Of(evidence.Author.Verified?.Certificate),
                Timestamp = At(evidence.Author.Verified?.Time),
            },
            Of(evidence.Repository) with
            {
                Name = evidence.Repository.Verified?.Identity.Name,
                Owners = evidence.Repository.Verified?.Identity.Owners.ToList(),
                ServiceIndex = evidence.Repository.Verified?.ServiceIndex,
                Certificate = Of(evidence.Repository.Verified?.Certificate),
                Timestamp = At(evidence.Repository.Verified?.Time),
            },
            Of(evidence.Claims) with
            {
                Authors = evidence.Claims.Verified?.Authors,
                RepositoryUrl = evidence.Claims.Verified?.RepositoryUrl,
                RepositoryCommit = evidence.Claims.Verified?.RepositoryCommit,
                ProjectUrl = evidence.Claims.Verified?.ProjectUrl,
            });
        return PlainJson.Write(document, Wire.Default.Document);
    }

    private static Kind Of<T>(Finding<T> finding)
        where T : class => finding switch
        {
            Finding<T>.Present => new("present"),
            Finding<T>.Absent => new("absent"),
            Finding<T>.Invalid bad => new("invalid") { Check = bad.Check.Slug, Expected = bad.Check.Expected, Found = bad.Check.Found },
            Finding<T>.Unavailable none => new("unavailable") { Because = none.Because },
            Finding<T>.NotSought => new("not-sought"),
            _ => throw new System.Diagnostics.UnreachableException($"no word for {finding}"),
        };

    private static CertificateLine? Of(CertificateDescription? certificate) =>
        certificate is null
            ? null
            : new(certificate.Fingerprint.Hex, certificate.Subject, certificate.Issuer, Instant(certificate.NotBefore), Instant(certificate.NotAfter));

    private static string? At(SignatureTime? time) => time is SignatureTime.Trusted trusted ? Instant(trusted.At) : null;

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal sealed record Document(
        string Schema, string Id, string Version, string Sha512, string UnsignedSha256, Kind Provenance, Kind Author, Kind Repository, Kind Claim);

    internal sealed record CertificateLine(string Sha256, string Subject, string Issuer, string NotBefore, string NotAfter);

    internal sealed record Kind(string State)
    {
        public string? Check { get; init; }

        public string? Expected { get; init; }

        public string? Found { get; init; }

        public string? Because { get; init; }

        public string? Name { get; init; }

        public string? Organization { get; init; }

        public string? Country { get; init; }

        public string? Registration { get; init; }

        public string? Subscriber { get; init; }

        public string? Locality { get; init; }

        public string? Region { get; init; }

        public string? Authority { get; init; }

        public IReadOnlyList<string>? Owners { get; init; }

        public string? ServiceIndex { get; init; }

        public CertificateLine? Certificate { get; init; }

        public string? Timestamp { get; init; }

        public string? Authors { get; init; }

        public string? RepositoryUrl { get; init; }

        public string? RepositoryCommit { get; init; }

        public string? ProjectUrl { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n")]
    [JsonSerializable(typeof(Document))]
    internal sealed partial class Wire : JsonSerializerContext;
}
