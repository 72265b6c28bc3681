using InstallGuard.Evidence;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>A repository signature whose certificate is not one of that repository's.</summary>
internal static class RepositoryForged
{
    public static Rule Rule { get; } = new("IG2003", "repository-forged", VerdictKind.Reject)
    {
        Summary = "the repository signature was not made by a known repository",
        Usually = "somebody else's certificate, or a private feed's own, which is known once that feed announces it over https",
        Next = NextStep.FetchAgain,
    };

    public static Change Of(string pinned, FailedCheck failed) =>
        new(Rule, EvidenceKind.Repository, pinned, failed.ToString());
}
