using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The build ran from another source repository.</summary>
internal static class SourceRepositoryChanged
{
    public static Rule Rule { get; } = new("IG1040", "source-repository-changed", VerdictKind.Review)
    {
        Summary = "the package was built from another source repository",
        Usually = "the project moved, or somebody built it from a copy",
        IfOlder = (
            "this earlier version was built from another source repository",
            "a downgrade to before the project moved; or somebody built it from a copy"),
        Next = NextStep.AcceptOrStay,
    };

    public static Change Of(ProvenanceIdentity pinned, ProvenanceIdentity seen) =>
        new(Rule, EvidenceKind.Provenance, $"built by {pinned}", $"built by {seen}");
}
