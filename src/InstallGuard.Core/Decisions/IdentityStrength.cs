using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>What one pinned identity asks for that another does not.</summary>
internal static class IdentityStrength
{
    /// <summary>Whether both ask for the same.</summary>
    public static bool Same(PublisherIdentity x, PublisherIdentity y) =>
        Equals(x.Provenance, y.Provenance) && Equals(x.Author, y.Author) && Equals(x.Repository, y.Repository) && Equals(x.Feed, y.Feed) && Equals(x.Contents, y.Contents);

    /// <summary>Whether whatever satisfies the second one satisfies the first.</summary>
    public static bool Keeps(PublisherIdentity before, PublisherIdentity now) =>
        (before.Provenance is not { } build || IsBuiltAlike(build, now.Provenance))
        && (before.Author is not { } author || (now.Author is { } signer && signer.IsAsStrictAs(author)))
        && (before.Repository is not { } repository || (now.Repository is { } home && home.HasNameOf(repository) && home.Owners.Except(repository.Owners).Count == 0))
        && (before.Contents is null || before.Contents.Equals(now.Contents) || !now.IsUnsigned)
        && (before.Feed is null || now.Feed is not null || !now.IsUnsigned);

    /// <summary>
    /// Whether the second is the first with more asked for of the same kinds. A kind that is put in brings a publisher of its
    /// own, and an empty set of owners lets anybody be the next; a feed that moved stands in the diff for itself.
    /// </summary>
    public static bool OnlyAsksForMore(PublisherIdentity before, PublisherIdentity now) =>
        Keeps(before, now)
        && before.Provenance is null == now.Provenance is null
        && before.Author is null == now.Author is null
        && before.Repository is null == now.Repository is null
        && (before.Repository is null || before.Repository.Owners.Count == 0 == (now.Repository!.Owners.Count == 0));

    /// <summary>What differs, in words.</summary>
    public static IEnumerable<string> Differences(PublisherIdentity before, PublisherIdentity now)
    {
        if (!Equals(before.Provenance, now.Provenance))
        {
            yield return Difference("build", before.Provenance is not null, now.Provenance is not null);
        }

        if (!Equals(before.Author, now.Author))
        {
            yield return Difference("author", before.Author is not null, now.Author is not null);
        }

        var isSameHome = before.Repository is { } home && now.Repository is { } other && home.HasNameOf(other);
        if (!isSameHome && (before.Repository is not null || now.Repository is not null))
        {
            yield return Difference("repository", before.Repository is not null, now.Repository is not null);
        }

        if (isSameHome && now.Repository!.Owners.Except(before.Repository!.Owners) is { Count: > 0 } added)
        {
            yield return $"owners put in: {added}";
        }

        if (isSameHome && before.Repository!.Owners.Except(now.Repository!.Owners) is { Count: > 0 } gone)
        {
            yield return $"owners taken out: {gone}";
        }

        if (!Equals(before.Feed, now.Feed))
        {
            yield return Difference("feed", before.Feed is not null, now.Feed is not null);
        }

        if (!Equals(before.Contents, now.Contents))
        {
            yield return Difference("contents", before.Contents is not null, now.Contents is not null);
        }
    }

    private static string Difference(string kind, bool was, bool @is) => (was, @is) switch
    {
        (true, false) => $"{kind} taken out",
        (false, true) => $"{kind} put in",
        _ => $"{kind} exchanged",
    };

    // An environment where there was none asks for more.
    private static bool IsBuiltAlike(ProvenanceIdentity before, ProvenanceIdentity? now) =>
        now is not null && before.Equals(before.Environment is null ? now with { Environment = null } : now);
}
