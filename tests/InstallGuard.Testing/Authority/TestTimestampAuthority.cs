using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace InstallGuard.Testing;

/// <summary>A timestamping service (RFC 3161) that states whatever time it is told to.</summary>
public sealed class TestTimestampAuthority
{
    private long serial;

    internal TestTimestampAuthority(TestCertificate certificate) => Certificate = certificate;

    /// <summary>What the tokens are signed with.</summary>
    public TestCertificate Certificate { get; }

    /// <summary>A token saying that <paramref name="data"/> existed at <paramref name="at"/> (whole seconds).</summary>
    public byte[] Stamp(ReadOnlySpan<byte> data, DateTimeOffset at)
    {
        var statement = new ContentInfo(new Oid(Oids.TimestampInfo), Statement(SHA256.HashData(data), at));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, Certificate.Certificate)
        {
            DigestAlgorithm = new Oid(Oids.Sha256),
            IncludeOption = X509IncludeOption.None,
        };
        signer.Certificates.AddRange(Certificate.ChainCollection());
        _ = signer.SignedAttributes.Add(new Pkcs9SigningTime(at.UtcDateTime));
        _ = signer.SignedAttributes.Add(SignedAttributes.SigningCertificate(Certificate.Certificate));

        var token = new SignedCms(statement);
        token.ComputeSignature(signer);
        return token.Encode();
    }

    private byte[] Statement(byte[] digest, DateTimeOffset at)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier(Oids.TimestampPolicy);
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Oids.Sha256);
                    writer.WriteNull();
                }

                writer.WriteOctetString(digest);
            }

            writer.WriteInteger(Interlocked.Increment(ref serial));
            writer.WriteGeneralizedTime(at.ToUniversalTime(), omitFractionalSeconds: true);
        }

        return writer.Encode();
    }
}
