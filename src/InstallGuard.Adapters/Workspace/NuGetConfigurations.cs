using NuGet.Configuration;

namespace InstallGuard.Adapters.Workspace;

/// <summary>The NuGet configurations that the projects of a restore are under.</summary>
public static class NuGetConfigurations
{
    /// <summary>One for each different list of files. Without a graph, the one of a folder.</summary>
    /// <param name="graph">What is restored, or null.</param>
    /// <param name="folder">Where the restore was started.</param>
    /// <exception cref="NuGetConfigurationException">A file is something else.</exception>
    public static IReadOnlyList<ISettings> Of(RestoreGraph? graph, string folder) =>
        graph is { Configurations: { Count: > 0 } all }
            ? [.. all.Select(files => files.Count > 0 ? Settings.LoadSettingsGivenConfigPaths([.. files]) : Settings.LoadDefaultSettings(folder))]
            : [Settings.LoadDefaultSettings(folder)];
}
