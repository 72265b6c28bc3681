using InstallGuard.Evidence;

namespace InstallGuard.Checking;

/// <summary>An installation whose files are those of its package: they were compared, or written from it.</summary>
/// <param name="Where">The installation.</param>
/// <param name="Package">The package file.</param>
/// <param name="Source">Where InstallGuard itself got it from; null where somebody else installed it.</param>
public sealed record BoundInstallation(Installation Where, PackageHash Package, string? Source);
