using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Session;
using InstallGuard.Decisions;
using InstallGuard.Identity;

namespace InstallGuard.Cli.Comparing;

/// <summary>Gets at releases and looks at them.</summary>
/// <param name="engine">Reads packages.</param>
/// <param name="fetching">Gets them from the sources; not called for files alone, whatever the NuGet configuration holds.</param>
/// <param name="clock">The present.</param>
internal sealed class NamedReleases(GuardEngine engine, Func<PackageFetch> fetching, TimeProvider clock) : IDisposable
{
    private PackageFetch? _fetch;

    /// <summary>Looks at each. All are fetched first, so that what their sources announce counts for all.</summary>
    /// <exception cref="FeedException">One could not be fetched.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public async Task<IReadOnlyList<LookedAt>> LookAsync(IReadOnlyList<NamedRelease> names, CancellationToken cancel)
    {
        var opened = new List<Opened>();
        try
        {
            foreach (var name in names)
            {
                opened.Add(await OpenAsync(name, cancel));
            }

            foreach (var announced in opened.Select(one => one.Fetched?.Announced).OfType<Evidence.RepositoryAnnouncement>())
            {
                engine.Repositories.Remember(announced);
            }

            return [.. opened.Select(one => Look(one, cancel))];
        }
        finally
        {
            opened.ForEach(one => one.Bytes.Dispose());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _fetch?.Dispose();

    private async Task<Opened> OpenAsync(NamedRelease name, CancellationToken cancel)
    {
        switch (name)
        {
            case NamedRelease.InFile file:
                return new(file.Path, null, File.OpenRead(file.Path), null);
            case NamedRelease.InSources { Package: var package }:
                var fetched = await (_fetch ??= fetching()).FetchAsync(package, cancel);
                return new(fetched.Source, package, fetched.Bytes, fetched);
            default:
                throw new System.Diagnostics.UnreachableException($"no way to {name}");
        }
    }

    private LookedAt Look(Opened one, CancellationToken cancel)
    {
        var look = engine.Reader.Read(one.Bytes, clock.GetUtcNow(), cancel);
        return look is Look.Seen seen
            ? new(one.Source, one.Asked ?? seen.Evidence.Found.Contents.Declared, one.Fetched is { } fetched
                ? seen with { Announced = fetched.Announced is { } announced ? engine.Repositories.Recall().Compare(announced) : null, From = engine.FeedOf(fetched.Source) }
                : seen)
            : new(one.Source, one.Asked, look);
    }

    /// <summary>A release that was looked at.</summary>
    /// <param name="Source">The feed or the file.</param>
    /// <param name="Package">Which one it is; null for a file that does not say.</param>
    /// <param name="Look">What was found.</param>
    internal sealed record LookedAt(string Source, Package? Package, Look Look);

    private sealed record Opened(string Source, Package? Asked, Stream Bytes, FetchedPackage? Fetched);
}
