using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Evidence;
using InstallGuard.Reports;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>
/// Verifies one signer of a package signature for itself, primary or countersigning: certificate, signature value,
/// timestamp, chain at the time of the timestamp.
/// </summary>
internal static class SignerVerifier
{
    /// <exception cref="SignatureProblem">A check failed.</exception>
    public static VerifiedSigner Verify(
        SignerInfo signer, X509Certificate2Collection certificates, TrustedRoots roots, DateTimeOffset now)
    {
        var certificate = SignedAttributes.SigningCertificate(signer, certificates);
        SignerCertificate.CheckForPackages(certificate);
        CheckSignature(signer, certificate);
        var stamped = TimestampReader.Read(signer, roots);
        roots.CodeSigning.Verify(certificate, certificates, stamped ?? now, SignatureCheck.Chain);
        return new(certificate, stamped is { } at ? new SignatureTime.Trusted(at) : new SignatureTime.Claimed(now));
    }

    private static void CheckSignature(SignerInfo signer, X509Certificate2 certificate)
    {
        if (signer.DigestAlgorithm.Value is not (NuGetOids.Sha256 or NuGetOids.Sha384 or NuGetOids.Sha512))
        {
            throw new SignatureProblem(
                SignatureCheck.SignatureValue, "a SHA-2 digest", signer.DigestAlgorithm.Value is { } oid ? Quoted.Account(oid) : "an unnamed one");
        }

        // The signer's own choice of certificate must be the one that its signed attributes name.
        if (signer.Certificate is null || !signer.Certificate.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span))
        {
            throw new SignatureProblem(
                SignatureCheck.Certificate, "one signing certificate", "another in the signer's identifier than in its attributes");
        }

        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException failed)
        {
            throw new SignatureProblem(SignatureCheck.SignatureValue, "a signature over these attributes", Visible.Text(failed.Message));
        }
    }
}
