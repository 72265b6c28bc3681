using InstallGuard.Decisions.Rules;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>
/// Softens the loss of a repository signature where the lock knows the package without one: an author may publish through a
/// repository and past it, as an SDK does that brings packages along, and neither way makes the other a loss.
/// </summary>
// Only the author can vouch for it, so the pin that knows the package without a repository
//
//   - has the author of the version and of the pin that applies, and asks for nothing that the version lacks;
//   - is a first use or an acceptance, as it is among the pins that were reviewed: nobody decided about what was noticed.
//
// Where an acceptance was ever taken back, nothing is softened.
internal static class SecondChannel
{
    /// <summary>Softens the change, if it is there.</summary>
    /// <param name="changes">The changes of a version.</param>
    /// <param name="pin">The pin that applies to it.</param>
    /// <param name="pins">All of them.</param>
    /// <param name="decided">Those that were reviewed before, with what a person accepted since.</param>
    /// <param name="seen">What is there and verifies.</param>
    /// <param name="differences">What differs from another pin.</param>
    public static IEnumerable<Change> Soften(
        IEnumerable<Change> changes,
        Pin pin,
        IReadOnlyCollection<Pin> pins,
        IReadOnlyCollection<Pin> decided,
        PublisherIdentity seen,
        Func<Pin, IEnumerable<Change>> differences)
    {
        var all = changes.ToList();
        if (!all.Exists(IsLoss) || seen.Author is not { } author || pin.Identity.Author is not { } pinned || !pinned.IsSurelyContinuedBy(author))
        {
            return all;
        }

        Pin? Knowing(IReadOnlyCollection<Pin> some) => some.Any(IsReverted)
            ? null
            : some.FirstOrDefault(one => one is { Origin: PinOrigin.FirstUse or PinOrigin.Accepted, Identity: { Repository: null, Author: not null } }
                && differences(one).All(change => change.Verdict == VerdictKind.Match));

        return Knowing(pins) is not null && Knowing(decided) is { } known
            ? all.Select(change => IsLoss(change) ? change with { Verdict = VerdictKind.Notice, KnownSince = known.Since } : change)
            : all;
    }

    private static bool IsLoss(Change change) => change.Rule == RepositoryLost.Rule && change.Verdict == VerdictKind.Review;

    private static bool IsReverted(Pin pin) => pin.Origin is PinOrigin.Accepted { Change: PinOrigin.Reverted };
}
