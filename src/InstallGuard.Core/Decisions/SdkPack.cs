using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>
/// A package that the .NET SDK itself names, in the version that it names: a targeting, runtime, apphost or compiler pack.
/// Which of them a restore needs depends on the SDK, the platform and the kind of build, so that no lock can have them all.
/// The SDK is trusted anyway, and it speaks for them where they are signed by those who publish it.
/// </summary>
// A name and a version are no evidence: the signatures are looked at as those of any package, and compared with who
// publishes the SDK. Whatever a repository says, nobody else's package passes by this.
internal static class SdkPack
{
    private const string Repository = "nuget.org";

    private static readonly AuthorIdentity Author = new("Microsoft Corporation", "Microsoft Corporation", "US", null, null);

    private static readonly OwnerSet Accounts = new(["aspnet", "dotnetframework", "Microsoft"]);

    /// <summary>Whether the SDK names this package, and the publisher of the SDK signed it on nuget.org.</summary>
    /// <param name="seen">What was found.</param>
    public static bool IsVouchedFor(Look.Seen seen) =>
        seen.IsNamedBySdk
        && seen.Evidence.Found is { Author.Verified: { } author, Repository.Verified: { Excused: null } repository }
        && Author.IsSurelyContinuedBy(author.Identity)
        && RepositoryName.Same(Repository, repository.Identity.Name)
        && repository.Identity.Owners.Count > 0
        && repository.Identity.Owners.Except(Accounts).Count == 0;
}
