using InstallGuard.Identity;

namespace InstallGuard.Evidence;

/// <summary>A repository signature (primary, or countersigning the author's) that verifies.</summary>
/// <param name="Identity">The part that is pinned.</param>
/// <param name="ServiceIndex">The address of the repository's service index, from the signed attributes.</param>
/// <param name="Certificate">The certificate it was made with.</param>
/// <param name="Time">When it was made.</param>
public sealed record RepositorySignature(
    RepositoryIdentity Identity, string ServiceIndex, CertificateDescription Certificate, SignatureTime Time)
{
    /// <summary>
    /// The check that it fails and that a person's acceptance in the lock excuses; null where it passes them all. Outside of
    /// that lock it says nothing.
    /// </summary>
    public FailedCheck? Excused { get; init; }
}
