using System.Collections.Immutable;
using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>How the move of a feed ended: <see cref="Written"/> or <see cref="NothingThere"/>. Only the first has written anything.</summary>
public abstract record FeedMoveResult
{
    private FeedMoveResult()
    {
    }

    /// <summary>These pins stand in the lock in place of those that named the old feed.</summary>
    public sealed record Written(ImmutableArray<Recorded> Pins) : FeedMoveResult;

    /// <summary>No pin names the feed; those that the lock does name.</summary>
    public sealed record NothingThere(ImmutableArray<FeedIdentity> Feeds) : FeedMoveResult;
}
