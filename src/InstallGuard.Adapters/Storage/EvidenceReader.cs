using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Text;
using static InstallGuard.Adapters.Storage.EvidenceMembers;

namespace InstallGuard.Adapters.Storage;

/// <summary>Stored JSON → evidence. Whatever was stored passes through the domain's own constructors again.</summary>
internal static class EvidenceReader
{
    private delegate T ValueReader<T>(ref OrderedJson json);

    /// <exception cref="FormatException">The text is not evidence.</exception>
    /// <exception cref="System.Text.Json.JsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidOperationException">The text is not UTF-8.</exception>
    public static PackageEvidence Read(ReadOnlySpan<byte> text)
    {
        var json = new OrderedJson(text);
        json.BeginObject();
        var evidence = new PackageEvidence(
            ReadContents(ref json),
            ReadFinding(ref json, Provenance, ReadBuild),
            ReadFinding(ref json, Author, ReadAuthor),
            ReadFinding(ref json, Repository, ReadRepository),
            ReadFinding(ref json, Claims, ReadClaims));
        json.EndObject();
        json.EndText();
        return evidence;
    }

    private static PackageContents ReadContents(ref OrderedJson json) =>
        PackageHash.TryParse(json.Text(Hash), out var hash)
        && Sha256Digest.TryParse(json.Text(UnsignedDigest), out var digest)
        && PackageId.TryParse(json.Text(Id), out var id)
        && PackageVersion.TryParse(json.Text(EvidenceMembers.Version), out var version)
            ? new(hash, digest, new(id, version))
            : throw new FormatException("not the contents of a package");

    private static Finding<T> ReadFinding<T>(ref OrderedJson json, string name, ValueReader<T> read)
        where T : class
    {
        json.BeginObject(name);
        Finding<T> finding = json.Text(State) switch
        {
            Present => new Finding<T>.Present(ReadValue(ref json, read)),
            Absent => new Finding<T>.Absent(),
            Invalid => new Finding<T>.Invalid(ReadCheck(ref json)),
            Unproven => new Finding<T>.Invalid(ReadCheck(ref json)) { Unproven = ReadValue(ref json, read) },
            Unavailable => new Finding<T>.Unavailable(json.Text(Because)),
            NotSought => new Finding<T>.NotSought(),
            var state => throw new FormatException($"{Quoted.Text(state)} is not a state of a finding"),
        };
        json.EndObject();
        return finding;
    }

    private static T ReadValue<T>(ref OrderedJson json, ValueReader<T> read)
    {
        json.BeginObject(Value);
        var value = read(ref json);
        json.EndObject();
        return value;
    }

    private static FailedCheck ReadCheck(ref OrderedJson json) =>
        new(CheckOf(json.Text(Check)), json.Text(Expected), json.Text(Found));

    private static SignatureCheck CheckOf(string slug)
    {
        foreach (var check in Enum.GetValues<SignatureCheck>())
        {
            if (new FailedCheck(check, "", "").Slug == slug)
            {
                return check;
            }
        }

        throw new FormatException($"{Quoted.Text(slug)} is not a check");
    }

    private static BuildProvenance ReadBuild(ref OrderedJson json) => new(new(
        json.Text(Issuer),
        json.Text(RepositoryId),
        json.Text(RepositoryUri),
        json.Text(OwnerId),
        json.Text(OwnerUri),
        json.Text(Workflow),
        json.Text(Signer),
        json.Text(Runner),
        json.TextOrNull(EvidenceMembers.Environment)));

    private static AuthorSignature ReadAuthor(ref OrderedJson json) => new(
        new(
            json.Text(Name),
            json.TextOrNull(Organization),
            json.TextOrNull(Country),
            json.TextOrNull(Registration),
            json.TextOrNull(Subscriber))
        {
            Certified = ReadCertification(ref json),
        },
        ReadCertificate(ref json),
        ReadTime(ref json));

    private static AuthorCertification? ReadCertification(ref OrderedJson json)
    {
        var (locality, region, authority) = (json.TextOrNull(Locality), json.TextOrNull(Region), json.TextOrNull(Authority));
        return authority is not null ? new(locality, region, authority)
            : locality is null && region is null ? null
            : throw new FormatException("a place that nobody certified");
    }

    private static RepositorySignature ReadRepository(ref OrderedJson json) => new(
        new(json.Text(Name), new(json.Texts(Owners))),
        json.Text(ServiceIndex),
        ReadCertificate(ref json),
        ReadTime(ref json));

    private static NuspecClaims ReadClaims(ref OrderedJson json) => new(
        json.TextOrNull(Authors),
        json.TextOrNull(RepositoryUrl),
        json.TextOrNull(RepositoryCommit),
        json.TextOrNull(ProjectUrl));

    private static CertificateDescription ReadCertificate(ref OrderedJson json)
    {
        json.BeginObject(Certificate);
        var certificate = Sha256Digest.TryParse(json.Text(Fingerprint), out var fingerprint)
            ? new CertificateDescription(
                fingerprint, json.Text(Subject), json.Text(Issuer), Instant(json.Text(NotBefore)), Instant(json.Text(NotAfter)))
            : throw new FormatException("not a fingerprint");
        json.EndObject();
        return certificate;
    }

    private static SignatureTime ReadTime(ref OrderedJson json)
    {
        json.BeginObject(Time);
        SignatureTime time = json.Text(State) switch
        {
            Trusted => new SignatureTime.Trusted(Instant(json.Text(At))),
            Claimed => new SignatureTime.Claimed(Instant(json.Text(At))),
            var state => throw new FormatException($"{Quoted.Text(state)} is not a kind of time"),
        };
        json.EndObject();
        return time;
    }

    private static DateTimeOffset Instant(string text) =>
        StorageTime.TryParse(text, out var instant) ? instant : throw new FormatException($"{Quoted.Text(text)} is not an instant");
}
