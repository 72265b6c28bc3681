namespace InstallGuard.Adapters.Workspace;

/// <summary>
/// InstallGuard.Sdk in packages folders. The version that a repository names next is imported from there before anybody can
/// look at it, so that none may get there unseen.
/// </summary>
public static class OwnInstallations
{
    private const string Id = "installguard.sdk";
    private const string Metadata = ".nupkg.metadata";

    /// <summary>
    /// Takes away those that a restore brought which failed: nobody looked at them. One that is needed is fetched again.
    /// </summary>
    /// <param name="graph">The restore.</param>
    /// <param name="since">When it began, as the file system says.</param>
    /// <exception cref="IOException">A folder cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be deleted.</exception>
    public static void Remove(RestoreGraph graph, DateTime since)
    {
        foreach (var versions in graph.Projects.Select(project => Path.Combine(project.PackagesFolder, Id)).Distinct(StringComparer.Ordinal).Where(Directory.Exists))
        {
            foreach (var version in Directory.EnumerateDirectories(versions).Where(version => WasInstalled(version, since)).ToList())
            {
                Directory.Delete(version, recursive: true);
            }
        }
    }

    // What has no such file was not finished, and is not taken for installed.
    private static bool WasInstalled(string version, DateTime since) =>
        Path.Combine(version, Metadata) is var mark && File.Exists(mark) && File.GetLastWriteTimeUtc(mark) >= since;
}
