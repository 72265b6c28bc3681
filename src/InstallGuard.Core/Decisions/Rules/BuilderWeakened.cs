using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The runner or the deployment environment is not the pinned one.</summary>
internal static class BuilderWeakened
{
    public static Rule Rule { get; } = new("IG1042", "builder-weakened", VerdictKind.Review)
    {
        Summary = "the package was built on another kind of runner or in another environment",
        Usually = "the build moved to another runner",
        IfOlder = (
            "this earlier version was built on another kind of runner or in another environment",
            "a downgrade to before the build moved to the pinned one"),
        Next = NextStep.AcceptOrStay,
    };

    public static Change Of(ProvenanceIdentity pinned, ProvenanceIdentity seen) =>
        new(Rule, EvidenceKind.Provenance, $"built by {pinned}", $"built by {seen}");
}
