using InstallGuard.Identity;

namespace InstallGuard.Evidence;

/// <summary>
/// What one exact set of package bytes proves or claims about its publisher: a vector with a finding for each kind,
/// never a rank.
/// </summary>
/// <param name="Contents">Which bytes.</param>
/// <param name="Provenance">The build that made it.</param>
/// <param name="Author">The author signature.</param>
/// <param name="Repository">The repository signature.</param>
/// <param name="Claims">What the nuspec says.</param>
public sealed record PackageEvidence(
    PackageContents Contents,
    Finding<BuildProvenance> Provenance,
    Finding<AuthorSignature> Author,
    Finding<RepositorySignature> Repository,
    Finding<NuspecClaims> Claims)
{
    /// <summary>The identity that this evidence amounts to: every kind that is there and verifies.</summary>
    public PublisherIdentity Identity =>
        new(Provenance.Verified?.Identity, Author.Verified?.Identity, Repository.Verified?.Identity);

    /// <summary>The earliest moment (UTC) that a trusted timestamp in the package states; null where none does.</summary>
    public DateTimeOffset? SignedAt =>
        new[] { Author.Verified?.Time, Repository.Verified?.Time }.OfType<SignatureTime.Trusted>().Select(time => (DateTimeOffset?)time.At).Min();

    /// <summary>
    /// Whether another look at the same bytes must find the same: nothing failed, nothing was out of reach, and no
    /// finding depends on the day it was made or on the lock it was compared with.
    /// </summary>
    public bool IsLasting =>
        Provenance.State is FindingState.Present or FindingState.Absent or FindingState.NotSought
        && Author.State is FindingState.Present or FindingState.Absent
        && Repository.State is FindingState.Present or FindingState.Absent
        && Claims.State is FindingState.Present or FindingState.Absent
        && Author.Verified?.Time is null or SignatureTime.Trusted
        && Repository.Verified?.Time is null or SignatureTime.Trusted
        && Repository.Verified?.Excused is null;
}
