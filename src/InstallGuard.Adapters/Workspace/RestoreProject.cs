namespace InstallGuard.Adapters.Workspace;

/// <summary>One project of a restore.</summary>
/// <param name="Path">The project file.</param>
/// <param name="AssetsPath">Where NuGet writes what it resolved.</param>
/// <param name="PackagesFolder">Where its packages are installed.</param>
/// <param name="Configuration">The files of the NuGet configuration that it is under, the nearest first, separated by semicolons.</param>
public sealed record RestoreProject(string Path, string AssetsPath, string PackagesFolder, string Configuration);
