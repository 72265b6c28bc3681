using InstallGuard.Evidence;

namespace InstallGuard.Checking;

/// <summary>What feeds announced about the certificates that they sign with, and where built-in repositories were seen to live.</summary>
public interface IRepositoryMemory
{
    /// <summary>The built-in repositories and all that was announced so far.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    KnownRepositories Recall();

    /// <summary>Remembers an announcement; certificates add up, because old packages keep their old signatures.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    void Remember(RepositoryAnnouncement announcement);

    /// <summary>Remembers the service index that verified signatures of a built-in repository state.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    void RememberHome(string repositoryName, string serviceIndex);
}
