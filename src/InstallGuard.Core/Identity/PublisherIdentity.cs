namespace InstallGuard.Identity;

/// <summary>
/// Who published a package: a vector with a place for each kind of evidence that can be pinned. A kind that is null is
/// not part of this identity; it is not unknown. All null: the package carries no evidence and says so in the lock.
/// </summary>
/// <remarks>There is no equality over the whole vector: kinds are compared one by one, in Decisions and nowhere else.</remarks>
public sealed class PublisherIdentity
{
    /// <summary>Puts a vector together.</summary>
    public PublisherIdentity(ProvenanceIdentity? provenance, AuthorIdentity? author, RepositoryIdentity? repository) =>
        (Provenance, Author, Repository) = (provenance, author, repository);

    /// <summary>An identity without any evidence: anybody could have made the package.</summary>
    public static PublisherIdentity Unsigned { get; } = new(null, null, null);

    /// <summary>An identity without any evidence but that it came from this feed.</summary>
    public static PublisherIdentity UnsignedFrom(FeedIdentity? feed) => new(null, null, null) { Feed = feed };

    /// <summary>An identity without any evidence but that it is this very file.</summary>
    public static PublisherIdentity UnsignedOf(ContentsIdentity contents) => new(null, null, null) { Contents = contents };

    /// <summary>The build that made it.</summary>
    public ProvenanceIdentity? Provenance { get; }

    /// <summary>Who signed it as its author.</summary>
    public AuthorIdentity? Author { get; }

    /// <summary>Which repository vouches for it, and for which owners.</summary>
    public RepositoryIdentity? Repository { get; }

    /// <summary>
    /// The feed, for an identity without evidence: the last resort, and never part of any other. Null where it is unknown.
    /// </summary>
    public FeedIdentity? Feed { get; private init; }

    /// <summary>
    /// The contents, for an identity without evidence whose version is named by whoever uses it: in place of the feed, and
    /// never part of any other.
    /// </summary>
    public ContentsIdentity? Contents { get; private init; }

    /// <summary>What is remembered of it.</summary>
    public PublisherIdentity AsPinned => Author is null ? this : new(Provenance, Author.AsPinned, Repository);

    /// <summary>Whether no kind of evidence is part of it.</summary>
    public bool IsUnsigned => Provenance is null && Author is null && Repository is null;

    /// <summary>One line for people: the kinds from the strongest to the weakest.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        if (Provenance is not null)
        {
            parts.Add($"built by {Provenance}");
        }

        if (Author is not null)
        {
            parts.Add($"author {Author}");
        }

        if (Repository is not null)
        {
            parts.Add($"repository {Repository}");
        }

        return parts.Count > 0 ? string.Join("; ", parts)
            : Contents is not null ? $"unsigned, {Contents}"
            : Feed is not null ? $"unsigned, from {Feed}"
            : "unsigned";
    }
}
