using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>A version that was signed before the evidence that it lacks came into being has lost nothing.</summary>
internal static class TimeOrder
{
    /// <summary>Softens the losses of a version that is older, by number and by trusted timestamps, than what is pinned.</summary>
    public static IEnumerable<Change> Soften(
        IEnumerable<Change> changes, PackageVersion version, Pin pin, IReadOnlyCollection<Pin> pins, PackageEvidence seen) =>
        version < pin.Since && seen.SignedAt is { } at && DateOnly.FromDateTime(at.UtcDateTime) is var signed
            ? changes.Select(change => change is { Rule.IsLoss: true, Verdict: VerdictKind.Review } && FirstDayOf(change.Kind, pins) is { } since && signed < since
                ? change with { Verdict = VerdictKind.Notice, Predates = (signed, since) }
                : change)
            : changes;

    /// <summary>
    /// Says what the order of the two explains: what looks like a loss from the version that is pinned to one that was signed
    /// before all pins was not there yet. The words only; every change keeps its verdict.
    /// </summary>
    public static IEnumerable<Change> Word(IEnumerable<Change> changes, IReadOnlyCollection<Pin> pins, PackageEvidence seen)
    {
        // The repository's own time, as it states who the owners were on that day; an author may sign long before publishing.
        (DateOnly, DateOnly)? order = seen.Repository.Verified?.Time is SignatureTime.Trusted { At: var at }
            && DateOnly.FromDateTime(at.UtcDateTime) is var signed && FirstDayOf(pins) is { } since && signed < since ? (signed, since) : null;
        return changes.Select(change =>
            change.Rule.IfOlder is var (summary, usually) && (change.Predates ?? (change.Rule.IsLoss ? null : order)) is { } older
                ? change with { Summary = summary, Usually = usually, IsOlder = older }
                : change);
    }

    // Of all the pins, so that one more of them, with whatever day, only ever makes it earlier. One that does not say when
    // leaves the beginning unknown.
    private static DateOnly? FirstDayOf(EvidenceKind? kind, IEnumerable<Pin> pins) =>
        FirstDayOf([.. pins.Where(pin => Has(pin.Identity, kind))]);

    private static DateOnly? FirstDayOf(IReadOnlyCollection<Pin> pins) =>
        pins.Select(pin => pin.Signed).ToList() is { Count: > 0 } days && days.TrueForAll(day => day is not null)
            ? days.Min()
            : null;

    private static bool Has(PublisherIdentity identity, EvidenceKind? kind) => kind switch
    {
        EvidenceKind.Provenance => identity.Provenance is not null,
        EvidenceKind.Author => identity.Author is not null,
        EvidenceKind.Repository => identity.Repository is not null,
        EvidenceKind.Claim or null => false,
    };
}
