using System.Text.Json;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>NuGet's <c>project.assets.json</c>: which packages a project resolved to, and the folders they may lie in.</summary>
public static class AssetsFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "project.assets.json";

    /// <summary>The packages of a project, those that it only downloads included.</summary>
    /// <exception cref="InvalidDataException">The file is something else, or names a package that cannot be one.</exception>
    /// <exception cref="IOException">It cannot be read: the project was never restored.</exception>
    public static IReadOnlyList<ResolvedPackage> Packages(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var json = JsonDocument.Parse(stream);
            var root = json.RootElement;
            var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
            var names = Resolved(root).Concat(Downloaded(root)).Distinct().ToList();
            return [.. names.Select(package => ResolvedPackage.In(folders, package))];
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is not an assets file: {malformed.Message}", malformed);
        }
    }

    private static IEnumerable<Package> Resolved(JsonElement root)
    {
        foreach (var library in root.GetProperty("libraries").EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() == "package")
            {
                var slash = library.Name.IndexOf('/', StringComparison.Ordinal);
                yield return new(PackageId.Parse(library.Name[..Math.Max(slash, 0)]), PackageVersion.Parse(library.Name[(slash + 1)..]));
            }
        }
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
