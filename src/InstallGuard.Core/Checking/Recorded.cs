using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>A pin that a check wrote into the lock.</summary>
/// <param name="Id">Of which package.</param>
/// <param name="Pin">The new pin.</param>
public sealed record Recorded(PackageId Id, Pin Pin);
