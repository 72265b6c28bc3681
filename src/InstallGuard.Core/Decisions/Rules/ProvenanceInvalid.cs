using InstallGuard.Evidence;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>Build provenance is there and does not verify.</summary>
internal static class ProvenanceInvalid
{
    public static Rule Rule { get; } = new("IG2002", "provenance-invalid", VerdictKind.Reject)
    {
        Summary = "the build provenance does not verify",
        Usually = "the bundle is about other bytes, or was changed",
        Next = NextStep.FetchAgain,
    };

    public static Change Of(string pinned, FailedCheck failed) =>
        new(Rule, EvidenceKind.Provenance, pinned, failed.ToString());
}
