namespace InstallGuard.Evidence;

/// <summary>Why a signature does not verify: which check, what it wanted and what is there.</summary>
/// <param name="Check">The check that failed first.</param>
/// <param name="Expected">What would have passed, in words or as a value.</param>
/// <param name="Found">What is there instead. May hold text from the package.</param>
public sealed record FailedCheck(SignatureCheck Check, string Expected, string Found)
{
    /// <summary>The check's name, as it is written in reports: a slug that never changes.</summary>
    public string Slug => Check switch
    {
        SignatureCheck.Format => "format",
        SignatureCheck.PackageHash => "package-hash",
        SignatureCheck.SignedAttributes => "signed-attributes",
        SignatureCheck.Certificate => "certificate",
        SignatureCheck.SignatureValue => "signature-value",
        SignatureCheck.Timestamp => "timestamp",
        SignatureCheck.Chain => "chain",
        SignatureCheck.PrimarySignature => "primary-signature",
        SignatureCheck.KnownRepository => "known-repository",
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Slug}: expected {Expected}, found {Found}";
}
