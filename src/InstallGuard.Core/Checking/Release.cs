using InstallGuard.Decisions;
using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>One version of a package, looked at and not decided about.</summary>
/// <param name="Package">What was asked for; for a file, what it says it is.</param>
/// <param name="Source">The feed or the file that it came from, in words.</param>
/// <param name="Look">What was found.</param>
public sealed record Release(Package Package, string Source, Look Look);
