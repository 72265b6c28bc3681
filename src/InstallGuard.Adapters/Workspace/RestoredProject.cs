namespace InstallGuard.Adapters.Workspace;

/// <summary>What NuGet resolved for one project.</summary>
/// <param name="AssetsPath">The file that says so.</param>
/// <param name="Hash">What that file holds: its SHA-256.</param>
/// <param name="Packages">The packages.</param>
public sealed record RestoredProject(string AssetsPath, string Hash, IReadOnlyList<ResolvedPackage> Packages);
