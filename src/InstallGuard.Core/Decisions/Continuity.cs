using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>Softens a change that another, unchanged kind of evidence vouches for.</summary>
internal static class Continuity
{
    /// <summary>Applies each rule's own list of kinds that can vouch for it.</summary>
    /// <param name="changes">What differs from the pin that applies.</param>
    /// <param name="pin">That pin.</param>
    /// <param name="pins">All of them.</param>
    /// <param name="seen">What is there and verifies.</param>
    public static IEnumerable<Change> Soften(
        IReadOnlyCollection<Change> changes, Pin pin, IReadOnlyCollection<Pin> pins, PublisherIdentity seen)
    {
        var unchanged = Unchanged(changes, pin.Identity, pins, seen).ToHashSet();
        foreach (var change in changes)
        {
            var vouching = change.Rule.SoftenedBy.Where(unchanged.Contains).ToList();
            yield return change.Verdict == VerdictKind.Review && vouching.Count > 0
                ? change with { Verdict = VerdictKind.Notice, VouchedBy = vouching[0] }
                : change;
        }
    }

    /// <summary>Whether anybody ever decided about this author.</summary>
    // One that was merely noticed was vouched for by the repository alone, so that whoever holds the account could have
    // brought it: it must not vouch for that account in turn.
    public static bool IsEstablished(AuthorIdentity author, IReadOnlyCollection<Pin> pins) =>
        pins.Any(pin => pin.Origin is not (PinOrigin.Noticed or PinOrigin.Accepted { Change: PinOrigin.Reverted }) && pin.Identity.Author is { } known && known.IsSurelyContinuedBy(author));

    // Only a kind that is pinned, is there, verifies and shows no change of its own can vouch for another.
    private static IEnumerable<EvidenceKind> Unchanged(
        IReadOnlyCollection<Change> changes, PublisherIdentity pinned, IReadOnlyCollection<Pin> pins, PublisherIdentity seen)
    {
        bool Untouched(EvidenceKind kind) =>
            !changes.Any(change => change.Kind == kind && change.Verdict != VerdictKind.Match);

        if (pinned.Provenance is not null && seen.Provenance is not null && Untouched(EvidenceKind.Provenance))
        {
            yield return EvidenceKind.Provenance;
        }

        if (pinned.Author is not null && seen.Author is { } author && Untouched(EvidenceKind.Author) && IsEstablished(author, pins))
        {
            yield return EvidenceKind.Author;
        }

        if (pinned.Repository is not null && seen.Repository is not null && Untouched(EvidenceKind.Repository))
        {
            yield return EvidenceKind.Repository;
        }
    }
}
