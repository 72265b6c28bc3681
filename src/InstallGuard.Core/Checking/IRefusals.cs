using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>What was shown to a person and not let through: the memory that <c>accept</c> and <c>explain</c> speak from.</summary>
public interface IRefusals
{
    /// <summary>Remembers refusals as one step; of each package and version the latest is kept.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    void Remember(IReadOnlyCollection<Refusal> refusals);

    /// <summary>The refusals of a package, latest first.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    IReadOnlyList<Refusal> Of(PackageId id);

    /// <summary>Forgets the refusal of a version: it was accepted.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    void Forget(Package package);
}
