using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The same name, which nothing but another authority and another place stands behind: perhaps another person's.</summary>
internal static class AuthorNamesake
{
    public static Rule Rule { get; } = new("IG1022", "author-namesake", VerdictKind.Notice)
    {
        Summary = "the author has the pinned name, and nothing else says that it is the same one",
        Usually = "the author moved and bought the certificate elsewhere, or somebody else has the name; it vouches for nothing until a person accepts a pin with it",
        Next = NextStep.ReviewLock,
        IsAlwaysShown = true,
    };

    public static Change Of(AuthorIdentity pinned, AuthorIdentity seen) =>
        new(Rule, EvidenceKind.Author, Words(pinned), Words(seen));

    private static string Words(AuthorIdentity author) => author.Certified is { } certified ? $"author {author}, {certified}" : $"author {author}";
}
