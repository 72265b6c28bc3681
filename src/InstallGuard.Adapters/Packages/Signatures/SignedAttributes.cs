using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>Reads the signed attributes of a signer, each of which must be there exactly once and hold exactly one value.</summary>
internal static class SignedAttributes
{
    /// <summary>The most owners that are read.</summary>
    public const int MostOwners = 1000;

    /// <summary>Whether the signer is an author or a repository.</summary>
    /// <exception cref="SignatureProblem">It says neither, or both.</exception>
    public static SignerRole Role(SignerInfo signer)
    {
        var roles = new List<SignerRole>();
        var reader = Open(signer, NuGetOids.CommitmentType, "commitment type").ReadSequence();
        while (reader.HasData)
        {
            // CommitmentTypeIndication ::= SEQUENCE { commitmentTypeId OID, … }; the attribute holds one of it.
            switch (reader.ReadObjectIdentifier())
            {
                case NuGetOids.ProofOfOrigin:
                    roles.Add(SignerRole.Author);
                    break;
                case NuGetOids.ProofOfReceipt:
                    roles.Add(SignerRole.Repository);
                    break;
                default:
                    break;
            }

            if (reader.HasData)
            {
                reader.ReadEncodedValue();
            }
        }

        return roles is [var role] ? role : throw Bad("one commitment type, of an author or a repository", "another");
    }

    /// <summary>The owners; none when the attribute is missing.</summary>
    /// <exception cref="SignatureProblem">The attribute is damaged.</exception>
    public static OwnerSet Owners(SignerInfo signer)
    {
        if (!Has(signer, NuGetOids.PackageOwners))
        {
            return OwnerSet.None;
        }

        var reader = Open(signer, NuGetOids.PackageOwners, "package owners").ReadSequence();
        var owners = new List<string>();
        while (reader.HasData)
        {
            var owner = reader.ReadCharacterString(UniversalTagNumber.UTF8String);
            if (string.IsNullOrWhiteSpace(owner) || owner.Contains('\0', StringComparison.Ordinal) || owners.Count >= MostOwners)
            {
                throw Bad($"at most {MostOwners} owners with a name each", "something else");
            }

            owners.Add(owner);
        }

        return new(owners);
    }

    /// <summary>The repository's service index, an absolute https address.</summary>
    /// <exception cref="SignatureProblem">It is missing or something else.</exception>
    public static string ServiceIndex(SignerInfo signer)
    {
        var text = Open(signer, NuGetOids.ServiceIndex, "service index").ReadCharacterString(UniversalTagNumber.IA5String);
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)
            ? text
            : throw Bad("a service index with an https address", text);
    }

    /// <summary>The certificate that the signer says it signed with, among those in the signature.</summary>
    /// <exception cref="SignatureProblem">It names none of them.</exception>
    public static X509Certificate2 SigningCertificate(SignerInfo signer, X509Certificate2Collection certificates)
    {
        // SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2, … }
        // ESSCertIDv2 ::= SEQUENCE { hashAlgorithm DEFAULT sha256, certHash OCTET STRING, issuerSerial OPTIONAL }
        var first = Open(signer, NuGetOids.SigningCertificateV2, "signing certificate").ReadSequence().ReadSequence().ReadSequence();
        var algorithm = HashAlgorithmName.SHA256;
        if (first.PeekTag() == Asn1Tag.Sequence)
        {
            var oid = first.ReadSequence().ReadObjectIdentifier();
            algorithm = oid switch
            {
                NuGetOids.Sha256 => HashAlgorithmName.SHA256,
                NuGetOids.Sha384 => HashAlgorithmName.SHA384,
                NuGetOids.Sha512 => HashAlgorithmName.SHA512,
                _ => throw Bad("a SHA-2 hash of the signing certificate", oid),
            };
        }

        var hash = first.ReadOctetString();
        return certificates.FirstOrDefault(c => CryptographicOperations.HashData(algorithm, c.RawDataMemory.Span).AsSpan().SequenceEqual(hash))
            ?? throw new SignatureProblem(
                SignatureCheck.Certificate, $"the certificate with hash {Convert.ToHexStringLower(hash)}", "other certificates");
    }

    private static bool Has(SignerInfo signer, string oid)
    {
        foreach (var attribute in signer.SignedAttributes)
        {
            if (attribute.Oid?.Value == oid)
            {
                return true;
            }
        }

        return false;
    }

    private static AsnReader Open(SignerInfo signer, string oid, string name)
    {
        var found = new List<byte[]>();
        foreach (var attribute in signer.SignedAttributes)
        {
            if (attribute.Oid?.Value == oid)
            {
                found.AddRange(attribute.Values.Cast<AsnEncodedData>().Select(value => value.RawData));
            }
        }

        return found is [var only]
            ? new(only, AsnEncodingRules.DER)
            : throw Bad($"one {name}", $"{found.Count}");
    }

    private static SignatureProblem Bad(string expected, string found) => new(SignatureCheck.SignedAttributes, expected, found);
}
