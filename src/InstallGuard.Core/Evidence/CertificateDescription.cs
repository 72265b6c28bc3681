namespace InstallGuard.Evidence;

/// <summary>The certificate that made a signature. Shown to people; no part of it is an identity.</summary>
/// <param name="Fingerprint">SHA-256 over the certificate.</param>
/// <param name="Subject">The subject's distinguished name, as the certificate spells it.</param>
/// <param name="Issuer">The issuer's distinguished name.</param>
/// <param name="NotBefore">Start of its validity, UTC.</param>
/// <param name="NotAfter">End of its validity, UTC.</param>
public sealed record CertificateDescription(
    Sha256Digest Fingerprint, string Subject, string Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter);
