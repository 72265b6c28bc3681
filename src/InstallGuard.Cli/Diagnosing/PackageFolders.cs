namespace InstallGuard.Cli.Diagnosing;

/// <summary>Folders inside the package InstallGuard.Sdk, as NuGet lays it out in a packages folder.</summary>
internal static class PackageFolders
{
    private const string Id = "installguard.sdk";

    /// <summary>Whether a folder of tasks belongs to a version of the package: <c>installguard.sdk/version/tools</c>, or one below it.</summary>
    /// <param name="tools">The folder, as a full path.</param>
    /// <param name="version">The version; null when none is pinned.</param>
    public static bool IsOf(string tools, string? version) => version is not null && VersionOf(tools, version) is not null;

    /// <summary>The folder of the version that a folder of tasks belongs to; null where that is no folder of this version.</summary>
    /// <param name="tools">The folder, as a full path.</param>
    /// <param name="version">The version.</param>
    public static string? VersionOf(string tools, string version)
    {
        var parts = tools.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var at = Array.FindLastIndex(parts, part => part.Equals("tools", StringComparison.OrdinalIgnoreCase));
        return at >= 2 && parts[at - 1].Equals(version, StringComparison.OrdinalIgnoreCase) && parts[at - 2].Equals(Id, StringComparison.OrdinalIgnoreCase)
            ? string.Join(Path.DirectorySeparatorChar, parts[..at])
            : null;
    }
}
