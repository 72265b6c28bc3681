using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>
/// What a restore makes of one identity after another, by the decision's own comparison. Days, certificates and feeds are no
/// part of it: no notice comes of them.
/// </summary>
internal static class RestoreNotice
{
    /// <summary>Whether nobody would have been asked, and the pin forgets nothing that was stated before.</summary>
    /// <param name="before">The pin that applied.</param>
    /// <param name="now">What was pinned after it.</param>
    /// <param name="pins">The pins that somebody decided about, or reviewed.</param>
    public static bool MayFollow(Pin before, PublisherIdentity now, IReadOnlyCollection<Pin> pins) =>
        Changes(before, now, pins).All(change => change.Verdict <= VerdictKind.Notice)
        && IdentityStrength.Same(PinUpdate.Keeping(now, before.Identity), now);

    /// <summary>The change that the notice names; null when there is nothing to note.</summary>
    /// <param name="before">The pin that applied.</param>
    /// <param name="now">What was pinned after it.</param>
    /// <param name="pins">The pins that somebody decided about, or reviewed.</param>
    public static string? ChangeOf(Pin before, PublisherIdentity now, IReadOnlyCollection<Pin> pins) =>
        Changes(before, now, pins).MaxBy(change => change.Verdict) is { Verdict: VerdictKind.Notice } decisive ? decisive.Rule.Slug : null;

    private static IEnumerable<Change> Changes(Pin before, PublisherIdentity now, IReadOnlyCollection<Pin> pins)
    {
        var changes = new[] { ProvenanceComparison.Between(before.Identity.Provenance, now.Provenance), AuthorComparison.Between(before.Identity.Author, now.Author) }
            .OfType<Change>()
            .Concat(RepositoryComparison.Between(before.Identity.Repository, now.Repository));
        return Continuity.Soften([.. changes], before, pins, now);
    }
}
