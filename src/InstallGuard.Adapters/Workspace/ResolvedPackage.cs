using System.Text.Json;
using System.Globalization;
using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Packages.Installed;
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

    private readonly Lazy<string> _source;
    private readonly Lazy<bool> _cameWithRepository;

    private ResolvedPackage(Package package, string? folder, IReadOnlyList<string> passedOver)
    {
        (Package, _folder, PassedOver) = (package, folder, passedOver);
        _cameWithRepository = new(() => folder is not null && CommittedFiles.AreIn(folder));
        _source = new(() => folder is null ? UnknownSource : CameWithRepository ? PackagesFolderOf(folder) : SourceIn(folder));
    }

    /// <inheritdoc/>
    public Package Package { get; }

    /// <inheritdoc/>
    public string Source => _source.Value;

    /// <summary>Where it lies; null when it is in none of the packages folders.</summary>
    public string? Folder => _folder;

    /// <summary>
    /// Whether a commit brought it, or that cannot be told: then nothing that is written beside it says where it came from, and
    /// each of its files may change while NuGet's own stay as they are.
    /// </summary>
    public bool CameWithRepository => _cameWithRepository.Value;

    /// <summary>Finds a package in the first of the folders that has it.</summary>
    public static ResolvedPackage In(IEnumerable<string> folders, Package package) => Of(folders, package)[0];

    /// <summary>
    /// Finds a package wherever a build could take it from; one that lies nowhere when it is in none of the folders.
    /// </summary>
    // A restore, and with it the props and targets of a package, goes by NuGet's newer mark; a build that looks for the
    // package's assemblies goes by the older one as well. So a folder with the older one alone ends the search for the one,
    // and not for the other.
    public static IReadOnlyList<ResolvedPackage> Of(IEnumerable<string> folders, Package package)
    {
        // NuGet's layout of a packages folder: <id>/<version> in lower case.
        var relative = Path.Combine(package.Id.Text.ToLowerInvariant(), package.Version.Text.ToLowerInvariant());
        var found = new List<ResolvedPackage>();
        var passedOver = new List<string>();
        foreach (var candidate in folders.Select(folder => Path.Combine(folder, relative)))
        {
            var hasMark = System.IO.File.Exists(MarkIn(candidate));
            passedOver.AddRange(hasMark ? [] : [MarkIn(candidate)]);
            if (IsInstalled(candidate))
            {
                found.Add(new(package, candidate, [.. passedOver]));
            }
            else
            {
                passedOver.Add(HashIn(candidate, package));
            }

            if (hasMark)
            {
                break;
            }
        }

        return found.Count > 0 ? found : [new(package, null, passedOver)];
    }

    /// <summary>The file that NuGet writes last when it installs the package; null when it is in none of the packages folders.</summary>
    public string? InstalledMark => _folder is null ? null : System.IO.File.Exists(MarkIn(_folder)) ? MarkIn(_folder) : $"{File(".nupkg")}.sha512";

    /// <summary>What would be there if a packages folder before this one had the package, or this one as a restore wants it.</summary>
    public IReadOnlyList<string> PassedOver { get; }

    /// <summary>Whether a folder is that of an installed version of a package.</summary>
    // What lacks it is the rest of an installation that failed, or from a NuGet that did not write it yet.
    public static bool IsInstalled(string folder) =>
        System.IO.File.Exists(MarkIn(folder)) || (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.nupkg.sha512").Any());

    private static string MarkIn(string folder) => Path.Combine(folder, Metadata);

    private static string HashIn(string folder, Package package) =>
        Path.Combine(folder, $"{package.Id.Text.ToLowerInvariant()}.{package.Version.Text.ToLowerInvariant()}.nupkg.sha512");

    /// <summary>Whether NuGet has installed it since a moment, as the file system says.</summary>
    public bool CameSince(DateTime moment) => _folder is not null && System.IO.File.GetLastWriteTimeUtc(MarkIn(_folder)) >= moment;

    /// <summary>The same, from a feed.</summary>
    public bool CameOverHttpSince(DateTime moment) =>
        CameSince(moment)
        && (Source.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || Source.StartsWith("http://", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public Installation? Installation()
    {
        if (_folder is null)
        {
            return null;
        }

        var mark = new FileInfo(InstalledMark!);
        return new(_folder, CameWithRepository ? InstalledFiles.Digest(_folder) : string.Create(CultureInfo.InvariantCulture, $"{mark.Name} {mark.Length} {mark.LastWriteTimeUtc.Ticks}"));
    }

    /// <inheritdoc/>
    public InstallationComparison Compare(Stream package, PackageHash hash, CancellationToken cancel) =>
        _folder is null ? throw NotFound() : InstalledPackage.Compare(_folder, Package, package, hash, cancel);

    /// <inheritdoc/>
    public Stream Open() => new FileStream(File(".nupkg"), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);

    private string File(string extension) =>
        _folder is null
            ? throw NotFound()
            : Path.Combine(_folder, $"{Package.Id.Text.ToLowerInvariant()}.{Package.Version.Text.ToLowerInvariant()}{extension}");

    private FileNotFoundException NotFound() => new($"{Package} is in none of the packages folders");

    private static string PackagesFolderOf(string folder) => Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(folder)))!;

    // NuGet writes down where it got a package from. A package that predates that, or was put here by hand, has no source.
    private static string SourceIn(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(MarkIn(folder)));
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
