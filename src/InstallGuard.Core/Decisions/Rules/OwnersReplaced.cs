using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>No owner is left of those that are pinned. Not softened by anything.</summary>
internal static class OwnersReplaced
{
    public static Rule Rule { get; } = new("IG1032", "owners-replaced", VerdictKind.Review)
    {
        Summary = "none of the pinned owners owns the package any more",
        Usually = "the package moved to the project's own account, or was handed to somebody else",
        IfOlder = (
            "none of the pinned owners was an owner yet when this earlier version was signed",
            "a downgrade to before the package moved to the project's own account, or was handed to somebody else"),
        Next = NextStep.AcceptOrStay,
        AsksWho = true,
    };

    public static Change Of(RepositoryIdentity pinned, RepositoryIdentity seen) =>
        new(Rule, EvidenceKind.Repository, pinned.Against(seen), seen.Against(pinned));
}
