using InstallGuard.Identity;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Credentials;

namespace InstallGuard.Adapters.Feeds;

/// <summary>
/// Gets single packages from the sources of a folder's NuGet configuration, as a restore there would: enabled sources in
/// their order, those that the source mapping names where there is one, with its credentials and the user's credential
/// plugins.
/// </summary>
public sealed class PackageFetch : IDisposable
{
    private readonly FeedSources _feeds;
    private readonly IReadOnlyList<PackageSource> _enabled;
    private readonly PackageSourceMapping _mapping;

    /// <param name="folder">The folder whose configuration is in force.</param>
    /// <param name="largest">The most bytes that one answer may have.</param>
    /// <param name="noHttpCache">Whether everything is downloaded again.</param>
    /// <exception cref="InvalidDataException">A configuration file is something else.</exception>
    public PackageFetch(string folder, long largest, bool noHttpCache)
    {
        try
        {
            var settings = Settings.LoadDefaultSettings(folder);
            _enabled = [.. PackageSourceProvider.LoadPackageSources(settings).Where(source => source.IsEnabled)];
            _mapping = PackageSourceMapping.GetPackageSourceMapping(settings);
            _feeds = new(new Lazy<ISettings>(settings), largest, noHttpCache);
        }
        catch (NuGetConfigurationException wrong)
        {
            throw new InvalidDataException(Reports.Visible.Text(wrong.Message), wrong);
        }

        DefaultCredentialServiceUtility.SetupDefaultCredentialService(NullLogger.Instance, nonInteractive: true);
    }

    /// <summary>Downloads a package from the first source that has it.</summary>
    /// <exception cref="FeedException">A source failed before one was found, or none has it.</exception>
    /// <exception cref="IOException">It cannot be written down.</exception>
    public async Task<FetchedPackage> FetchAsync(Package package, CancellationToken cancel)
    {
        var sources = SourcesOf(package.Id);
#pragma warning disable CA2000 // It is handed over, or disposed of below.
        var bytes = TemporaryFile();
#pragma warning restore CA2000
        try
        {
            foreach (var source in sources)
            {
                RequireFolder(source);
                var feed = _feeds.At(source.Source);
                if (await feed.DownloadAsync(package, bytes, cancel))
                {
                    bytes.Position = 0;
                    return new(feed.Name, await feed.AnnouncementAsync(Evidence.KnownRepositories.BuiltIn), bytes);
                }
            }
        }
        catch
        {
            await bytes.DisposeAsync();
            throw;
        }

        await bytes.DisposeAsync();
        throw FeedException.NotFound(package, [.. sources.Select(source => SourceName.Of(source.Source))]);
    }

    /// <inheritdoc/>
    public void Dispose() => _feeds.Dispose();

    private List<PackageSource> SourcesOf(PackageId id)
    {
        var mapped = _mapping.IsEnabled ? _mapping.GetConfiguredPackageSources(id.Text) : null;
        return [.. _enabled.Where(source => mapped is null || mapped.Contains(source.Name, StringComparer.OrdinalIgnoreCase))];
    }

    // NuGet's own classes take a folder that is not there for an empty one; a restore does not.
    private static void RequireFolder(PackageSource source)
    {
        if (source.IsLocal && SourceName.Of(source.Source) is var folder && !Directory.Exists(folder))
        {
            throw FeedException.From(folder, new DirectoryNotFoundException("there is no such folder"));
        }
    }

    // GetTempFileName makes a file that nobody else may read, under a name that was nobody's.
    private static FileStream TemporaryFile() => new(
        Path.GetTempFileName(),
        new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
}
