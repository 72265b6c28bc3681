using InstallGuard.Text;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Where the lock of a project is: at the root of its repository, or else beside its solution, or else beside it.</summary>
public static class LockLocation
{
    /// <summary>What `installguard init` writes at the root of a guarded repository: the lock lies beside it.</summary>
    public const string GuardFile = "InstallGuard.targets";

    /// <summary>The lock file's name.</summary>
    public const string FileName = "installguard.lock.json";

    /// <summary>
    /// The path of the lock for what is restored. In a guarded repository: beside its InstallGuard.targets. The nearest lock
    /// that exists between it and the root of the repository; where none exists, a new one beside the solution if a solution
    /// was named, else at the root of the repository, else beside the nearest solution, else beside the project. Nothing
    /// above the root of the repository (without one: above the solution) is looked at, since other people may be able to
    /// write there; but for the InstallGuard.targets of a repository around this one, as a submodule has it.
    /// </summary>
    /// <param name="start">A folder, a project or a solution.</param>
    public static string For(string start)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(start));
        var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? full;
        var way = WayUp(folder).ToList();
        var root = way.FindIndex(RepositoryRoot.IsOne);
        var solution = way.FindIndex(HasSolution);
        var last = root >= 0 ? root : Math.Max(solution, 0);
        if (way.FirstOrDefault(at => HasGuard(at) && IsOfRepository(at, folder)) is { } guarded)
        {
            return InFolder(guarded);
        }

        var existing = way.Take(last + 1).Select(InFolder).FirstOrDefault(File.Exists);
        return existing ?? InFolder(IsSolution(full) ? folder : way[last]);
    }

    /// <summary>
    /// The lock for what MSBuild restores: the file that the repository names, else the one beside the InstallGuard.targets
    /// that is imported, else the one that is found.
    /// </summary>
    /// <param name="start">The project or solution.</param>
    /// <param name="named">What the repository names; empty when it names none.</param>
    /// <param name="guarded">The folder of InstallGuard.targets; empty when nothing says it.</param>
    /// <exception cref="FormatException">The file that is named lies in no repository that is restored, or does not end in .json.</exception>
    public static string For(string start, string named, string guarded)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(start))!;
        if (named.Length > 0)
        {
            // By its ending a lock of any name is found in the commits that it is compared with.
            var path = Path.GetFullPath(named, folder);
            return !path.EndsWith(".json", StringComparison.Ordinal) ? throw new FormatException($"InstallGuardLockFile is {Quoted.Address(path)}; the name of a lock ends in .json")
                : IsOfRepository(Path.GetDirectoryName(path)!, folder)
                ? path
                : throw new FormatException($"InstallGuardLockFile leads out of the repository, to {Quoted.Address(path)}, where nobody reviews it");
        }

        return guarded.Length > 0 && HasGuard(guarded) && IsOfRepository(guarded, folder) ? Path.GetFullPath(InFolder(guarded)) : For(start);
    }

    /// <summary>The repository that a lock and what is restored belong to; without one, the folder of the lock.</summary>
    public static string RepositoryOf(string lockPath, string start)
    {
        var folder = Path.GetDirectoryName(lockPath)!;
        return (IsOfRepository(folder, start) ? RepositoryRoot.Of(folder) : RepositoryRoot.Of(start)) ?? folder;
    }

    // In the same repository, or in one around it. Where there is none, nothing is known.
    private static bool IsOfRepository(string folder, string start) =>
        RepositoryRoot.Of(start) is not { } root || (RepositoryRoot.Of(folder) is { } other && WayUp(root).Contains(other, StringComparer.Ordinal));

    private static bool HasGuard(string folder) => File.Exists(Path.Combine(folder, GuardFile));

    private static IEnumerable<string> WayUp(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }

    private static string InFolder(string folder) => Path.Combine(folder, FileName);

    private static bool HasSolution(string folder) => Directory.EnumerateFiles(folder).Any(IsSolution);

    private static bool IsSolution(string path) =>
        File.Exists(path) && Path.GetExtension(path).ToUpperInvariant() is (".SLN" or ".SLNX" or ".SLNF");
}
