using System.Globalization;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Text;

namespace InstallGuard.Ledger;

/// <summary>Reads one pin of the lock file.</summary>
internal static class PinReader
{
    private const string CertificatePrefix = "sha256:";

    public static Pin Read(StrictJson json)
    {
        json.BeginObject();
        json.Expect(LockMembers.Since);
        var since = json.ReadText();
        if (!PackageVersion.TryParse(since, out var version))
        {
            throw json.Problem($"{Quoted.Text(since)} is not a package version");
        }

        if (version.Text != since)
        {
            throw json.Problem($"{Quoted.Text(since)} must be written \"{version.Text}\"");
        }

        ReadIdentity(json, out var identity, out var next);
        DateOnly? signed = null;
        if (next == LockMembers.Signed)
        {
            signed = ReadDate(json, json.ReadText());
            next = json.ReadName();
        }

        var origin = ReadOrigin(json, next, identity);
        json.EndObject();
        return new(version, identity, origin) { Signed = signed };
    }

    // The members stand in the order of their strength; each may be missing, but a pin without any says so.
    private static void ReadIdentity(StrictJson json, out PublisherIdentity identity, out string next)
    {
        next = json.ReadName();
        if (next == LockMembers.Unsigned)
        {
            json.ReadTrue();
            next = json.ReadName();
            identity = next switch
            {
                LockMembers.Feed => PublisherIdentity.UnsignedFrom(ReadFeed(json, out next)),
                LockMembers.Sha512 => PublisherIdentity.UnsignedOf(ReadContents(json, out next)),
                _ => PublisherIdentity.Unsigned,
            };
            return;
        }

        var provenance = next == LockMembers.Provenance ? ReadProvenance(json, out next) : null;
        var author = next == LockMembers.Author ? ReadAuthor(json, out next) : null;
        var repository = next == LockMembers.Repository ? ReadRepository(json, out next) : null;
        identity = new(provenance, author, repository);
        if (identity.IsUnsigned)
        {
            throw json.Problem(
                $"{Quoted.Text(next)} stands where {LockMembers.Unsigned}, {LockMembers.Provenance}, {LockMembers.Author} or {LockMembers.Repository} is expected");
        }
    }

    private static FeedIdentity ReadFeed(StrictJson json, out string next)
    {
        var text = json.ReadText();
        var feed = FeedIdentity.Parse(text) ?? throw json.Problem(
            FeedIdentity.Of(text) is { } other ? $"the feed must be written \"{other.Text}\"" : $"{Quoted.Text(text)} is not the address of a feed");
        next = json.ReadName();
        return feed;
    }

    private static ContentsIdentity ReadContents(StrictJson json, out string next)
    {
        var text = json.ReadText();
        var contents = ContentsIdentity.Parse(text) ?? throw json.Problem($"{Quoted.Text(text)} is no SHA-512 in Base64");
        next = json.ReadName();
        return contents;
    }

    private static ProvenanceIdentity ReadProvenance(StrictJson json, out string next)
    {
        json.BeginObject();
        var provenance = new ProvenanceIdentity(
            json.ReadMember(LockMembers.Issuer),
            json.ReadMember(LockMembers.RepositoryId),
            json.ReadMember(LockMembers.RepositoryUri),
            json.ReadMember(LockMembers.OwnerId),
            json.ReadMember(LockMembers.OwnerUri),
            json.ReadMember(LockMembers.Workflow),
            json.ReadMember(LockMembers.Signer),
            json.ReadMember(LockMembers.Runner),
            json.ReadOptional(LockMembers.Environment));
        json.EndObject();
        next = json.ReadName();
        return provenance;
    }

    private static AuthorIdentity ReadAuthor(StrictJson json, out string next)
    {
        json.BeginObject();
        var author = new AuthorIdentity(
            json.ReadMember(LockMembers.Name),
            json.ReadOptional(LockMembers.Organization),
            json.ReadOptional(LockMembers.Country),
            json.ReadOptional(LockMembers.Registration),
            json.ReadOptional(LockMembers.Subscriber))
        {
            Certified = ReadCertification(json),
        };
        json.EndObject();
        next = json.ReadName();
        return author;
    }

    // An authority is nothing to compare without the place that it certified.
    private static AuthorCertification? ReadCertification(StrictJson json)
    {
        var locality = json.ReadOptional(LockMembers.Locality);
        var region = json.ReadOptional(LockMembers.Region);
        return locality is null && region is null ? null : new(locality, region, json.ReadMember(LockMembers.Authority));
    }

    private static RepositoryIdentity ReadRepository(StrictJson json, out string next)
    {
        var name = json.ReadText();
        json.Expect(LockMembers.Owners);
        json.BeginArray();
        var owners = new List<string>();
        while (json.TryBeginItem())
        {
            var owner = json.ReadText();
            if (owners.Count > 0 && StringComparer.OrdinalIgnoreCase.Compare(owners[^1], owner) >= 0)
            {
                throw json.Problem($"owners must be in order and named once: {Quoted.Text(owner)} comes after {Quoted.Text(owners[^1])}");
            }

            owners.Add(owner);
        }

        json.EndArray();
        next = json.ReadName();
        return new(name, new(owners));
    }

    private static PinOrigin ReadOrigin(StrictJson json, string name, PublisherIdentity identity)
    {
        switch (name)
        {
            case LockMembers.FirstUse:
                return new PinOrigin.FirstUse(ReadDate(json, json.ReadText()));
            case LockMembers.Noticed:
                json.BeginObject();
                var noticed = new PinOrigin.Noticed(
                    json.ReadMember(LockMembers.Change), ReadDate(json, json.ReadMember(LockMembers.On)));
                json.EndObject();
                return noticed;
            case LockMembers.Accepted:
                json.BeginObject();
                var change = json.ReadMember(LockMembers.Change);
                var certificate = ReadCertificate(json, identity);
                var accepted = new PinOrigin.Accepted(
                    change,
                    json.ReadMember(LockMembers.By),
                    ReadDate(json, json.ReadMember(LockMembers.On)),
                    json.ReadMember(LockMembers.Reason));
                json.EndObject();
                return accepted with { RepositoryCertificate = certificate };
            default:
                throw json.Problem(
                    $"{Quoted.Text(name)} stands where {LockMembers.FirstUse}, {LockMembers.Noticed} or {LockMembers.Accepted} is expected");
        }
    }

    private static string? ReadCertificate(StrictJson json, PublisherIdentity identity) => json.ReadOptional(LockMembers.RepositoryCertificate) switch
    {
        null => null,
        _ when identity.Repository is null => throw json.Problem($"{LockMembers.RepositoryCertificate} stands in a pin without a {LockMembers.Repository}"),
        var text when text.StartsWith(CertificatePrefix, StringComparison.Ordinal) && Sha256Digest.TryParse(text[CertificatePrefix.Length..], out var digest) && text.EndsWith(digest.Hex, StringComparison.Ordinal) => text,
        var text => throw json.Problem($"{Quoted.Text(text)} is not a fingerprint in the form {CertificatePrefix} and 64 digits in lower case"),
    };

    private static DateOnly ReadDate(StrictJson json, string text) =>
        DateOnly.TryParseExact(text, LockMembers.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw json.Problem($"{Quoted.Text(text)} is not a day in the form {LockMembers.DateFormat}");
}
