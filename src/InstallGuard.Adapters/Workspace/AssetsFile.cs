using System.Security.Cryptography;
using System.Text.Json;
using InstallGuard.Identity;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Workspace;

/// <summary>NuGet's <c>project.assets.json</c>: which packages a project resolved to, and the folders they may lie in.</summary>
public static class AssetsFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "project.assets.json";

    // Of two members of one name NuGet takes another than we would.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The packages of a project, those that it only downloads included.</summary>
    /// <exception cref="InvalidDataException">The file is something else, or names a package that cannot be one.</exception>
    /// <exception cref="IOException">It cannot be read: the project was never restored.</exception>
    public static IReadOnlyList<ResolvedPackage> Packages(string path) => Read(path).Packages;

    /// <summary>The same, with the hash of the very bytes that say so.</summary>
    /// <inheritdoc cref="Packages"/>
    public static RestoredProject Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var json = JsonDocument.Parse(bytes, Strict);
            var root = json.RootElement;
            var folders = new List<string>();
            foreach (var folder in root.GetProperty("packageFolders").EnumerateObject())
            {
                folders.Add(folder.Name);
            }

            if (folders.Find(IsOfTheProcess) is { } other)
            {
                throw new InvalidDataException($"{path} names the packages folder {Quoted.Address(other)}, which is another place for each program");
            }

            return new(path, Convert.ToHexString(SHA256.HashData(bytes)), [.. NamesIn(root).SelectMany(package => ResolvedPackage.Of(folders, package))]);
        }
        catch (Exception malformed) when (IsMalformed(malformed))
        {
            throw NoAssets(path, malformed);
        }
    }

    /// <summary>The names alone, wherever the packages lie.</summary>
    /// <inheritdoc cref="Packages"/>
    public static IReadOnlyList<Package> Names(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), Strict);
            return NamesIn(json.RootElement);
        }
        catch (Exception malformed) when (IsMalformed(malformed))
        {
            throw NoAssets(path, malformed);
        }
    }

    private static List<Package> NamesIn(JsonElement root) => Resolved(root).Concat(Downloaded(root)).Distinct().ToList();

    private static bool IsMalformed(Exception failed) => failed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException;

    private static InvalidDataException NoAssets(string path, Exception malformed) => new($"{path} is not an assets file: {malformed.Message}", malformed);

    // /proc/self/cwd and the like: what we look at would not be what is built.
    private static bool IsOfTheProcess(string folder) =>
        !OperatingSystem.IsWindows() && Path.GetFullPath(folder) is var full && (full.StartsWith("/proc/", StringComparison.Ordinal) || full.StartsWith("/dev/", StringComparison.Ordinal));

    // A build takes what it uses from the targets, and what it knows of it from the libraries. Loops, since queries over
    // these structs would have to be compiled in every restore.
    private static IEnumerable<Package> Resolved(JsonElement root)
    {
        foreach (var library in root.GetProperty("libraries").EnumerateObject())
        {
            if (IsPackage(library))
            {
                yield return PackageOf(library.Name);
            }
        }

        foreach (var target in root.GetProperty("targets").EnumerateObject())
        {
            foreach (var library in target.Value.EnumerateObject())
            {
                if (IsPackage(library))
                {
                    yield return PackageOf(library.Name);
                }
            }
        }
    }

    private static bool IsPackage(JsonProperty library) => library.Value.GetProperty("type").GetString()?.ToLowerInvariant() switch
    {
        "package" => true,
        "project" or "externalproject" => false,
        _ => throw new FormatException($"{Quoted.Text(library.Name)} is neither a package nor a project"),
    };

    private static Package PackageOf(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return new(PackageId.Parse(name[..Math.Max(slash, 0)]), PackageVersion.Parse(name[(slash + 1)..]));
    }

    private static IEnumerable<Package> Downloaded(JsonElement root)
    {
        foreach (var framework in root.GetProperty("project").GetProperty("frameworks").EnumerateObject())
        {
            if (!framework.Value.TryGetProperty("downloadDependencies", out var downloads))
            {
                continue;
            }

            foreach (var download in downloads.EnumerateArray())
            {
                var id = PackageId.Parse(download.GetProperty("name").GetString() ?? "");
                foreach (var version in ExactVersions.Read(download.GetProperty("version").GetString() ?? ""))
                {
                    yield return new(id, version);
                }
            }
        }
    }
}
