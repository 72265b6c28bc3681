using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>Disposable memory. Every failure is a miss, nothing is reported, and only verified evidence goes in.</summary>
public interface IEvidenceCache
{
    /// <summary>What an earlier look at exactly these bytes found, under the same trust; null when there was none.</summary>
    /// <param name="package">The package file.</param>
    /// <param name="trust">What the look trusted: roots, known repositories and the version of the reader, as one digest.</param>
    VerifiedEvidence? Find(PackageHash package, Sha256Digest trust);

    /// <summary>What was found last in any file that declared this id and version; null when there was none.</summary>
    /// <param name="package">Id and version.</param>
    /// <param name="trust">What the look trusted, as for <see cref="Find"/>.</param>
    VerifiedEvidence? FindLatest(Package package, Sha256Digest trust);

    /// <summary>Keeps evidence that lasts (<see cref="PackageEvidence.IsLasting"/>); leaves out the rest.</summary>
    void Keep(IReadOnlyCollection<VerifiedEvidence> evidence, Sha256Digest trust);
}
