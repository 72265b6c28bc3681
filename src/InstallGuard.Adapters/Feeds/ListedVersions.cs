using InstallGuard.Identity;
using InstallGuard.Text;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Credentials;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace InstallGuard.Adapters.Feeds;

/// <summary>The versions that sources show. `dotnet package add` chooses from them, where a restore would take hidden ones too.</summary>
public static class ListedVersions
{
    /// <summary>The latest version that any source of a folder's NuGet configuration lists.</summary>
    /// <param name="id">The package.</param>
    /// <param name="prerelease">Whether it may be a prerelease.</param>
    /// <param name="folder">The folder whose configuration is in force.</param>
    /// <param name="only">The name or address of the only source to ask; null for all that are enabled and mapped.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="FeedException">A source did not answer.</exception>
    /// <exception cref="InvalidDataException">A configuration file is something else, or a source lists no versions at all.</exception>
    public static async Task<LatestVersion> LatestAsync(PackageId id, bool prerelease, string folder, string? only, CancellationToken cancel)
    {
        DefaultCredentialServiceUtility.SetupDefaultCredentialService(NullLogger.Instance, nonInteractive: true);
        using var cache = new SourceCacheContext();
        var versions = new List<NuGet.Versioning.NuGetVersion>();
        var sources = Sources(id, folder, only);
        var isThere = false;
        foreach (var source in sources)
        {
            try
            {
                var metadata = await Repository.Factory.GetCoreV3(source).GetResourceAsync<PackageMetadataResource>(cancel)
                    ?? throw new InvalidDataException($"{Quoted.Address(SourceName.Of(source.Source))} does not say which versions it lists; name one");
                var listed = await metadata.GetMetadataAsync(id.Text, prerelease, includeUnlisted: false, cache, NullLogger.Instance, cancel);
                versions.AddRange(listed.Select(package => package.Identity.Version));
                isThere = isThere || versions.Count > 0
                    || (await metadata.GetMetadataAsync(id.Text, includePrerelease: true, includeUnlisted: true, cache, NullLogger.Instance, cancel)).Any();
            }
            catch (Exception failed) when (failed is NuGetProtocolException or HttpRequestException or IOException)
            {
                throw FeedException.From(SourceName.Of(source.Source), failed);
            }
        }

        return versions.Max() is { } latest ? new LatestVersion.Listed(latest.ToNormalizedString())
            : isThere ? new LatestVersion.NoneListed()
            : new LatestVersion.NoPackage([.. sources.Select(source => SourceName.Of(source.Source))]);
    }

    private static List<PackageSource> Sources(PackageId id, string folder, string? only)
    {
        try
        {
            var settings = Settings.LoadDefaultSettings(folder);
            var all = PackageSourceProvider.LoadPackageSources(settings).ToList();
            if (only is not null)
            {
                return [all.Find(source => only.Equals(source.Name, StringComparison.OrdinalIgnoreCase) || only.Equals(source.Source, StringComparison.OrdinalIgnoreCase)) ?? new(only)];
            }

            var mapping = PackageSourceMapping.GetPackageSourceMapping(settings);
            var mapped = mapping.IsEnabled ? mapping.GetConfiguredPackageSources(id.Text) : null;
            return [.. all.Where(source => source.IsEnabled && (mapped is null || mapped.Contains(source.Name, StringComparer.OrdinalIgnoreCase)))];
        }
        catch (NuGetConfigurationException wrong)
        {
            throw new InvalidDataException(Reports.Visible.Text(wrong.Message), wrong);
        }
    }
}
