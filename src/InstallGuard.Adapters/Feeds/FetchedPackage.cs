using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Feeds;

/// <summary>A package that was downloaded to be looked at. Its file is gone when this is disposed of.</summary>
/// <param name="Source">The source that had it, as it is written in messages.</param>
/// <param name="Announced">What that source says about its signatures, or null.</param>
/// <param name="Bytes">The package, seekable.</param>
public sealed record FetchedPackage(string Source, RepositoryAnnouncement? Announced, Stream Bytes) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Bytes.Dispose();
}
