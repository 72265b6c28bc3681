using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>What was shown to a person of one repository and not let through: the memory that <c>accept</c> and <c>explain</c> speak from.</summary>
public interface IRefusals
{
    /// <summary>Remembers refusals as one step; of the same bytes the latest is kept.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    void Remember(IReadOnlyCollection<Refusal> refusals);

    /// <summary>The refusals of a package, latest first.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    IReadOnlyList<Refusal> Of(PackageId id);

    /// <summary>The refusals of all packages of this repository, by id, latest first.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    IReadOnlyList<Refusal> All();

    /// <summary>Marks what was refused from a moment on as listed by an audit, in place of what the one before it listed.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    void MarkAudit(DateTimeOffset since);

    /// <summary>What the last audit of this repository listed and nobody has accepted since, by id and version.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    IReadOnlyList<Refusal> OfAudit();

    /// <summary>Forgets the refusals of a version: one of them was accepted, and others will be shown again.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    void Forget(Package package);
}
