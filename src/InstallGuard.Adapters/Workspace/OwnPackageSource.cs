namespace InstallGuard.Adapters.Workspace;

/// <summary>A source that NuGet asks for InstallGuard.Sdk.</summary>
/// <param name="Name">Its name in the NuGet configuration.</param>
/// <param name="Holding">Whether it has the version.</param>
/// <param name="NamedOutside">The file that names it, where none of the repository does; null where one does.</param>
public sealed record OwnPackageSource(string Name, SourceHolding Holding, string? NamedOutside);
