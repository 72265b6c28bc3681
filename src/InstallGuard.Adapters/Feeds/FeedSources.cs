using System.Collections.Concurrent;
using InstallGuard.Identity;
using NuGet.Configuration;
using NuGet.Protocol.Core.Types;

namespace InstallGuard.Adapters.Feeds;

/// <summary>
/// The sources of a restore, over NuGet's own HTTP stack: proxies, retries, credentials and certificates are those of
/// the NuGet configuration in force.
/// </summary>
public sealed class FeedSources : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<PackageFeed>> _feeds = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<PackageSource>> _configured;
    private readonly IReadOnlyList<Lazy<INuGetResourceProvider>> _providers;
    private readonly SourceCacheContext _cache;

    /// <param name="settings">The NuGet configuration in force.</param>
    /// <param name="largest">The most bytes that one answer may have.</param>
    /// <param name="noHttpCache">Whether everything is downloaded again.</param>
    public FeedSources(Lazy<ISettings> settings, long largest, bool noHttpCache)
    {
        _cache = new() { DirectDownload = noHttpCache, NoCache = noHttpCache };
        _configured = new(() => [.. PackageSourceProvider.LoadPackageSources(settings.Value)]);

        // Without the plugin providers: this is the plugin.
        _providers =
        [
            new(() => new LimitedDownloads(largest)),
            .. Repository.Provider.GetCoreV3().Where(provider =>
                !provider.Value.Name.Contains("Plugin", StringComparison.Ordinal)),
        ];
    }

    /// <summary>The feed at an address.</summary>
    public PackageFeed At(string source) =>
        _feeds.GetOrAdd(source, address => new(() => new PackageFeed(new SourceRepository(Configured(address), _providers), _cache))).Value;

    /// <summary>Uses credentials that the client handed over for a source.</summary>
    public void UseCredentials(string source, string user, string password)
    {
        var configured = Configured(source);
        configured.Credentials = new PackageSourceCredential(
            source, user, password, isPasswordClearText: true, validAuthenticationTypesText: null);
        _feeds[source] = new(() => new PackageFeed(new SourceRepository(configured, _providers), _cache));
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private PackageSource Configured(string address) =>
        _configured.Value.FirstOrDefault(source => source.Source == address)
        ?? _configured.Value.FirstOrDefault(source => RepositoryName.Same(source.Source, address))
        ?? new PackageSource(address) { AllowInsecureConnections = true };
}
