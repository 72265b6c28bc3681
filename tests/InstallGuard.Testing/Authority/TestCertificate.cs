using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InstallGuard.Testing;

/// <summary>An end certificate with its private key, and the certificates that issued it. It lives as long as the process.</summary>
public sealed class TestCertificate
{
    internal TestCertificate(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers)
    {
        Certificate = certificate;
        Chain = [certificate, .. issuers];
    }

    /// <summary>The certificate itself, able to sign.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The certificate first, then each issuer, the root last.</summary>
    public IReadOnlyList<X509Certificate2> Chain { get; }

    /// <summary>SHA-256 over the certificate, in upper case hexadecimal: how feeds and lock files name it.</summary>
    public string Sha256 => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>The chain as signing interfaces want it.</summary>
    internal X509Certificate2Collection ChainCollection()
    {
        var chain = new X509Certificate2Collection();
        foreach (var certificate in Chain)
        {
            _ = chain.Add(certificate);
        }

        return chain;
    }
}
