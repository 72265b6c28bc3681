using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InstallGuard.Testing;

/// <summary>The signed attributes of package signatures, each encoded as real signers encode it.</summary>
internal static class SignedAttributes
{
    private static readonly Asn1Tag DirectoryName = new(TagClass.ContextSpecific, 4, isConstructed: true);

    /// <summary>What the signer stands for: having made the package, or having received it.</summary>
    public static AsnEncodedData CommitmentType(string oid) => Encoded(Oids.CommitmentType, writer =>
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
        }
    });

    /// <summary>Binds the signature to one certificate (RFC 5035), by hash, issuer and serial number.</summary>
    public static AsnEncodedData SigningCertificate(X509Certificate2 certificate) => Encoded(Oids.SigningCertificateV2, writer =>
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            // SHA-256 is the default and DER would leave it out; real signatures state it.
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.Sha256);
            }

            writer.WriteOctetString(certificate.GetCertHash(HashAlgorithmName.SHA256));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(DirectoryName))
                {
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                }

                writer.WriteInteger(new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true));
            }
        }
    });

    /// <summary>The service index of the repository that signed.</summary>
    public static AsnEncodedData ServiceIndex(string url) =>
        Encoded(Oids.ServiceIndex, writer => writer.WriteCharacterString(UniversalTagNumber.IA5String, url));

    /// <summary>The owners of the package at the time of signing.</summary>
    public static AsnEncodedData PackageOwners(IEnumerable<string> owners) => Encoded(Oids.PackageOwners, writer =>
    {
        using (writer.PushSequence())
        {
            foreach (var owner in owners)
            {
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, owner);
            }
        }
    });

    private static AsnEncodedData Encoded(string oid, Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return new(new Oid(oid), writer.Encode());
    }
}
