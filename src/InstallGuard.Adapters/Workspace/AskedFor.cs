using System.Text.Json;

namespace InstallGuard.Adapters.Workspace;

/// <summary>
/// What projects ask NuGet for: their packages with the version ranges, and the projects that they refer to. NuGet writes it
/// in one form into the restore graph that MSBuild makes now, and into the assets file of the restore that was.
/// </summary>
public static class AskedFor
{
    /// <summary>The projects whose assets file is the answer to something else than they ask for now.</summary>
    /// <param name="graphFile">NuGet's restore graph, as its target GenerateRestoreGraphFile writes it.</param>
    /// <param name="projects">The projects; those without an assets file are left out.</param>
    /// <exception cref="InvalidDataException">A file is something else.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<RestoreProject> ChangedSince(string graphFile, IReadOnlyCollection<RestoreProject> projects)
    {
        using var graph = Open(graphFile);
        return [.. projects.Where(project => File.Exists(project.AssetsPath)).Where(project =>
        {
            using var assets = Open(project.AssetsPath);
            return !Read(project.AssetsPath, () => assets.RootElement.GetProperty("project"))
                .SetEquals(Read(graphFile, () => graph.RootElement.GetProperty("projects").GetProperty(project.Path)));
        })];
    }

    private static JsonDocument Open(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonDocument.Parse(stream);
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"{path} is no JSON: {malformed.Message}", malformed);
        }
    }

    private static HashSet<string> Read(string path, Func<JsonElement> project)
    {
        try
        {
            return [.. References(project())];
        }
        catch (Exception malformed) when (malformed is KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} does not say what the project asks for: {malformed.Message}", malformed);
        }
    }

    private static IEnumerable<string> References(JsonElement project)
    {
        foreach (var framework in project.GetProperty("frameworks").EnumerateObject())
        {
            foreach (var package in Members(framework.Value, "dependencies").Where(package => !IsOfTheSdk(package.Value)))
            {
                yield return $"{framework.Name} package {package.Name.ToLowerInvariant()} {(package.Value.TryGetProperty("version", out var version) ? version.GetString() : "")}";
            }
        }

        foreach (var framework in Members(project.GetProperty("restore"), "frameworks"))
        {
            foreach (var other in Members(framework.Value, "projectReferences"))
            {
                yield return $"{framework.Name} project {other.Name}";
            }
        }
    }

    // They differ between a restore, a publish for one platform, and the next SDK, and nobody asked for them.
    private static bool IsOfTheSdk(JsonElement package) =>
        package.TryGetProperty("autoReferenced", out var automatic) && automatic.ValueKind == JsonValueKind.True;

    private static JsonElement.ObjectEnumerator Members(JsonElement element, string name) =>
        element.TryGetProperty(name, out var members) ? members.EnumerateObject() : default;
}
