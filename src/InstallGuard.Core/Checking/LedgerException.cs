namespace InstallGuard.Checking;

/// <summary>The ledger could not do what it must: it is locked, full or may not be written. Says which file and why.</summary>
public sealed class LedgerException : Exception
{
    /// <summary>Says what failed.</summary>
    public LedgerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
