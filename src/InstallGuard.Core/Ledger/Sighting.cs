using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Ledger;

/// <summary>That this machine saw a version of a package with certain contents from a certain source.</summary>
/// <param name="Package">Id and version.</param>
/// <param name="Contents">SHA-256 over the package as it was before any signature.</param>
/// <param name="Identity">Who published it, in words; for people.</param>
/// <param name="Source">Where it came from: the feed's address without credentials, or a folder.</param>
/// <param name="FirstSeen">When it was first seen, UTC.</param>
public sealed record Sighting(Package Package, Sha256Digest Contents, string Identity, string Source, DateTimeOffset FirstSeen)
{
    /// <summary>Who published it, to compare with; null where an older InstallGuard saw it.</summary>
    public PublisherIdentity? Publisher { get; init; }
}
