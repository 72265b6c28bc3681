using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>There is repository signature where the pin has none. Softened when another kind shows that the publisher is the same.</summary>
internal static class RepositoryGained
{
    public static Rule Rule { get; } = new("IG1015", "repository-gained", VerdictKind.Review)
    {
        Summary = "there is a repository signature where there was none",
        Usually = "the package moved to a repository that signs, or somebody published its name there",
        IfOlder = (
            "this earlier version has a repository signature, and the pinned one has none",
            "a downgrade to before the package left that repository, or another way on which it came"),
        Next = NextStep.AcceptOrStay,
        SoftenedBy = [EvidenceKind.Provenance, EvidenceKind.Author],
    };

    public static Change Of(RepositoryIdentity seen) =>
        new(Rule, EvidenceKind.Repository, "no repository signature", $"repository {seen}");
}
