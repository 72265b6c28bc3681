using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>A version of a package that a project of a repository resolved to.</summary>
/// <param name="Version">The version.</param>
/// <param name="At">When the latest restore that says so ended, UTC.</param>
public sealed record VersionInUse(PackageVersion Version, DateTimeOffset At)
{
    // What begins with a dot is hidden, and git's.
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>
    /// The versions of a package that the projects below a folder resolved to when they were last restored, lowest first.
    /// For people, and no check: an assets file that cannot be read says nothing here, and stops the next restore or check.
    /// </summary>
    public static IReadOnlyList<VersionInUse> Below(string root, PackageId id) =>
        [.. Directory.EnumerateFiles(root, AssetsFile.Name, Everywhere)
            .SelectMany(assets => Of(assets, id))
            .GroupBy(used => used.Version)
            .Select(same => same.MaxBy(used => used.At)!)
            .OrderBy(used => used.Version)];

    /// <summary>Whether any project below a folder is restored: a restore that was stopped takes away what it wrote.</summary>
    public static bool IsAnyRestored(string root) => Directory.EnumerateFiles(root, AssetsFile.Name, Everywhere).Any();

    private static IReadOnlyList<VersionInUse> Of(string assets, PackageId id)
    {
        try
        {
            return [.. AssetsFile.Names(assets).Where(package => package.Id == id).Select(package => new VersionInUse(package.Version, File.GetLastWriteTimeUtc(assets)))];
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
