using InstallGuard.Identity;
using NuGet.Configuration;

namespace InstallGuard.Adapters.Workspace;

/// <summary>
/// What the NuGet configuration of a repository says of InstallGuard.Sdk, which nobody can check before it runs:
/// <see cref="Known"/> or <see cref="Unknown"/>. The network is not asked.
/// </summary>
public abstract record OwnPackageSources
{
    private const string SourcesSection = "packageSources";

    private OwnPackageSources()
    {
    }

    /// <summary>It was read.</summary>
    /// <param name="All">The names of all sources in force.</param>
    /// <param name="IsMapped">Whether there is a packageSourceMapping at all.</param>
    /// <param name="Asked">The sources that NuGet asks for InstallGuard.Sdk.</param>
    /// <param name="Missing">The names that the mapping has for it, and no source in force.</param>
    public sealed record Known(IReadOnlyList<string> All, bool IsMapped, IReadOnlyList<OwnPackageSource> Asked, IReadOnlyList<string> Missing) : OwnPackageSources;

    /// <summary>It could not be read.</summary>
    /// <param name="Because">Why.</param>
    public sealed record Unknown(string Because) : OwnPackageSources;

    /// <summary>Reads it.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="version">The version that is wanted; null where none is known.</param>
    public static OwnPackageSources Of(string root, PackageVersion? version)
    {
        try
        {
            var settings = Settings.LoadDefaultSettings(root);
            var sources = PackageSourceProvider.LoadPackageSources(settings).Where(source => source.IsEnabled).ToList();
            var mapping = PackageSourceMapping.GetPackageSourceMapping(settings);
            var mapped = mapping.IsEnabled ? mapping.GetConfiguredPackageSources(OwnPackage.Sdk.Text).ToList() : [.. sources.Select(source => source.Name)];
            var (inside, outside) = Named(settings, root);
            return new Known(
                [.. sources.Select(source => source.Name)],
                mapping.IsEnabled,
                [.. sources.Where(source => mapped.Contains(source.Name, StringComparer.OrdinalIgnoreCase)).Select(source => new OwnPackageSource(
                    source.Name, HoldingOf(source, version), inside.ContainsKey(source.Name) ? null : outside.GetValueOrDefault(source.Name)))],
                [.. mapped.Where(name => !sources.Exists(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))]);
        }
        catch (NuGetConfigurationException unreadable)
        {
            return new Unknown(unreadable.Message);
        }
    }

    // Each file by itself: merged, a source that two files name is the one's or the other's.
    private static (Dictionary<string, string> Inside, Dictionary<string, string> Outside) Named(ISettings settings, string root)
    {
        var (inside, outside) = (new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        foreach (var file in settings.GetConfigFilePaths())
        {
            var names = file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? inside : outside;
            foreach (var source in Settings.LoadSpecificSettings(Path.GetDirectoryName(file)!, Path.GetFileName(file)).GetSection(SourcesSection)?.Items.OfType<SourceItem>() ?? [])
            {
                _ = names.TryAdd(source.Key, file);
            }
        }

        return (inside, outside);
    }

    private static SourceHolding HoldingOf(PackageSource source, PackageVersion? version)
    {
        if (!source.IsLocal || version is null)
        {
            return SourceHolding.Unknown;
        }

        // NuGet finds a package at the root of such a folder, in a folder of its name, and in one of its version below that.
        var anyCase = new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive };
        try
        {
            return Directory.Exists(source.Source)
                && Directory.EnumerateDirectories(source.Source, $"{OwnPackage.Sdk.Text}*", anyCase).Prepend(source.Source)
                    .SelectMany(folder => Directory.EnumerateDirectories(folder, $"{version.Text}*", anyCase).Prepend(folder))
                    .Any(folder => Directory.EnumerateFiles(folder, $"{OwnPackage.Sdk.Text}.{version.Text}.nupkg", anyCase).Any())
                    ? SourceHolding.Has
                    : SourceHolding.HasNot;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return SourceHolding.Unknown;
        }
    }
}
