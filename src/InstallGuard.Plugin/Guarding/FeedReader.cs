using InstallGuard.Checking;
using InstallGuard.Evidence;

namespace InstallGuard.Plugin.Guarding;

/// <summary>How packages of one source are read.</summary>
/// <param name="Reader">The reader.</param>
/// <param name="Announced">What the source says about its signatures, or null.</param>
internal sealed record FeedReader(IPackageReader Reader, RepositoryAnnouncement? Announced);
