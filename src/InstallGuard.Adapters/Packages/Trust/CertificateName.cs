using System.Formats.Asn1;

namespace InstallGuard.Adapters.Packages.Trust;

/// <summary>Reads a certificate's subject without parsing the rest (RFC 5280, section 4.1).</summary>
internal static class CertificateName
{
    /// <exception cref="InvalidDataException">The bytes are no certificate.</exception>
    public static byte[] Subject(byte[] certificate)
    {
        try
        {
            var body = new AsnReader(certificate, AsnEncodingRules.DER).ReadSequence().ReadSequence();
            if (body.PeekTag() == new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true))
            {
                body.ReadEncodedValue();
            }

            body.ReadInteger();       // serial number
            body.ReadEncodedValue();  // signature algorithm
            body.ReadEncodedValue();  // issuer
            body.ReadEncodedValue();  // validity
            return body.ReadEncodedValue().ToArray();
        }
        catch (AsnContentException malformed)
        {
            throw new InvalidDataException("a trusted root is no certificate", malformed);
        }
    }
}
