using System.Diagnostics;
using InstallGuard.Decisions.Rules;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>Compares the author signature with the pinned author.</summary>
internal static class AuthorComparison
{
    private const string NothingPinned = "no author signature";

    /// <summary>The change of this kind; null when there is none.</summary>
    public static Change? Between(AuthorIdentity? pinned, Finding<AuthorSignature> seen) => (pinned, seen) switch
    {
        (_, Finding<AuthorSignature>.Invalid bad) => SignatureInvalid.Of(EvidenceKind.Author, Words(pinned), bad.Check),
        (_, Finding<AuthorSignature>.Unavailable none) => Undetermined.Of(EvidenceKind.Author, Words(pinned), none.Because),
        (null, Finding<AuthorSignature>.NotSought) => null,
        ({ }, Finding<AuthorSignature>.NotSought) =>
            Undetermined.Of(EvidenceKind.Author, Words(pinned), "author signatures were not looked for"),
        (_, Finding<AuthorSignature>.Absent) => Between(pinned, (AuthorIdentity?)null),
        (_, Finding<AuthorSignature>.Present now) => Between(pinned, now.Value.Identity),
        _ => throw new UnreachableException($"no rule for {seen}"),
    };

    /// <summary>The change from one author to another; null when there is none.</summary>
    public static Change? Between(AuthorIdentity? pinned, AuthorIdentity? seen) => (pinned, seen) switch
    {
        (null, null) => null,
        ({ }, null) => AuthorLost.Of(pinned),
        (null, { }) => AuthorGained.Of(seen),
        _ => !pinned.IsContinuedBy(seen) ? AuthorChanged.Of(pinned, seen)
            : !pinned.IsSurelyContinuedBy(seen) ? AuthorNamesake.Of(pinned, seen)
            : !pinned.StatesTheSameAs(seen) ? AuthorRenewed.Of(pinned, seen)
            : null,
    };

    private static string Words(AuthorIdentity? pinned) => pinned is null ? NothingPinned : $"author {pinned}";
}
