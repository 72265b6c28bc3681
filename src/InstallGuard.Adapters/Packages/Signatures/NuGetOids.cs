namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>Object identifiers of NuGet's signed-package format and of the standards under it.</summary>
internal static class NuGetOids
{
    /// <summary>RFC 5652, section 11.1.</summary>
    public const string Data = "1.2.840.113549.1.7.1";

    /// <summary>RFC 5126, section 5.11.1.</summary>
    public const string CommitmentType = "1.2.840.113549.1.9.16.2.16";

    /// <summary>Proof of origin: an author signature.</summary>
    public const string ProofOfOrigin = "1.2.840.113549.1.9.16.6.1";

    /// <summary>Proof of receipt: a repository signature.</summary>
    public const string ProofOfReceipt = "1.2.840.113549.1.9.16.6.2";

    /// <summary>RFC 5035, section 3.</summary>
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    /// <summary>The repository's service index, an IA5String.</summary>
    public const string ServiceIndex = "1.3.6.1.4.1.311.84.2.1.1.1";

    /// <summary>The package owners, a sequence of UTF8Strings.</summary>
    public const string PackageOwners = "1.3.6.1.4.1.311.84.2.1.1.2";

    /// <summary>RFC 3161, appendix A.</summary>
    public const string TimestampToken = "1.2.840.113549.1.9.16.2.14";

    public const string CodeSigning = "1.3.6.1.5.5.7.3.3";
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    /// <summary>A certificate with this usage must not be used after it ends, timestamp or not; NuGet refuses it.</summary>
    public const string LifetimeSigning = "1.3.6.1.4.1.311.10.3.13";

    /// <summary>Subscriber identities of Microsoft's signing service stand below this arc.</summary>
    public const string SubscriberArc = "1.3.6.1.4.1.311.97.";

    /// <summary>Usages below this arc say what kind of service it was, not who signed.</summary>
    public const string SubscriberServiceArc = "1.3.6.1.4.1.311.97.1.";

    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string Sha384 = "2.16.840.1.101.3.4.2.2";
    public const string Sha512 = "2.16.840.1.101.3.4.2.3";

    public const string Sha256WithRsa = "1.2.840.113549.1.1.11";
    public const string Sha384WithRsa = "1.2.840.113549.1.1.12";
    public const string Sha512WithRsa = "1.2.840.113549.1.1.13";
    public const string Sha256WithEcdsa = "1.2.840.10045.4.3.2";
    public const string Sha384WithEcdsa = "1.2.840.10045.4.3.3";
    public const string Sha512WithEcdsa = "1.2.840.10045.4.3.4";
}
