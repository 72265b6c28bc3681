using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The author signature is another publisher's.</summary>
internal static class AuthorChanged
{
    public static Rule Rule { get; } = new("IG1020", "author-changed", VerdictKind.Review)
    {
        Summary = "the author signature is somebody else's",
        Usually = "the project moved to another company, or somebody else signed this version",
        IfOlder = (
            "this earlier version was signed by another author",
            "a downgrade to before the project moved to the pinned author; or somebody else signed this version"),
        Next = NextStep.AcceptOrStay,
        AsksWho = true,
        SoftenedBy = [EvidenceKind.Provenance],
    };

    public static Change Of(AuthorIdentity pinned, AuthorIdentity seen) =>
        new(Rule, EvidenceKind.Author, $"author {pinned}", $"author {seen}");
}
