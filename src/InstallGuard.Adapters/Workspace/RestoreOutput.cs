using InstallGuard.Adapters.Session;

namespace InstallGuard.Adapters.Workspace;

/// <summary>What NuGet wrote for the builds of a project.</summary>
public static class RestoreOutput
{
    /// <summary>
    /// Takes it away: a build, a clean or an IDE that does not restore would import the targets of packages that were not
    /// let through. The next restore writes it anew.
    /// </summary>
    /// <param name="graph">The restore.</param>
    /// <param name="evenChecked">Also what an earlier check let through, and this restore did not change.</param>
    /// <returns>How many projects had an assets file.</returns>
    /// <exception cref="IOException">A file cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be deleted.</exception>
    public static int Remove(RestoreGraph graph, bool evenChecked)
    {
        var projects = 0;
        foreach (var project in graph.Projects.Where(project => evenChecked || !File.Exists(project.AssetsPath) || !CheckedMark.IsOf(project.AssetsPath)))
        {
            var folder = Path.GetDirectoryName(project.AssetsPath)!;
            if (Directory.Exists(folder))
            {
                projects += File.Exists(project.AssetsPath) ? 1 : 0;
                string[] patterns = [AssetsFile.Name, "project.nuget.cache", "*.nuget.g.props", "*.nuget.g.targets"];
                foreach (var file in patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern)).ToList())
                {
                    File.Delete(file);
                }
            }
        }

        return projects;
    }
}
