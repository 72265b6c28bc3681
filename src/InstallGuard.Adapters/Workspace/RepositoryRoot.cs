namespace InstallGuard.Adapters.Workspace;

/// <summary>A repository as a folder: where it begins, and what in it can be restored.</summary>
public static class RepositoryRoot
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules"];

    /// <summary>The folder above or at a path that git calls its own; null without one.</summary>
    public static string? Of(string path)
    {
        for (var at = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)); at is not null; at = Path.GetDirectoryName(at))
        {
            if (IsOne(at))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>Whether git calls a folder its own. In a worktree or submodule .git is a file.</summary>
    public static bool IsOne(string folder) => Directory.Exists(Path.Combine(folder, ".git")) || File.Exists(Path.Combine(folder, ".git"));

    /// <summary>Whether there is nothing behind the name by which git knows its own: left over where a repository was not copied along.</summary>
    public static bool IsEmpty(string root) => Path.Combine(root, ".git") is var git && Directory.Exists(git) && !File.Exists(Path.Combine(git, "HEAD"));

    /// <summary>Whether a folder is a repository inside another, which has its own branches.</summary>
    // No commit can write the file that says so. A worktree has one too, which may lie below any name.
    public static bool IsSubmodule(string root) =>
        Path.Combine(root, ".git") is var git && File.Exists(git) && File.ReadAllText(git).Replace('\\', '/') is var way
        && way.IndexOf("/.git/", StringComparison.Ordinal) is >= 0 and var at && way.IndexOf("/modules/", at, StringComparison.Ordinal) >= 0;

    /// <summary>Every project below a folder, build output and hidden folders aside.</summary>
    public static IReadOnlyList<string> Projects(string folder) =>
        [.. Below(folder, "*.*proj").Where(IsProject).Order(StringComparer.Ordinal)];

    /// <summary>The solutions in a folder itself.</summary>
    public static IReadOnlyList<string> Solutions(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(IsSolution).Order(StringComparer.Ordinal)];

    /// <summary>Every file of a name below a folder, build output and hidden folders aside.</summary>
    public static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => Path.GetFileName(inner) is var name && !name.StartsWith('.') && !NotOurs.Contains(name, StringComparer.OrdinalIgnoreCase))
            .SelectMany(inner => Below(inner, pattern)));

    private static bool IsProject(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".csproj" or ".fsproj" or ".vbproj";

    /// <summary>Whether a file is a solution.</summary>
    public static bool IsSolution(string path) => Path.GetExtension(path).ToLowerInvariant() is ".sln" or ".slnx";
}
