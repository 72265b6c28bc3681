using InstallGuard.Evidence;

namespace InstallGuard.Checking;

/// <summary>What feeds announced about the certificates that they sign with.</summary>
public interface IRepositoryMemory
{
    /// <summary>
    /// The built-in repositories, and those that feeds made known: by the certificates that a feed announced when it was first
    /// met, as far as it announced them the last time.
    /// </summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    KnownRepositories Recall();

    /// <summary>
    /// Remembers an announcement. The first one of a feed is learned. A later one adds nothing to it: what a feed no longer
    /// announces does not count until it does so again, and what it began to announce is for a person to accept. One that
    /// proves nothing is not remembered, nor is one that speaks for a built-in repository.
    /// </summary>
    /// <exception cref="LedgerException">The ledger cannot be written, or the announcement is out of all proportion.</exception>
    void Remember(RepositoryAnnouncement announcement);
}
