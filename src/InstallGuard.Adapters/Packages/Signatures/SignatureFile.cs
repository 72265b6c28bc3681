using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>A decoded <c>.signature.p7s</c>: one CMS with one signer, who may be countersigned once. Nothing is verified yet.</summary>
internal sealed class SignatureFile
{
    /// <summary>The name of the entry in the package.</summary>
    public const string EntryName = ".signature.p7s";

    /// <summary>The largest signature file that is read, in bytes. The largest seen in the wild has 28 kB.</summary>
    public const int LargestFile = 1024 * 1024;

    /// <summary>The most certificates in one signature.</summary>
    public const int MostCertificates = 100;

    private const string Countersignature = "1.2.840.113549.1.9.6";

    private SignatureFile(SignedCms cms, SignerInfo primary, SignerInfo? countersigner, SignedContent content) =>
        (Cms, Primary, Countersigner, Content) = (cms, primary, countersigner, content);

    public SignedCms Cms { get; }

    public SignerInfo Primary { get; }

    /// <summary>The one who countersigned the primary signature, if anybody did.</summary>
    public SignerInfo? Countersigner { get; }

    public SignedContent Content { get; }

    /// <exception cref="SignatureProblem">The bytes are something else.</exception>
    public static SignatureFile Read(byte[] bytes)
    {
        if (bytes.Length > LargestFile)
        {
            throw Bad($"a signature of at most {LargestFile} bytes", $"{bytes.Length}");
        }

        var cms = Decode(bytes);
        if (cms.ContentInfo.ContentType.Value != NuGetOids.Data || cms.Detached)
        {
            throw Bad("signed data with its content", "another content type");
        }

        if (cms.Certificates.Count > MostCertificates || cms.SignerInfos.Count != 1)
        {
            throw Bad("one signer", $"{cms.SignerInfos.Count}, with {cms.Certificates.Count} certificates");
        }

        var primary = cms.SignerInfos[0];
        var countersigners = Countersigners(primary);
        return countersigners.Count <= 1
            ? new(cms, primary, countersigners.FirstOrDefault(), SignedContent.Read(cms.ContentInfo.Content))
            : throw Bad("at most one countersignature", $"{countersigners.Count}");
    }

    private static SignedCms Decode(byte[] bytes)
    {
        try
        {
            var reader = new AsnReader(bytes, AsnEncodingRules.BER);
            reader.ReadEncodedValue();
            reader.ThrowIfNotEmpty();
            var cms = new SignedCms();
            cms.Decode(bytes);
            return cms;
        }
        catch (Exception malformed) when (malformed is CryptographicException or AsnContentException)
        {
            throw Bad("a CMS", "bytes that are none");
        }
    }

    // Counted in the attributes as well: a damaged countersignature must not look like none.
    private static List<SignerInfo> Countersigners(SignerInfo primary)
    {
        var attributes = 0;
        foreach (var attribute in primary.UnsignedAttributes)
        {
            attributes += attribute.Oid?.Value == Countersignature ? attribute.Values.Count : 0;
        }

        var signers = primary.CounterSignerInfos.Cast<SignerInfo>().ToList();
        return signers.Count == attributes ? signers : throw Bad("countersignatures that can be read", "damaged ones");
    }

    private static SignatureProblem Bad(string expected, string found) => new(SignatureCheck.Format, expected, found);
}
