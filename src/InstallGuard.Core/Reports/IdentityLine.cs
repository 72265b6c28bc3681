using InstallGuard.Identity;

namespace InstallGuard.Reports;

/// <summary>An identity in JSON: the members of a pin in the lock file.</summary>
internal sealed record IdentityLine(
    bool? Unsigned,
    string? Feed,
    string? Sha512,
    IdentityLine.ProvenanceLine? Provenance,
    IdentityLine.AuthorLine? Author,
    string? Repository,
    IReadOnlyList<string>? Owners)
{
    public static IdentityLine Of(PublisherIdentity identity) => new(
        identity.IsUnsigned ? true : null,
        identity.Feed?.Text,
        identity.Contents?.Sha512,
        identity.Provenance is { } build
            ? new(build.Issuer, build.RepositoryId, build.RepositoryUri, build.OwnerId, build.OwnerUri, build.Workflow, build.Signer, build.Runner, build.Environment)
            : null,
        identity.Author is { } author ? new(author.Name, author.Organization, author.Country, author.Registration, author.Subscriber, author.Certified?.Locality, author.Certified?.Region, author.Certified?.Authority) : null,
        identity.Repository?.Name,
        identity.Repository?.Owners.ToList());

    internal sealed record ProvenanceLine(
        string Issuer, string RepositoryId, string RepositoryUri, string OwnerId, string OwnerUri, string Workflow, string Signer, string Runner, string? Environment);

    internal sealed record AuthorLine(string Name, string? Organization, string? Country, string? Registration, string? Subscriber, string? Locality, string? Region, string? Authority);
}
