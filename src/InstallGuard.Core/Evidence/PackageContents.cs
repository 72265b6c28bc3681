using InstallGuard.Identity;

namespace InstallGuard.Evidence;

/// <summary>Which bytes the evidence is about.</summary>
/// <param name="Hash">SHA-512 over the whole file.</param>
/// <param name="UnsignedDigest">SHA-256 over the file as it was before any signature: the subject of a build attestation.</param>
/// <param name="Declared">The id and version that the package's own manifest states.</param>
public sealed record PackageContents(PackageHash Hash, Sha256Digest UnsignedDigest, Package Declared);
