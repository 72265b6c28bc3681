namespace InstallGuard.Adapters.Workspace;

/// <summary>Where a path leads, with every link on its way followed.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>The path without a link in it. What is not there is no link.</summary>
    /// <exception cref="IOException">There are too many links, or one cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be looked into.</exception>
    public static string Of(string path) => Resolved(Path.GetFullPath(path), MostLinks);

    private static string Resolved(string path, int links)
    {
        if (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) is not { } above)
        {
            return path;
        }

        var folder = Resolved(above, links);
        var here = Path.Combine(folder, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        return new DirectoryInfo(here).LinkTarget is not { } target ? here
            : links > 0 ? Resolved(Path.GetFullPath(target, folder), links - 1)
            : throw new IOException($"{path} is a link that leads nowhere");
    }
}
