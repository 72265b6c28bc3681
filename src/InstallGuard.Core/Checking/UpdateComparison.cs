using InstallGuard.Decisions;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Checking;

/// <summary>
/// Decides about updates that nobody has made yet: each release against what a lock pins of the package, as its restore
/// would; or, where none pins anything of it, against the pin that a first use of the release before it would have recorded.
/// No ledger takes part.
/// </summary>
public static class UpdateComparison
{
    /// <summary>Goes from each release to the next one.</summary>
    /// <param name="releases">The releases in the order of the updates, whatever their versions.</param>
    /// <param name="today">The day of the imagined first use.</param>
    /// <param name="pins">What the lock pins of the package; empty where it pins nothing, or where no lock is looked at.</param>
    /// <exception cref="FormatException">They are not releases of one package.</exception>
    public static ComparisonResult Of(IReadOnlyList<Release> releases, DateOnly today, IReadOnlyCollection<Pin> pins)
    {
        RequireOnePackage(releases);
        var heldTo = pins.Count > 0 ? HeldTo.Lock : HeldTo.ReleaseBefore;
        var comparisons = new List<Comparison>();
        foreach (var (before, after) in releases.Zip(releases.Skip(1), WithComparableFeeds))
        {
            var from = Decided(before, []);
            if (from.Look is not Look.Seen seen || PinUpdate.After(from.Package, seen, from.Verdict, today) is not { } pin)
            {
                return new(comparisons, from, heldTo);
            }

            var to = Decided(after, heldTo == HeldTo.Lock ? pins : [pin]);
            comparisons.Add(new(from, to, to.Evidence is { } next ? ClaimNote.Between(seen.Evidence.Found.Claims, next.Claims) : []));
        }

        return new(comparisons, null, heldTo);
    }

    // The policy in force may have locked the lock, and here nothing is written to it.
    private static CheckedPackage Decided(Release release, IReadOnlyCollection<Pin> pins)
    {
        var verdict = Decide.For(release.Package, pins, release.Look, []);
        return new(release.Package, release.Source, release.Look, verdict, Policy.Default.For(verdict.Kind));
    }

    // A file says nothing of the feed that it will come from, which is no reason to doubt it: then feeds are left out.
    private static (Release Before, Release After) WithComparableFeeds(Release before, Release after) =>
        before.Look is Look.Seen { From: not null } && after.Look is Look.Seen { From: not null }
            ? (before, after)
            : (WithoutFeed(before), WithoutFeed(after));

    private static Release WithoutFeed(Release release) =>
        release.Look is Look.Seen seen ? release with { Look = seen with { From = null } } : release;

    private static void RequireOnePackage(IReadOnlyList<Release> releases)
    {
        var ids = releases.Select(release => release.Package.Id).Distinct().ToList();
        if (ids.Count > 1)
        {
            throw new FormatException($"{string.Join(" and ", ids)} are different packages; name versions of one");
        }
    }
}
