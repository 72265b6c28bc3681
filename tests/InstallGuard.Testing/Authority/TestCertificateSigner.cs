using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InstallGuard.Testing;

/// <summary>Signs certificates with whatever hash it is told to: the framework's own refuses those that nobody should use.</summary>
internal sealed class TestCertificateSigner(RSA key, HashAlgorithmName hash) : X509SignatureGenerator
{
    private static readonly Dictionary<HashAlgorithmName, string> Algorithms = new()
    {
        [HashAlgorithmName.MD5] = "1.2.840.113549.1.1.4",
        [HashAlgorithmName.SHA1] = "1.2.840.113549.1.1.5",
        [HashAlgorithmName.SHA256] = "1.2.840.113549.1.1.11",
        [HashAlgorithmName.SHA384] = "1.2.840.113549.1.1.12",
        [HashAlgorithmName.SHA512] = "1.2.840.113549.1.1.13",
    };

    /// <inheritdoc/>
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Algorithms[hash]);
            writer.WriteNull();
        }

        return writer.Encode();
    }

    /// <inheritdoc/>
    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, hash, RSASignaturePadding.Pkcs1);

    /// <inheritdoc/>
    protected override PublicKey BuildPublicKey() => new(key);
}
