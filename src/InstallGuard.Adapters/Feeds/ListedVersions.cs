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
    /// <summary>The latest version that any source of a folder's NuGet configuration lists; null where none does.</summary>
    /// <param name="id">The package.</param>
    /// <param name="prerelease">Whether it may be a prerelease.</param>
    /// <param name="folder">The folder whose configuration is in force.</param>
    /// <param name="only">The name or address of the only source to ask; null for all that are enabled and mapped.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="FeedException">A source did not answer.</exception>
    /// <exception cref="InvalidDataException">A configuration file is something else, or a source lists no versions at all.</exception>
    public static async Task<string?> LatestAsync(PackageId id, bool prerelease, string folder, string? only, CancellationToken cancel)
    {
        DefaultCredentialServiceUtility.SetupDefaultCredentialService(NullLogger.Instance, nonInteractive: true);
        using var cache = new SourceCacheContext();
        var versions = new List<NuGet.Versioning.NuGetVersion>();
        foreach (var source in Sources(id, folder, only))
        {
            try
            {
                var metadata = await Repository.Factory.GetCoreV3(source).GetResourceAsync<PackageMetadataResource>(cancel)
                    ?? throw new InvalidDataException($"{Quoted.Address(SourceName.Of(source.Source))} does not say which versions it lists; name one");
                var listed = await metadata.GetMetadataAsync(id.Text, prerelease, includeUnlisted: false, cache, NullLogger.Instance, cancel);
                versions.AddRange(listed.Select(package => package.Identity.Version));
            }
            catch (Exception failed) when (failed is NuGetProtocolException or HttpRequestException or IOException)
            {
                throw FeedException.From(SourceName.Of(source.Source), failed);
            }
        }

        return versions.Max()?.ToNormalizedString();
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
