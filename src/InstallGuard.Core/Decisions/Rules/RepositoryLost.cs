using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The repository signature that the pin has is gone.</summary>
internal static class RepositoryLost
{
    public static Rule Rule { get; } = new("IG1012", "repository-lost", VerdictKind.Review)
    {
        Summary = "the repository signature is gone",
        Usually = "the package came past its repository, through a mirror or a file, or the signature was cut off",
        Next = NextStep.AcceptOrStay,
    };

    public static Change Of(RepositoryIdentity pinned) =>
        new(Rule, EvidenceKind.Repository, $"repository {pinned}", "no repository signature");
}
