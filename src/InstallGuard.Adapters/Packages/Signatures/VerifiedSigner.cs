using System.Security.Cryptography.X509Certificates;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>A signer whose signature, time and chain hold.</summary>
/// <param name="Certificate">The signing certificate.</param>
/// <param name="Time">When it signed.</param>
internal sealed record VerifiedSigner(X509Certificate2 Certificate, SignatureTime Time)
{
    /// <summary>The certificate, for people.</summary>
    public CertificateDescription Description { get; } = new(
        Sha256Digest.FromBytes(System.Security.Cryptography.SHA256.HashData(Certificate.RawDataMemory.Span)),
        Certificate.Subject,
        Certificate.Issuer,
        Certificate.NotBefore.ToUniversalTime(),
        Certificate.NotAfter.ToUniversalTime());
}
