using System.Globalization;
using InstallGuard.Identity;

namespace InstallGuard.Ledger;

/// <summary>
/// Writes a lock as its one canonical text: ids in order, members in a fixed order, one line per scalar, two spaces per
/// level, LF, a final newline, UTF-8 without a mark. The same lock is always the same bytes.
/// </summary>
public static class LockWriter
{
    // Rather more than most take, so that the text need not be copied while it grows.
    private const int BytesOfPackage = 512;

    /// <summary>The canonical bytes.</summary>
    public static byte[] Write(LockDocument document)
    {
        var text = new CanonicalJson(BytesOfPackage * (document.Count + 1));
        text.Begin('{');
        text.Number(LockMembers.Version, LockMembers.FormatVersion);
        text.Begin(LockMembers.Packages, '{');
        foreach (var (id, pins) in document.Packages)
        {
            text.Begin(id.Text, '[');
            foreach (var pin in pins)
            {
                Write(text, pin);
            }

            text.End(']');
        }

        text.End('}');
        text.End('}');
        return text.ToUtf8();
    }

    internal static void Write(CanonicalJson text, Pin pin)
    {
        text.Begin('{');
        text.Member(LockMembers.Since, pin.Since.Text);
        if (pin.Identity.IsUnsigned)
        {
            text.True(LockMembers.Unsigned);
            text.Optional(LockMembers.Feed, pin.Identity.Feed?.Text);
            text.Optional(LockMembers.Sha512, pin.Identity.Contents?.Sha512);
        }

        Write(text, pin.Identity.Provenance);
        Write(text, pin.Identity.Author);
        Write(text, pin.Identity.Repository);
        text.Optional(LockMembers.Signed, pin.Signed is { } day ? Date(day) : null);
        Write(text, pin.Origin);
        text.End('}');
    }

    private static void Write(CanonicalJson text, ProvenanceIdentity? provenance)
    {
        if (provenance is null)
        {
            return;
        }

        text.Begin(LockMembers.Provenance, '{');
        text.Member(LockMembers.Issuer, provenance.Issuer);
        text.Member(LockMembers.RepositoryId, provenance.RepositoryId);
        text.Member(LockMembers.RepositoryUri, provenance.RepositoryUri);
        text.Member(LockMembers.OwnerId, provenance.OwnerId);
        text.Member(LockMembers.OwnerUri, provenance.OwnerUri);
        text.Member(LockMembers.Workflow, provenance.Workflow);
        text.Member(LockMembers.Signer, provenance.Signer);
        text.Member(LockMembers.Runner, provenance.Runner);
        text.Optional(LockMembers.Environment, provenance.Environment);
        text.End('}');
    }

    private static void Write(CanonicalJson text, AuthorIdentity? author)
    {
        if (author is null)
        {
            return;
        }

        text.Begin(LockMembers.Author, '{');
        text.Member(LockMembers.Name, author.Name);
        text.Optional(LockMembers.Organization, author.Organization);
        text.Optional(LockMembers.Country, author.Country);
        text.Optional(LockMembers.Registration, author.Registration);
        text.Optional(LockMembers.Subscriber, author.Subscriber);
        text.Optional(LockMembers.Locality, author.Certified?.Locality);
        text.Optional(LockMembers.Region, author.Certified?.Region);
        text.Optional(LockMembers.Authority, author.Certified?.Authority);
        text.End('}');
    }

    private static void Write(CanonicalJson text, RepositoryIdentity? repository)
    {
        if (repository is null)
        {
            return;
        }

        text.Member(LockMembers.Repository, repository.Name);
        text.Begin(LockMembers.Owners, '[');
        foreach (var owner in repository.Owners)
        {
            text.Item(owner);
        }

        text.End(']');
    }

    private static void Write(CanonicalJson text, PinOrigin origin)
    {
        switch (origin)
        {
            case PinOrigin.FirstUse first:
                text.Member(LockMembers.FirstUse, Date(first.On));
                break;
            case PinOrigin.Noticed noticed:
                text.Begin(LockMembers.Noticed, '{');
                text.Member(LockMembers.Change, noticed.Change);
                text.Member(LockMembers.On, Date(noticed.On));
                text.End('}');
                break;
            case PinOrigin.Accepted accepted:
                text.Begin(LockMembers.Accepted, '{');
                text.Member(LockMembers.Change, accepted.Change);
                text.Optional(LockMembers.RepositoryCertificate, accepted.RepositoryCertificate);
                text.Member(LockMembers.By, accepted.By);
                text.Member(LockMembers.On, Date(accepted.On));
                text.Member(LockMembers.Reason, accepted.Reason);
                text.End('}');
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"no spelling for {origin}");
        }
    }

    private static string Date(DateOnly day) => day.ToString(LockMembers.DateFormat, CultureInfo.InvariantCulture);
}
