using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Cli.Initializing;

/// <summary>
/// MSBuild takes the nearest <c>Directory.Build.targets</c> (of a solution the nearest <c>Directory.Solution.targets</c>) and
/// no other: one below the root that does not go on to the one above leaves projects out.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Import">What it has to import, from its own folder.</param>
internal sealed record NestedTargets(string Path, string Import)
{
    /// <summary>The file that keeps MSBuild from the one at the root; null when there is none between them.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="target">A project or solution that does not import InstallGuard.</param>
    /// <exception cref="FormatException">A file is no MSBuild file, with line and column.</exception>
    public static NestedTargets? Before(string root, string target)
    {
        var name = NameFor(target);
        for (var folder = System.IO.Path.GetDirectoryName(target); folder is not null && IsBelow(root, folder); folder = System.IO.Path.GetDirectoryName(folder))
        {
            var path = System.IO.Path.Combine(folder, name);
            if (File.Exists(path) && !TargetsFile.GoesOn(name, File.ReadAllText(path)))
            {
                return RepositoryFiles.IsIn(root, path) ? Of(root, path) : null;
            }
        }

        return null;
    }

    /// <summary>All that there are below the root, whether or not they go on.</summary>
    public static IEnumerable<NestedTargets> All(string root) =>
        ((string[])[TargetsFile.ForProjects, TargetsFile.ForSolutions])
            .SelectMany(name => RepositoryRoot.Below(root, name))
            .Where(path => System.IO.Path.GetDirectoryName(path) != root && RepositoryFiles.IsIn(root, path))
            .Order(StringComparer.Ordinal)
            .Select(path => Of(root, path));

    private static NestedTargets Of(string root, string path) =>
        new(path, System.IO.Path.GetRelativePath(System.IO.Path.GetDirectoryName(path)!, System.IO.Path.Combine(root, OwnTargets.Name)).Replace('\\', '/'));

    private static string NameFor(string target) => RepositoryRoot.IsSolution(target) ? TargetsFile.ForSolutions : TargetsFile.ForProjects;

    private static bool IsBelow(string root, string folder) => folder.StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
