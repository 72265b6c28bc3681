using InstallGuard.Evidence;

namespace InstallGuard.Checking;

/// <summary>What feeds announced about the certificates that they sign with.</summary>
public interface IRepositoryMemory
{
    /// <summary>The built-in repositories and all that was announced so far.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    KnownRepositories Recall();

    /// <summary>
    /// Remembers an announcement; certificates add up, because old packages keep their old signatures. One that proves
    /// nothing is not remembered, nor is one that speaks for a built-in repository.
    /// </summary>
    /// <exception cref="LedgerException">The ledger cannot be written, or holds as much of the feed as any feed needs.</exception>
    void Remember(RepositoryAnnouncement announcement);
}
