using InstallGuard.Decisions.Rules;
using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>Compares the feed that a package came from with the pinned one, where neither has anything better to show.</summary>
internal static class FeedComparison
{
    /// <summary>The change; null when there is none, and for packages that carry evidence.</summary>
    public static Change? Between(PublisherIdentity pinned, Look.Seen seen) => (pinned.Feed, seen.From) switch
    {
        (null, _) => null,
        _ when !seen.Evidence.Found.Identity.IsUnsigned => null,
        ({ } feed, null) => Undetermined.Of(null, pinned.ToString(), $"nothing says where it came from, and it must come from {feed}; delete it from the packages folder"),
        ({ } feed, { } now) => feed.Equals(now) ? null : FeedChanged.Of(pinned, seen.Identity),
    };
}
