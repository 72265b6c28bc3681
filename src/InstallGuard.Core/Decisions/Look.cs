using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>
/// One look at a package file: <see cref="Seen"/>, <see cref="Malformed"/> or <see cref="Failed"/>. All that a
/// decision may know about the world.
/// </summary>
public abstract record Look
{
    private Look()
    {
    }

    /// <summary>The file is a package, and this is what it proves.</summary>
    /// <param name="Evidence">What its bytes say.</param>
    /// <param name="Announced">What the source it was just downloaded from says about its signatures, or null.</param>
    public sealed record Seen(VerifiedEvidence Evidence, RepositoryAnnouncement? Announced = null) : Look
    {
        /// <summary>The feed that it came from; null where nothing says which.</summary>
        public FeedIdentity? From { get; init; }

        /// <summary>Whether the .NET SDK itself names the package, in this version.</summary>
        public bool IsNamedBySdk { get; init; }

        /// <summary>What is installed in its name and is not in the file; null where nothing is, or it is the same.</summary>
        public InstallationDifference? Altered { get; init; }

        /// <summary>Who published it: what its evidence amounts to, or where it has none, the feed; of InstallGuard's own package, the contents.</summary>
        public PublisherIdentity Identity =>
            Evidence.Found is { Identity: { IsUnsigned: false } signed } ? signed
            : OwnPackage.Is(Evidence.Found.Contents.Declared.Id) && ContentsIdentity.Parse(Evidence.Found.Contents.Hash.Base64) is { } contents ? PublisherIdentity.UnsignedOf(contents)
            : PublisherIdentity.UnsignedFrom(From);
    }

    /// <summary>The file is no well-formed package, or not the one that was asked for.</summary>
    /// <param name="Problem">What is wrong with it. May hold text from the package.</param>
    public sealed record Malformed(string Problem) : Look;

    /// <summary>The file could not be read, or not be fetched.</summary>
    /// <param name="Because">What failed.</param>
    public sealed record Failed(string Because) : Look
    {
        /// <summary>What could not be done, in one line, where that is known better than by the rule; otherwise null.</summary>
        public string? Summary { get; init; }

        /// <summary>What it usually is, where that is known; otherwise null.</summary>
        public string? Usually { get; init; }

        /// <summary>What to do about it, where that is known; otherwise null.</summary>
        public string? Remedy { get; init; }
    }
}
