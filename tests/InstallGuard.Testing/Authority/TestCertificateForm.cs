using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InstallGuard.Testing;

/// <summary>What a certificate looks like, whoever it is made out to.</summary>
/// <param name="Hash">What its issuer hashed it with.</param>
/// <param name="IsAuthority">Whether it says that it may issue others.</param>
/// <param name="Usage">What its key may be used for; null where it does not say.</param>
public sealed record TestCertificateForm(HashAlgorithmName Hash, bool IsAuthority, X509KeyUsageFlags? Usage)
{
    /// <summary>As it should be.</summary>
    public static TestCertificateForm Ordinary { get; } = new(HashAlgorithmName.SHA256, false, X509KeyUsageFlags.DigitalSignature);
}
