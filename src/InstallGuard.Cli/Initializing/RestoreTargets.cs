using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Cli.Initializing;

/// <summary>What of a repository can be restored.</summary>
/// <param name="Projects">The projects, as full paths.</param>
/// <param name="Solutions">The solutions.</param>
/// <param name="Apps">The file-based apps.</param>
internal sealed record RestoreTargets(IReadOnlyList<string> Projects, IReadOnlyList<string> Solutions, IReadOnlyList<string> Apps)
{
    private const int LongestHeader = 50;

    /// <summary>Those of which MSBuild can say what they import: all but the apps, which are no files to it.</summary>
    public IReadOnlyList<string> Asked => [.. Projects, .. Solutions];

    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All => [.. Projects, .. Solutions, .. Apps];

    /// <summary>Finds them.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="excluded">Files and folders that are left out, as full paths.</param>
    /// <exception cref="FormatException">There are none.</exception>
    public static RestoreTargets Of(string root, IReadOnlyList<string> excluded)
    {
        bool IsIncluded(string path) => !excluded.Any(left => path == left || path.StartsWith(Path.TrimEndingDirectorySeparator(left) + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        var targets = new RestoreTargets(
            [.. RepositoryRoot.Projects(root).Where(IsIncluded)],
            [.. RepositoryRoot.Below(root, "*.sln*").Where(RepositoryRoot.IsSolution).Where(IsIncluded).Order(StringComparer.Ordinal)],
            [.. RepositoryRoot.Below(root, "*.cs").Where(IsIncluded).Where(IsApp).Order(StringComparer.Ordinal)]);
        return targets.All.Count > 0 ? targets : throw new FormatException($"there is no project and no solution in {root} or below it");
    }

    // In other code these lines are errors. Comments may stand before them.
    private static bool IsApp(string path)
    {
        foreach (var line in File.ReadLines(path).Take(LongestHeader).Select(line => line.Trim()))
        {
            if (line.StartsWith("#!", StringComparison.Ordinal) || line.StartsWith("#:", StringComparison.Ordinal))
            {
                return true;
            }

            if (line.Length > 0 && line[0] is not ('/' or '*' or '#'))
            {
                return false;
            }
        }

        return false;
    }
}
