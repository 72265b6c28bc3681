namespace InstallGuard.Adapters.Workspace;

/// <summary>Everything that a restore put at the disposal of a build.</summary>
public static class RestoredPackages
{
    /// <summary>The packages of all the projects, and what the plugin installed besides; each file once.</summary>
    /// <param name="graph">What the restore was about.</param>
    /// <param name="installed">What the plugin installed.</param>
    /// <exception cref="InvalidDataException">A project has not been restored, or its assets file is something else.</exception>
    /// <exception cref="IOException">An assets file cannot be read.</exception>
    public static IReadOnlyList<ResolvedPackage> Of(RestoreGraph graph, IReadOnlyCollection<ResolvedPackage> installed)
    {
        foreach (var project in graph.Projects.Where(project => !File.Exists(project.AssetsPath)))
        {
            throw new InvalidDataException($"{project.Path} has not been restored, or what was restored was blocked and taken away; restore it first");
        }

        // NuGet writes one assets file for both, and what it writes for the build is that of either.
        if (graph.Projects.GroupBy(project => project.AssetsPath, StringComparer.OrdinalIgnoreCase).FirstOrDefault(shared => shared.DistinctBy(project => project.Path).Count() > 1) is { } several)
        {
            throw new InvalidDataException($"{string.Join(" and ", several.Select(project => project.Path).Distinct())} share the folder of {several.Key}; give each a BaseIntermediateOutputPath of its own");
        }

        var resolved = graph.Projects.SelectMany(project => AssetsFile.Packages(project.AssetsPath)).ToList();

        // What the plugin installed and no project resolved: MSBuild SDKs, whose code runs while projects are read.
        // Other versions of resolved packages are left out: the restore looked at them and did not choose them.
        var ids = resolved.Select(package => package.Package.Id).ToHashSet();
        return [.. resolved
            .Concat(installed.Where(package => !ids.Contains(package.Package.Id)))
            .Concat(MSBuildSdks.Of(graph))
            .DistinctBy(package => (package.Package, package.Folder))];
    }
}
