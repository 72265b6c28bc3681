using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>There is author signature where the pin has none. Softened when another kind shows that the publisher is the same.</summary>
internal static class AuthorGained
{
    public static Rule Rule { get; } = new("IG1014", "author-gained", VerdictKind.Review)
    {
        Summary = "there is an author signature where there was none",
        Usually = "the publisher began to sign; from now on losing that is a loss",
        IfOlder = (
            "this earlier version has an author signature, and the pinned one has none",
            "a downgrade to before the publisher stopped signing"),
        Next = NextStep.AcceptOrStay,
        AsksWho = true,
        SoftenedBy = [EvidenceKind.Provenance, EvidenceKind.Repository],
    };

    public static Change Of(AuthorIdentity seen) =>
        new(Rule, EvidenceKind.Author, "no author signature", $"author {seen}");
}
