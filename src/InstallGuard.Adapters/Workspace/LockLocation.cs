namespace InstallGuard.Adapters.Workspace;

/// <summary>Where the lock of a project is: at the root of its repository, or else beside its solution, or else beside it.</summary>
public static class LockLocation
{
    /// <summary>What `installguard init` writes at the root of a guarded repository: the lock lies beside it.</summary>
    public const string GuardFile = "InstallGuard.targets";

    /// <summary>The lock file's name.</summary>
    public const string FileName = "installguard.lock.json";

    /// <summary>
    /// The path of the lock for what is restored. In a guarded repository: beside its InstallGuard.targets. The nearest lock that exists between it and the root of the
    /// repository; where none exists, a new one beside the solution if a solution was named, else at the root of the
    /// repository, else beside the nearest solution, else beside the project. Nothing above the root of the repository
    /// (without one: above the solution) is looked at, since other people may be able to write there.
    /// </summary>
    /// <param name="start">A folder, a project or a solution.</param>
    public static string For(string start)
    {
        var full = Path.GetFullPath(start);
        var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? full;
        var way = WayUp(folder).ToList();
        var root = way.FindIndex(IsRepositoryRoot);
        var solution = way.FindIndex(HasSolution);
        var last = root >= 0 ? root : Math.Max(solution, 0);
        if (way.FirstOrDefault(at => File.Exists(Path.Combine(at, GuardFile))) is { } guarded)
        {
            return InFolder(guarded);
        }

        var existing = way.Take(last + 1).Select(InFolder).FirstOrDefault(File.Exists);
        return existing ?? InFolder(IsSolution(full) ? folder : way[last]);
    }

    private static IEnumerable<string> WayUp(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }

    private static string InFolder(string folder) => Path.Combine(folder, FileName);

    // In a worktree or submodule .git is a file.
    private static bool IsRepositoryRoot(string folder) =>
        Directory.Exists(Path.Combine(folder, ".git")) || File.Exists(Path.Combine(folder, ".git"));

    private static bool HasSolution(string folder) => Directory.EnumerateFiles(folder).Any(IsSolution);

    private static bool IsSolution(string path) =>
        File.Exists(path) && Path.GetExtension(path).ToUpperInvariant() is (".SLN" or ".SLNX" or ".SLNF");
}
