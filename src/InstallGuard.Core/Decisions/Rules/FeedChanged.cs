using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>A package that nothing but its feed speaks for came from another feed.</summary>
internal static class FeedChanged
{
    public static Rule Rule { get; } = new("IG1050", "feed-changed", VerdictKind.Reject)
    {
        Summary = "the package is unsigned, and came from another feed",
        Usually = "a public feed answers for a private name, or the team moved to another feed",
        Next = NextStep.NameFeed,
    };

    public static Change Of(PublisherIdentity pinned, PublisherIdentity seen) => new(Rule, null, $"{pinned}", $"{seen}");
}
