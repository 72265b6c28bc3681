using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>Another workflow of the same source repository built or signed the package.</summary>
internal static class WorkflowChanged
{
    public static Rule Rule { get; } = new("IG1041", "workflow-changed", VerdictKind.Review)
    {
        Summary = "another workflow built the package",
        Usually = "the build was reorganised, or somebody with write access added a workflow",
        IfOlder = (
            "another workflow built this earlier version",
            "a downgrade to before the build was reorganised"),
        Next = NextStep.AcceptOrStay,
    };

    public static Change Of(ProvenanceIdentity pinned, ProvenanceIdentity seen) =>
        new(Rule, EvidenceKind.Provenance, $"built by {pinned}", $"built by {seen}");
}
