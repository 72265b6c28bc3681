using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>
/// A certificate that a person accepted for a repository that was known without it: what it signed counts for the package
/// whose pin names it, and for no other.
/// </summary>
internal static class AcceptedCertificate
{
    /// <summary>How the lock names it.</summary>
    public static string Text(CertificateDescription certificate) => $"sha256:{certificate.Fingerprint.Hex}";

    /// <summary>The evidence with a repository signature that counts because a pin of the package names its certificate.</summary>
    public static PackageEvidence Admit(PackageEvidence found, IEnumerable<Pin> pins) =>
        found.Repository is Finding<RepositorySignature>.Invalid { Unproven: { } signature } && pins.Any(pin => Names(pin, signature)) ? Excuse(found) : found;

    /// <summary>The evidence as if a pin named the certificate.</summary>
    public static PackageEvidence Excuse(PackageEvidence found) =>
        found.Repository is Finding<RepositorySignature>.Invalid { Unproven: { } signature } bad
            ? found with { Repository = new Finding<RepositorySignature>.Present(signature with { Excused = bad.Check }) }
            : found;

    /// <summary>The evidence as it is without any lock: what may be remembered beside it.</summary>
    public static PackageEvidence Withdraw(PackageEvidence found) =>
        found.Repository.Verified is { Excused: { } check } signature
            ? found with { Repository = new Finding<RepositorySignature>.Invalid(check) { Unproven = signature with { Excused = null } } }
            : found;

    private static bool Names(Pin pin, RepositorySignature signature) =>
        pin.Origin is PinOrigin.Accepted { RepositoryCertificate: { } certificate }
        && certificate == Text(signature.Certificate)
        && pin.Identity.Repository is { } repository && repository.HasNameOf(signature.Identity);
}
