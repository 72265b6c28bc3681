using System.Collections.Immutable;
using InstallGuard.Decisions.Rules;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Checking;

/// <summary>Accepts that a feed has moved: all unsigned packages that are pinned to it are pinned to where it is now, as one step and for one reason.</summary>
/// <param name="lockFile">The lock.</param>
/// <param name="clock">The present.</param>
public sealed class FeedMove(ILockFile lockFile, TimeProvider clock)
{
    /// <summary>Rewrites the pins. Each says who did it, when and why, as every acceptance does.</summary>
    /// <param name="from">The feed that is pinned.</param>
    /// <param name="to">Where it is now.</param>
    /// <param name="by">Who accepts it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="LockFormatException">The lock file is there and is not a lock.</exception>
    /// <exception cref="IOException">The lock file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be read or written.</exception>
    public FeedMoveResult Move(FeedIdentity from, FeedIdentity to, string by, string reason)
    {
        var origin = new PinOrigin.Accepted(FeedChanged.Rule.Slug, by, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), reason);
        for (var attempt = 0; attempt < RestoreCheck.MostAttempts; attempt++)
        {
            var read = lockFile.Read();
            var unsigned = read.Document.Packages.SelectMany(package => package.Value, (package, pin) => new Recorded(package.Key, pin)).Where(one => one.Pin.Identity.Feed is not null).ToList();
            var moved = unsigned.Where(one => from.Equals(one.Pin.Identity.Feed)).Select(one => one with { Pin = Moved(one.Pin, to, origin) }).ToImmutableArray();
            if (moved.IsEmpty)
            {
                return new FeedMoveResult.NothingThere([.. unsigned.Select(one => one.Pin.Identity.Feed!).Distinct().OrderBy(feed => feed.Text, StringComparer.Ordinal)]);
            }

            if (lockFile.TryReplace(read, moved.Aggregate(read.Document, (document, one) => document.With(one.Id, one.Pin))))
            {
                return new FeedMoveResult.Written(moved);
            }
        }

        throw new IOException($"{lockFile.Path} kept changing while it was being written");
    }

    // That somebody was wrong about a package before is not forgotten because its feed has moved.
    private static Pin Moved(Pin pin, FeedIdentity to, PinOrigin.Accepted origin) => pin with
    {
        Identity = PublisherIdentity.UnsignedFrom(to),
        Origin = pin.Origin is PinOrigin.Accepted { Change: PinOrigin.Reverted } ? origin with { Change = PinOrigin.Reverted } : origin,
    };
}
