using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>A version that was signed before the evidence that it lacks came into being has lost nothing.</summary>
internal static class TimeOrder
{
    /// <summary>Softens the losses of a version that is older, by number and by trusted timestamps, than what is pinned.</summary>
    public static IEnumerable<Change> Soften(IEnumerable<Change> changes, PackageVersion version, Pin pin, PackageEvidence seen) =>
        version < pin.Since && pin.Signed is { } since && seen.SignedAt is { } at && DateOnly.FromDateTime(at.UtcDateTime) is var signed && signed < since
            ? changes.Select(change => change is { Rule.IsLoss: true, Verdict: VerdictKind.Review }
                ? change with { Verdict = VerdictKind.Notice, Predates = (signed, since) }
                : change)
            : changes;
}
