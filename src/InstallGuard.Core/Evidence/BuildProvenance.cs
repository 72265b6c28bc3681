using InstallGuard.Identity;

namespace InstallGuard.Evidence;

/// <summary>A build attestation about the package that verifies.</summary>
/// <param name="Identity">The part that is pinned.</param>
public sealed record BuildProvenance(ProvenanceIdentity Identity);
