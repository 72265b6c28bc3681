using System.Collections.Concurrent;
using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Packages;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Checking;

namespace InstallGuard.Plugin.Guarding;

/// <summary>
/// A package reader for each source: it knows the repositories that are known to everybody, and what this source
/// announced about its own signatures.
/// </summary>
internal sealed class FeedReaders(TrustedRoots roots, IRepositoryMemory memory)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<FeedReader>>> _readers = new(StringComparer.Ordinal);

    /// <summary>The reader for a source. Asked once, when its first package has arrived.</summary>
    public Task<FeedReader> ForAsync(PackageFeed feed) =>
        _readers.GetOrAdd(feed.Source, _ => new(() => MakeAsync(feed))).Value;

    /// <summary>Does what the first look would have to do.</summary>
    public void Prepare()
    {
        roots.Prepare();
        using var nothing = new MemoryStream([.. "PK\u0005\u0006"u8, .. new byte[18]]);
        _ = new PackageReader(roots, memory.Recall()).Read(nothing, DateTimeOffset.UnixEpoch, CancellationToken.None);
    }

    private async Task<FeedReader> MakeAsync(PackageFeed feed)
    {
        var announced = await feed.AnnouncementAsync(memory.Recall());
        if (announced is not null)
        {
            memory.Remember(announced);
        }

        var known = memory.Recall();
        return new(new PackageReader(roots, known), announced is null ? null : known.Compare(announced));
    }
}
