namespace InstallGuard.Adapters.Workspace;

/// <summary>One project of a restore.</summary>
/// <param name="Path">The project file.</param>
/// <param name="AssetsPath">Where NuGet writes what it resolved.</param>
/// <param name="PackagesFolder">Where its packages are installed.</param>
public sealed record RestoreProject(string Path, string AssetsPath, string PackagesFolder);
