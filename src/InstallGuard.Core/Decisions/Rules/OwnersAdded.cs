using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>Accounts own the package that did not before. Softened when the author or the build is unchanged.</summary>
internal static class OwnersAdded
{
    public static Rule Rule { get; } = new("IG1030", "owners-added", VerdictKind.Review)
    {
        Summary = "an account that was not an owner before owns the package now",
        Usually = "a new maintainer, or the quiet first step of a hand-over",
        IfOlder = (
            "an account owned the package when this earlier version was signed, and is not among the pinned owners",
            "a downgrade to before the account left; one that was an owner for a short while only is worth a look"),
        Next = NextStep.AcceptOrStay,
        AsksWho = true,
        SoftenedBy = [EvidenceKind.Provenance, EvidenceKind.Author],
    };

    public static Change Of(RepositoryIdentity pinned, RepositoryIdentity seen) =>
        new(Rule, EvidenceKind.Repository, pinned.Against(seen), $"added {seen.Owners.Except(pinned.Owners).Whole()}{Left(pinned.Owners.Except(seen.Owners))}; {seen.Against(pinned)}");

    private static string Left(OwnerSet gone) => gone.Count == 0 ? "" : $"; removed {gone}";
}
