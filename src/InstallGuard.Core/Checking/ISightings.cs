using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Checking;

/// <summary>
/// What this machine has seen. Append-only, and its errors matter: a sighting that cannot be read or kept is a check
/// that could not be made.
/// </summary>
public interface ISightings
{
    /// <summary>Every sighting of a version, oldest first.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    IReadOnlyList<Sighting> Of(Package package);

    /// <summary>Every sighting of any version of a package, oldest first.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    IReadOnlyList<Sighting> Of(PackageId id);

    /// <summary>Adds sightings as one step. One that is already known (package, contents, source) stays as it is.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written; nothing was added.</exception>
    void Add(IReadOnlyCollection<Sighting> sightings);
}
