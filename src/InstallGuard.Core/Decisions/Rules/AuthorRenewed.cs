using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The same publisher states more, or less, about itself than the pin does.</summary>
internal static class AuthorRenewed
{
    public static Rule Rule { get; } = new("IG1021", "author-renewed", VerdictKind.Match)
    {
        Summary = "the same author, who states more or less about itself than the pin",
        Usually = "a renewed certificate, or one from another authority",
        Next = NextStep.None,
    };

    public static Change Of(AuthorIdentity pinned, AuthorIdentity seen) =>
        new(Rule, EvidenceKind.Author, $"author {pinned}", $"author {seen}");
}
