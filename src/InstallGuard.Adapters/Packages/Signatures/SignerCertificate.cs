using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>
/// What a certificate must be to sign a package or to witness the time of it, whoever it is made out to: no less than
/// NuGet asks for, and than the certificate says of itself.
/// </summary>
internal static class SignerCertificate
{
    /// <summary>The shortest RSA key that may sign, in bits (NuGet signed-package specification).</summary>
    public const int ShortestRsaKey = 2048;

    /// <summary>A package is signed by whoever may sign code, and whose certificate holds as long as its time.</summary>
    /// <exception cref="SignatureProblem">It may not sign packages.</exception>
    public static void CheckForPackages(X509Certificate2 certificate)
    {
        Check(certificate, SignatureCheck.Certificate);
        var usages = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .SelectMany(extension => extension.EnhancedKeyUsages.Cast<Oid>()).Select(oid => oid.Value).ToList();
        if (!usages.Contains(NuGetOids.CodeSigning) || usages.Contains(NuGetOids.LifetimeSigning))
        {
            throw new SignatureProblem(SignatureCheck.Certificate, "the code signing usage, without lifetime signing", "other usages");
        }
    }

    /// <summary>Its key, how its issuer signed it, and what it says that its key is for.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="check">What it is needed for.</param>
    /// <exception cref="SignatureProblem">It may not sign.</exception>
    public static void Check(X509Certificate2 certificate, SignatureCheck check)
    {
        using var key = certificate.GetRSAPublicKey();
        if (key is null || key.KeySize < ShortestRsaKey)
        {
            throw new SignatureProblem(check, $"an RSA key of at least {ShortestRsaKey} bits", key is null ? "another key" : $"{key.KeySize} bits");
        }

        if (certificate.SignatureAlgorithm.Value is not (NuGetOids.Sha256WithRsa or NuGetOids.Sha384WithRsa or NuGetOids.Sha512WithRsa))
        {
            throw new SignatureProblem(check, "a certificate that is signed with RSA and SHA-2", Algorithm(certificate));
        }

        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(extension => extension.CertificateAuthority))
        {
            throw new SignatureProblem(check, "a certificate that signs no others", "one of an authority");
        }

        if (certificate.Extensions.OfType<X509KeyUsageExtension>().Any(extension => !extension.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature)))
        {
            throw new SignatureProblem(check, "a key that is for digital signatures", "one that is for something else");
        }
    }

    /// <summary>
    /// Whether nobody can make two certificates of which this is the signature: hashes of old, for which that can be done,
    /// are worth nothing at any place below the root.
    /// </summary>
    public static bool IsSoundlySigned(X509Certificate2 certificate) => certificate.SignatureAlgorithm.Value
        is NuGetOids.Sha256WithRsa or NuGetOids.Sha384WithRsa or NuGetOids.Sha512WithRsa
        or NuGetOids.Sha256WithEcdsa or NuGetOids.Sha384WithEcdsa or NuGetOids.Sha512WithEcdsa;

    /// <summary>What it is signed with, for people.</summary>
    public static string Algorithm(X509Certificate2 certificate) =>
        certificate.SignatureAlgorithm.FriendlyName ?? certificate.SignatureAlgorithm.Value ?? "an unnamed algorithm";
}
