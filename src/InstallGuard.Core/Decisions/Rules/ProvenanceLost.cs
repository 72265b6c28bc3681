using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The build provenance that the pin has is gone.</summary>
internal static class ProvenanceLost
{
    public static Rule Rule { get; } = new("IG1010", "provenance-lost", VerdictKind.Review)
    {
        Summary = "the build provenance is gone",
        Usually = "the publisher changed how it builds, or this version was published by hand or by somebody else",
        IfOlder = (
            "this earlier version has no build provenance yet",
            "a downgrade: the publisher began to attest its builds later"),
        Next = NextStep.AcceptOrStay,
        IsLoss = true,
    };

    public static Change Of(ProvenanceIdentity pinned) =>
        new(Rule, EvidenceKind.Provenance, $"built by {pinned}", "no build provenance");
}
