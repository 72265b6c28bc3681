using System.Collections.Immutable;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using NuGet.Common;
using NuGet.Packaging.Core;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace InstallGuard.Adapters.Feeds;

/// <summary>One NuGet source: which versions it has, the bytes of a package, and how it says it signs.</summary>
public sealed class PackageFeed
{
    private readonly SourceRepository _repository;
    private readonly SourceCacheContext _cache;

    internal PackageFeed(SourceRepository repository, SourceCacheContext cache)
    {
        (_repository, _cache) = (repository, cache);
        Name = SourceName.Of(repository.PackageSource.Source);
    }

    /// <summary>How the source is written in ledger and messages.</summary>
    public string Name { get; }

    /// <summary>The source as NuGet writes it into <c>.nupkg.metadata</c>.</summary>
    public string Source => _repository.PackageSource.Source;

    /// <summary>Every version that the feed has of a package, as it spells them.</summary>
    /// <exception cref="FeedException">The feed did not answer as a feed does.</exception>
    public async Task<IReadOnlyList<string>> VersionsAsync(string id, CancellationToken cancel)
    {
        try
        {
            var resource = await PackagesAsync(cancel);
            var versions = await resource.GetAllVersionsAsync(id, _cache, NullLogger.Instance, cancel);
            return [.. versions.Select(version => version.ToFullString())];
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            throw FeedException.From(Name, failed);
        }
    }

    /// <summary>Downloads a package: whatever the feed sends under its name.</summary>
    /// <returns>False: the feed does not have it.</returns>
    /// <exception cref="FeedException">The feed did not answer as a feed does.</exception>
    public async Task<bool> DownloadAsync(Package package, Stream destination, CancellationToken cancel)
    {
        try
        {
            var resource = await PackagesAsync(cancel);
            var (copied, problem) = await CopyAsync(resource, package, destination, _cache, cancel);
            if (problem is not null && !_cache.DirectDownload)
            {
                // NuGet takes nothing into its HTTP cache but the package that was asked for, and only logs what it got
                // instead. That is for our own look to judge, so it is fetched past the cache.
                using var direct = new SourceCacheContext { DirectDownload = true, NoCache = true };
                (copied, problem) = await CopyAsync(resource, package, destination, direct, cancel);
            }

            return problem is null ? copied : throw new InvalidDataException(problem);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            throw FeedException.From(Name, failed);
        }
    }

    // NuGet answers "false" both when there is no such package and when it could not be fetched; only its log tells which.
    private static async Task<(bool Copied, string? Problem)> CopyAsync(
        FindPackageByIdResource resource, Package package, Stream destination, SourceCacheContext cache, CancellationToken cancel)
    {
        var log = new LastError();
        destination.SetLength(0);
        var copied = await resource.CopyNupkgToStreamAsync(
            package.Id.Text, NuGetVersion.Parse(package.Version.Text), destination, cache, log, cancel);
        return (copied, copied ? null : log.Message);
    }

    /// <summary>
    /// What the feed says about its signatures; null when it says nothing, or nothing over https. What is news is
    /// asked for once more, past NuGet's cache.
    /// </summary>
    /// <param name="known">What is no news.</param>
    /// <exception cref="FeedException">The feed did not answer as a feed does.</exception>
    public async Task<RepositoryAnnouncement?> AnnouncementAsync(KnownRepositories known)
    {
        try
        {
            var announced = await CachedAnnouncementAsync();
            return announced is { IsProven: true } && known.IsNews(announced)
                ? WithinBounds(await FreshAnnouncement.FetchAsync(_repository))
                : announced;
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            throw FeedException.From(Name, failed);
        }
    }

    private async Task<FindPackageByIdResource> PackagesAsync(CancellationToken cancel) =>
        await _repository.GetResourceAsync<FindPackageByIdResource>(cancel)
        ?? throw new InvalidDataException("the source offers no packages");

    private async Task<RepositoryAnnouncement?> CachedAnnouncementAsync()
    {
        var source = _repository.PackageSource.SourceUri;
        if (source.Scheme != Uri.UriSchemeHttps && !source.IsLoopback)
        {
            return null;
        }

        var resource = await _repository.GetResourceAsync<RepositorySignatureResource>();
        return resource?.RepositoryCertificateInfos is { } certificates
            ? WithinBounds(new(
                source.AbsoluteUri,
                resource.AllRepositorySigned,
                Fingerprints(certificates.Take(RepositoryAnnouncement.MostCertificates + 1)),
                IsProven: !_repository.PackageSource.DisableTLSCertificateValidation))
            : null;
    }

    private static RepositoryAnnouncement? WithinBounds(RepositoryAnnouncement? announced) =>
        announced?.Excess is { } excess ? throw new InvalidDataException(excess) : announced;

    private static ImmutableArray<Sha256Digest> Fingerprints(IEnumerable<IRepositoryCertificateInfo> certificates) =>
        [.. certificates
            .Select(info => info.Fingerprints[HashAlgorithmName.SHA256.ConvertToOidString()])
            .Select(text => Sha256Digest.TryParse(text, out var digest) ? digest : null)
            .OfType<Sha256Digest>()];

    private sealed class LastError : LoggerBase
    {
        public string? Message { get; private set; }

        public override void Log(ILogMessage message) => Message = message.Level == LogLevel.Error ? message.Message : Message;

        public override Task LogAsync(ILogMessage message)
        {
            Log(message);
            return Task.CompletedTask;
        }
    }
}
