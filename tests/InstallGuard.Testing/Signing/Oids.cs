namespace InstallGuard.Testing;

/// <summary>The object identifiers of package signatures.</summary>
internal static class Oids
{
    public const string CodeSigning = "1.3.6.1.5.5.7.3.3";
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string Countersignature = "1.2.840.113549.1.9.6";
    public const string TimestampInfo = "1.2.840.113549.1.9.16.1.4";
    public const string TimestampToken = "1.2.840.113549.1.9.16.2.14";
    public const string CommitmentType = "1.2.840.113549.1.9.16.2.16";
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    public const string ProofOfOrigin = "1.2.840.113549.1.9.16.6.1";
    public const string ProofOfReceipt = "1.2.840.113549.1.9.16.6.2";
    public const string ServiceIndex = "1.3.6.1.4.1.311.84.2.1.1.1";
    public const string PackageOwners = "1.3.6.1.4.1.311.84.2.1.1.2";
    public const string TimestampPolicy = "1.3.6.1.4.1.55738.1.1";
}
