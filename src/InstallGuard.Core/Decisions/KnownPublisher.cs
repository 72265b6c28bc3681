using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>
/// Softens what asks who a publisher is, where the lock knows: a package's owners and author are those of all its release
/// lines, so that whoever was accepted for version 4 is nobody new in a later version 3.
/// </summary>
// Only the newest pin of the package says who publishes it now. Any older one may be that of an owner whom people left, for
// example because the account was stolen: a publisher whom an older line still has, and a newer one no longer, must not come
// back into a version that the newer pin is about. So the pin that knows the publisher
//
//   - lies above all others, and so above the version and the pin that applies to it;
//   - was signed no earlier than any other, by the days that are written down: in the line that is older by number, people
//     may have moved on since (a day that is missing is no day, and a first use that repeats another has its day);
//   - is a first use or an acceptance: nobody decided about what was merely noticed;
//   - is all that among the pins that were reviewed as well: whoever may edit the project may write a day;
//   - and asks for nothing that the version lacks: an account is not enough where an author is pinned beside it.
//
// Where an acceptance was ever taken back, nothing is softened: somebody was wrong about this package before.
internal static class KnownPublisher
{
    /// <summary>Softens the changes of a version whose publisher is that of the newest pin.</summary>
    /// <param name="changes">What differs from the pin that applies.</param>
    /// <param name="pin">That pin.</param>
    /// <param name="pins">All of them.</param>
    /// <param name="decided">Those that were reviewed before, with what a person accepted since.</param>
    /// <param name="differences">What differs from another pin.</param>
    public static IEnumerable<Change> Soften(
        IEnumerable<Change> changes, Pin pin, IReadOnlyCollection<Pin> pins, IReadOnlyCollection<Pin> decided, Func<Pin, IEnumerable<Change>> differences)
    {
        Pin? Knowing(IReadOnlyCollection<Pin> some) =>
            Newest(some) is { } newest && newest.Since > pin.Since && differences(newest).All(change => change.Verdict == VerdictKind.Match) ? newest : null;

        var all = changes.ToList();
        return all.Exists(Asks) && Knowing(pins) is not null && Knowing(decided) is { } known
            ? all.Select(change => Asks(change) ? change with { Verdict = VerdictKind.Notice, KnownSince = known.Since } : change)
            : all;
    }

    private static bool Asks(Change change) => change is { Rule.AsksWho: true, Verdict: VerdictKind.Review };

    private static Pin? Newest(IReadOnlyCollection<Pin> pins) =>
        pins.MaxBy(pin => pin.Since) is { Origin: PinOrigin.FirstUse or PinOrigin.Accepted, Signed: { } signed } newest
        && pins.All(pin => pin.Signed <= signed && pin.Origin is not PinOrigin.Accepted { Change: PinOrigin.Reverted })
        && pins.All(pin => pin.Signed <= FirstDayOf(newest, pins) || IdentityStrength.Same(pin.Identity, newest.Identity))
            ? newest
            : null;

    // One more first use of the same publisher shows that he was there, not that he came back.
    private static DateOnly? FirstDayOf(Pin newest, IReadOnlyCollection<Pin> pins) => newest.Origin is PinOrigin.FirstUse
        ? pins.Where(pin => IdentityStrength.Same(pin.Identity, newest.Identity)).Min(pin => pin.Signed)
        : newest.Signed;
}
