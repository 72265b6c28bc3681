namespace InstallGuard.Ledger;

/// <summary>The names of the lock file's members. The format is a contract: docs/lock-file.md.</summary>
internal static class LockMembers
{
    public const int FormatVersion = 1;
    public const string Version = "version";
    public const string Packages = "packages";
    public const string Since = "since";
    public const string Unsigned = "unsigned";
    public const string Feed = "feed";
    public const string Sha512 = "sha512";
    public const string Provenance = "provenance";
    public const string Author = "author";
    public const string Repository = "repository";
    public const string Owners = "owners";
    public const string Signed = "signed";
    public const string FirstUse = "firstUse";
    public const string Noticed = "noticed";
    public const string Accepted = "accepted";
    public const string Change = "change";
    public const string RepositoryCertificate = "repositoryCertificate";
    public const string By = "by";
    public const string On = "on";
    public const string Reason = "reason";
    public const string Name = "name";
    public const string Organization = "organization";
    public const string Country = "country";
    public const string Registration = "registration";
    public const string Subscriber = "subscriber";
    public const string Locality = "locality";
    public const string Region = "region";
    public const string Authority = "authority";
    public const string Issuer = "issuer";
    public const string RepositoryId = "repositoryId";
    public const string RepositoryUri = "repositoryUri";
    public const string OwnerId = "ownerId";
    public const string OwnerUri = "ownerUri";
    public const string Workflow = "workflow";
    public const string Signer = "signer";
    public const string Runner = "runner";
    public const string Environment = "environment";
    public const string DateFormat = "yyyy-MM-dd";
}
