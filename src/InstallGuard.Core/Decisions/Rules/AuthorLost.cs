using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The author signature that the pin has is gone.</summary>
internal static class AuthorLost
{
    public static Rule Rule { get; } = new("IG1011", "author-lost", VerdictKind.Review)
    {
        Summary = "the author signature is gone",
        Usually = "the publisher stopped signing, or this version was published without access to its certificate",
        IfOlder = (
            "this earlier version was not signed by an author yet",
            "a downgrade: the publisher began to sign later"),
        Next = NextStep.AcceptOrStay,
        IsLoss = true,
    };

    public static Change Of(AuthorIdentity pinned) =>
        new(Rule, EvidenceKind.Author, $"author {pinned}", "no author signature");
}
