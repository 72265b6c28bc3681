using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>
/// MSBuild SDKs that come as packages: pinned in <c>global.json</c>, or named with a version by a project or by
/// <c>Directory.Build.props</c> and <c>.targets</c>. MSBuild installs them while it reads projects, before any target runs,
/// and no assets file names them.
/// </summary>
public static class MSBuildSdks
{
    private static readonly string[] Beside = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json"];

    /// <summary>The files that name SDKs: each project, and those above it that MSBuild imports for it.</summary>
    public static IReadOnlyList<string> Files(RestoreGraph graph) =>
        [.. graph.Projects.Select(project => project.Path).Where(File.Exists)
            .SelectMany(project => Above(project).Prepend(project)).Distinct(StringComparer.Ordinal)];

    /// <summary>Those that lie in the packages folder; the ones that the .NET SDK brings do not.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<ResolvedPackage> Of(RestoreGraph graph)
    {
        var folders = graph.Projects.Select(project => project.PackagesFolder).Distinct(StringComparer.Ordinal).ToList();
        return [.. Files(graph).SelectMany(Named).Distinct()
            .Select(package => ResolvedPackage.In(folders, package))
            .Where(package => package.Folder is not null)];
    }

    private static IEnumerable<string> Above(string project)
    {
        for (var folder = Path.GetDirectoryName(project); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            foreach (var file in Beside.Select(name => Path.Combine(folder, name)).Where(File.Exists))
            {
                yield return file;
            }
        }
    }

    // What is no JSON or no XML is for MSBuild to complain about, which has read it by now.
    private static IEnumerable<Package> Named(string file)
    {
        try
        {
            return [.. Path.GetExtension(file) == ".json" ? InGlobalJson(file) : InProject(file)];
        }
        catch (Exception other) when (other is JsonException or XmlException)
        {
            return [];
        }
    }

    private static IEnumerable<Package> InGlobalJson(string file)
    {
        using var json = JsonDocument.Parse(
            File.ReadAllBytes(file), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        if (json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("msbuild-sdks", out var sdks) && sdks.ValueKind == JsonValueKind.Object)
        {
            foreach (var sdk in sdks.EnumerateObject().Where(sdk => sdk.Value.ValueKind == JsonValueKind.String))
            {
                if (Parse(sdk.Name, sdk.Value.GetString()) is { } package)
                {
                    yield return package;
                }
            }
        }
    }

    private static IEnumerable<Package> InProject(string file)
    {
        foreach (var element in XDocument.Load(file).Descendants())
        {
            var names = element.Name.LocalName == "Sdk" ? (string?)element.Attribute("Name") : (string?)element.Attribute("Sdk");
            foreach (var name in names?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
            {
                var parts = name.Split('/', 2);
                if (Parse(parts[0], parts.Length == 2 ? parts[1] : (string?)element.Attribute("Version")) is { } package)
                {
                    yield return package;
                }
            }
        }
    }

    private static Package? Parse(string id, string? version) =>
        PackageId.TryParse(id, out var parsedId) && PackageVersion.TryParse(version, out var parsedVersion) ? new(parsedId, parsedVersion) : null;
}
