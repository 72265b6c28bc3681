using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>There is build provenance where the pin has none. Softened when another kind shows that the publisher is the same.</summary>
internal static class ProvenanceGained
{
    public static Rule Rule { get; } = new("IG1013", "provenance-gained", VerdictKind.Review)
    {
        Summary = "there is build provenance where there was none",
        Usually = "the publisher began to attest its builds; from now on losing that is a loss",
        IfOlder = (
            "this earlier version has build provenance, and the pinned one has none",
            "a downgrade to before the publisher stopped attesting its builds"),
        Next = NextStep.AcceptOrStay,
        SoftenedBy = [EvidenceKind.Author, EvidenceKind.Repository],
    };

    public static Change Of(ProvenanceIdentity seen) =>
        new(Rule, EvidenceKind.Provenance, "no build provenance", $"built by {seen}");
}
