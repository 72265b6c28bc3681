using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>A package that was not let through, with all that was known about it then.</summary>
/// <param name="Package">Id and version.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Evidence">What its bytes said.</param>
/// <param name="Announced">What the source said about its signatures when it was downloaded, or null.</param>
/// <param name="At">When it was refused, UTC.</param>
public sealed record Refusal(Package Package, string Source, PackageEvidence Evidence, RepositoryAnnouncement? Announced, DateTimeOffset At);
