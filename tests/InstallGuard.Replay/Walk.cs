using System.Collections.Immutable;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Replay;

/// <summary>
/// A team that updates every package step by step: it accepts first uses, notices are recorded, and what asks a person is
/// accepted, as everything in this history was honest.
/// </summary>
public static class Walk
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>Walks the versions of every id in this order.</summary>
    public static IReadOnlyList<Step> Through(IEnumerable<Release> releases, Func<IEnumerable<Release>, IEnumerable<Release>> order) =>
        [.. releases.GroupBy(release => release.Package.Id).OrderBy(id => id.Key).SelectMany(id => ThroughOne(order(id)))];

    /// <summary>From the lowest version to the highest.</summary>
    public static IEnumerable<Release> ByVersion(IEnumerable<Release> releases) => releases.OrderBy(release => release.Package.Version);

    /// <summary>From the first that was published to the last.</summary>
    public static IEnumerable<Release> ByTime(IEnumerable<Release> releases) =>
        releases.OrderBy(release => release.Published).ThenBy(release => release.Package.Version);

    private static IEnumerable<Step> ThroughOne(IEnumerable<Release> releases)
    {
        var pins = ImmutableArray<Pin>.Empty;
        Release? before = null;
        foreach (var release in releases)
        {
            var look = new Look.Seen(new VerifiedEvidence(release.Evidence));
            var verdict = Decide.For(release.Package, pins, look, []);
            if (before is not null)
            {
                yield return new(before, release, verdict);
            }

            var pin = verdict.Kind is VerdictKind.Review
                ? PinUpdate.Accepting(release.Package, look, verdict, "replay", Today, "history")
                : PinUpdate.After(release.Package, look, verdict, Today);
            pins = pin is null ? pins : [.. pins.Where(known => known.Since != pin.Since), pin];
            before = release;
        }
    }
}
