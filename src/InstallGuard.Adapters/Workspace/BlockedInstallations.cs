using InstallGuard.Adapters.Packages.Installed;
using NuGet.Common;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Packages that a restore installed and its check then blocked.</summary>
public static class BlockedInstallations
{
    /// <summary>
    /// Takes them out of the packages folder: the builds of other projects that refer to them would use them. What was there
    /// before the restore stays, and so does all that lies in a fallback folder.
    /// </summary>
    /// <param name="graph">The restore.</param>
    /// <param name="begunAt">When it began, by the file system's clock.</param>
    /// <param name="blocked">What was blocked.</param>
    /// <returns>What could not be deleted, and why.</returns>
    public static IReadOnlyList<string> Remove(RestoreGraph graph, DateTime begunAt, IEnumerable<ResolvedPackage> blocked)
    {
        var roots = graph.Projects.Select(project => Full(project.PackagesFolder)).ToHashSet(StringComparer.Ordinal);
        return [.. blocked
            .Where(package => package.CameSince(begunAt) && roots.Contains(Full(Path.Combine(package.Folder!, "..", ".."))))
            .Select(package => Remove(package, begunAt))
            .OfType<string>()];
    }

    // Under NuGet's own lock: where the last file that it writes is gone, another process installs the package anew.
    private static string? Remove(ResolvedPackage package, DateTime begunAt)
    {
        try
        {
            ConcurrencyUtilities.ExecuteWithFileLocked(InstalledPackage.FileIn(package.Folder!, package.Package), () =>
            {
                if (package.CameSince(begunAt))
                {
                    File.Delete(package.InstalledMark!);
                    Directory.Delete(package.Folder!, recursive: true);
                }
            });
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return $"{package.Package} was blocked and could not be taken out of the packages folder: {failed.Message}; delete {package.Folder}";
        }
    }

    private static string Full(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
}
