namespace InstallGuard.Adapters.Storage;

/// <summary>
/// The names in stored evidence. They are spelled here and nowhere else, so that renaming a domain type cannot change
/// what a ledger reads. What no longer fits is a miss, so a changed shape needs no migration.
/// </summary>
internal static class EvidenceMembers
{
    public const string Hash = "hash";
    public const string UnsignedDigest = "unsignedDigest";
    public const string Id = "id";
    public const string Version = "version";
    public const string Provenance = "provenance";
    public const string Author = "author";
    public const string Repository = "repository";
    public const string Claims = "claims";

    public const string State = "state";
    public const string Value = "value";
    public const string Present = "present";
    public const string Absent = "absent";
    public const string Invalid = "invalid";
    public const string Unproven = "unproven";
    public const string Unavailable = "unavailable";
    public const string NotSought = "not-sought";
    public const string Check = "check";
    public const string Expected = "expected";
    public const string Found = "found";
    public const string Because = "because";

    public const string Issuer = "issuer";
    public const string RepositoryId = "repositoryId";
    public const string RepositoryUri = "repositoryUri";
    public const string OwnerId = "ownerId";
    public const string OwnerUri = "ownerUri";
    public const string Workflow = "workflow";
    public const string Signer = "signer";
    public const string Runner = "runner";
    public const string Environment = "environment";

    public const string Name = "name";
    public const string Organization = "organization";
    public const string Country = "country";
    public const string Registration = "registration";
    public const string Subscriber = "subscriber";
    public const string Locality = "locality";
    public const string Region = "region";
    public const string Authority = "authority";
    public const string Owners = "owners";
    public const string ServiceIndex = "serviceIndex";

    public const string Certificate = "certificate";
    public const string Fingerprint = "fingerprint";
    public const string Subject = "subject";
    public const string NotBefore = "notBefore";
    public const string NotAfter = "notAfter";

    public const string Time = "time";
    public const string Trusted = "trusted";
    public const string Claimed = "claimed";
    public const string At = "at";

    public const string Authors = "authors";
    public const string RepositoryUrl = "repositoryUrl";
    public const string RepositoryCommit = "repositoryCommit";
    public const string ProjectUrl = "projectUrl";
}
