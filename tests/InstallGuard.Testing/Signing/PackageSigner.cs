using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace InstallGuard.Testing;

/// <summary>One act of signing: who, as what, when, and who witnesses the time.</summary>
/// <param name="Certificate">The signer.</param>
/// <param name="At">The signing time that is claimed and, if there is a witness, attested.</param>
/// <param name="Attributes">The signed attributes beyond signing time and signing certificate.</param>
/// <param name="Timestamps">The witness, or null for a signature without a timestamp.</param>
internal sealed record PackageSigner(
    TestCertificate Certificate,
    DateTimeOffset At,
    IReadOnlyList<AsnEncodedData> Attributes,
    TestTimestampAuthority? Timestamps)
{
    /// <summary>A complete CMS over <paramref name="content"/>.</summary>
    public byte[] Sign(byte[] content)
    {
        var signer = new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, Certificate.Certificate)
        {
            DigestAlgorithm = new Oid(Oids.Sha256),
            IncludeOption = X509IncludeOption.None,
        };
        signer.Certificates.AddRange(Certificate.ChainCollection());
        _ = signer.SignedAttributes.Add(new Pkcs9SigningTime(At.UtcDateTime));
        _ = signer.SignedAttributes.Add(SignedAttributes.SigningCertificate(Certificate.Certificate));
        foreach (var attribute in Attributes)
        {
            _ = signer.SignedAttributes.Add(attribute);
        }

        var cms = new SignedCms(new ContentInfo(content));
        cms.ComputeSignature(signer);
        var message = SignedMessage.Parse(cms.Encode());
        if (Timestamps is not null)
        {
            var token = Timestamps.Stamp(SignedMessage.Value(message.Signer), At);
            SignedMessage.Attach(message.Signer, Oids.TimestampToken, DerNode.Parse(token));
        }

        return message.Encode();
    }

    /// <summary>The given CMS with this signer's signature over its signature value added to it.</summary>
    /// <remarks>A countersignature is a signer like any other, about other octets: it is made as one and moved over.</remarks>
    public byte[] Countersign(byte[] primary)
    {
        var message = SignedMessage.Parse(primary);
        var ours = SignedMessage.Parse(Sign(SignedMessage.Value(message.Signer).ToArray()));

        SignedMessage.Attach(message.Signer, Oids.Countersignature, ours.Signer);
        message.Embed(ours.Certificates);
        return message.Encode();
    }
}
