using InstallGuard.Ledger;

namespace InstallGuard.Checking;

/// <summary>Earlier states of the lock.</summary>
public interface ILockHistory
{
    /// <summary>The lock where this line of work left what everybody agreed on. Looked up once; safe from any thread.</summary>
    LockBase Base { get; }

    /// <summary>
    /// What the lock said there before, the latest first, as far as that is known. Looked up once, where something depends
    /// on it; safe from any thread.
    /// </summary>
    IReadOnlyList<LockDocument> Earlier { get; }
}
