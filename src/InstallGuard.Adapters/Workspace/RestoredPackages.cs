using InstallGuard.Checking;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Everything that a restore put at the disposal of a build.</summary>
public sealed class RestoredPackages
{
    private RestoredPackages(IReadOnlyList<RestoredProject> projects, IReadOnlyList<ResolvedPackage> sdks, IReadOnlyList<ResolvedPackage> all) =>
        (Projects, Sdks, All) = (projects, sdks, all);

    /// <summary>What each project resolved.</summary>
    public IReadOnlyList<RestoredProject> Projects { get; }

    /// <summary>The MSBuild SDKs that come as packages.</summary>
    public IReadOnlyList<ResolvedPackage> Sdks { get; }

    /// <summary>The packages of all the projects, and what the plugin installed besides; each file once.</summary>
    public IReadOnlyList<ResolvedPackage> All { get; }

    /// <summary>The files of some checked packages.</summary>
    public IEnumerable<ResolvedPackage> Of(IEnumerable<CheckedPackage> packages)
    {
        var names = packages.Select(package => package.Package).ToHashSet();
        return All.Where(file => names.Contains(file.Package));
    }

    /// <summary>Reads what a restore left.</summary>
    /// <param name="graph">What the restore was about.</param>
    /// <param name="installed">What the plugin installed.</param>
    /// <exception cref="InvalidDataException">A project has not been restored, or its assets file is something else.</exception>
    /// <exception cref="IOException">An assets file cannot be read.</exception>
    public static RestoredPackages Of(RestoreGraph graph, IReadOnlyCollection<ResolvedPackage> installed)
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

        var projects = graph.Projects.Select(project => project.AssetsPath).Distinct(StringComparer.Ordinal).Select(AssetsFile.Read).ToList();
        var resolved = projects.SelectMany(project => project.Packages).ToList();
        var sdks = MSBuildSdks.Of(graph);

        // What the plugin installed and no project resolved: MSBuild SDKs, whose code runs while projects are read.
        // Other versions of resolved packages are left out: the restore looked at them and did not choose them.
        var ids = resolved.Select(package => package.Package.Id).ToHashSet();
        return new(projects, sdks, [.. resolved
            .Concat(installed.Where(package => !ids.Contains(package.Package.Id)))
            .Concat(sdks)
            .DistinctBy(package => (package.Package, package.Folder))]);
    }
}
