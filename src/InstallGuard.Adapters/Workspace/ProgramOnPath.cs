namespace InstallGuard.Adapters.Workspace;

/// <summary>
/// A program that the machine has, by its full path. A bare name would be looked for in the current folder first, which is
/// the project's: a commit could bring the program.
/// </summary>
internal static class ProgramOnPath
{
    private const UnixFileMode Runs = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The first one in the folders of PATH; null where none has it.</summary>
    /// <param name="name">Its name, without the ending that Windows wants.</param>
    /// <param name="path">What PATH says.</param>
    /// <param name="repository">The root of a repository, in which nothing counts.</param>
    public static string? Find(string name, string? path, string repository) =>
        (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(folder => Path.IsPathFullyQualified(folder) && !IsIn(repository, folder))
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name))
            .FirstOrDefault(file => File.Exists(file) && !IsIn(repository, Target(file)) && CanRun(file));

    private static bool IsIn(string folder, string path) =>
        Path.GetRelativePath(folder, path) is var way && way != ".." && !way.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(way);

    private static string Target(string file) => File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;

    private static bool CanRun(string file) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Runs) != 0;
}
