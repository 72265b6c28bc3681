using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>Accounts no longer own the package.</summary>
internal static class OwnersRemoved
{
    public static Rule Rule { get; } = new("IG1031", "owners-removed", VerdictKind.Notice)
    {
        Summary = "an account no longer owns the package",
        Usually = "a maintainer left",
        IfOlder = (
            "an account that owns the package now was not an owner yet when this earlier version was signed",
            "a downgrade: the account became an owner later"),
        Next = NextStep.ReviewLock,
    };

    public static Change Of(RepositoryIdentity pinned, RepositoryIdentity seen) =>
        new(Rule, EvidenceKind.Repository, pinned.Against(seen), seen.Against(pinned));
}
