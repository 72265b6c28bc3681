using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>Another repository signed the package.</summary>
internal static class RepositoryChanged
{
    public static Rule Rule { get; } = new("IG1033", "repository-changed", VerdictKind.Review)
    {
        Summary = "another repository vouches for the package",
        Usually = "the package moved to another repository, or another repository answered for its name",
        IfOlder = (
            "another repository vouches for this earlier version",
            "a downgrade to before the package moved to the pinned repository, or another repository answered for its name"),
        Next = NextStep.AcceptOrStay,
    };

    public static Change Of(RepositoryIdentity pinned, RepositoryIdentity seen) =>
        new(Rule, EvidenceKind.Repository, $"repository {pinned}", $"repository {seen}");
}
