using System.Text.Json;
using InstallGuard.Adapters.Feeds;
using InstallGuard.Checking;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>A package where a restore put it, or found it: in the global packages folder or in a fallback folder.</summary>
public sealed class ResolvedPackage : IPackageFile
{
    private const string Metadata = ".nupkg.metadata";
    private const string UnknownSource = "an unknown source";

    private readonly string? _folder;

    private ResolvedPackage(Package package, string? folder)
    {
        (Package, _folder) = (package, folder);
        Source = folder is null ? UnknownSource : SourceIn(folder);
    }

    /// <inheritdoc/>
    public Package Package { get; }

    /// <inheritdoc/>
    public string Source { get; }

    /// <summary>Where it lies; null when it is in none of the packages folders.</summary>
    public string? Folder => _folder;

    /// <summary>Finds a package in the first of the folders that has it.</summary>
    public static ResolvedPackage In(IEnumerable<string> folders, Package package)
    {
        // NuGet's layout of a packages folder: <id>/<version> in lower case.
        var relative = Path.Combine(package.Id.Text.ToLowerInvariant(), package.Version.Text.ToLowerInvariant());
        return new(package, folders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(IsInstalled));
    }

    // Written last: what lacks it is the rest of an installation that failed, and NuGet looks into the next folder.
    private static bool IsInstalled(string folder) => System.IO.File.Exists(Path.Combine(folder, Metadata));

    /// <inheritdoc/>
    public PackageHash? RecordedHash()
    {
        var path = $"{File(".nupkg")}.sha512";
        return System.IO.File.Exists(path) && PackageHash.TryParse(System.IO.File.ReadAllText(path).Trim(), out var hash) ? hash : null;
    }

    /// <inheritdoc/>
    public Stream Open() => new FileStream(File(".nupkg"), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);

    private string File(string extension) =>
        _folder is null
            ? throw new FileNotFoundException($"{Package} is in none of the packages folders")
            : Path.Combine(_folder, $"{Package.Id.Text.ToLowerInvariant()}.{Package.Version.Text.ToLowerInvariant()}{extension}");

    // NuGet writes down where it got a package from. A package that predates that, or was put here by hand, has no source.
    private static string SourceIn(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(folder, Metadata)));
            return json.RootElement.TryGetProperty("source", out var source) && source.GetString() is { Length: > 0 } text
                ? SourceName.Of(text)
                : UnknownSource;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return UnknownSource;
        }
    }
}
