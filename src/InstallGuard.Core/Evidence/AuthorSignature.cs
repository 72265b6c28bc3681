using InstallGuard.Identity;

namespace InstallGuard.Evidence;

/// <summary>An author signature that verifies.</summary>
/// <param name="Identity">The part that is pinned.</param>
/// <param name="Certificate">The certificate it was made with.</param>
/// <param name="Time">When it was made.</param>
public sealed record AuthorSignature(AuthorIdentity Identity, CertificateDescription Certificate, SignatureTime Time);
