using InstallGuard.Ledger;

namespace InstallGuard.Checking;

/// <summary>The only thing InstallGuard trusts. Losing it loses the memory of every first use.</summary>
public interface ILockFile
{
    /// <summary>Where it is, for messages.</summary>
    string Path { get; }

    /// <summary>Reads the lock. A file that does not exist is a lock that knows nobody, and says so.</summary>
    /// <exception cref="LockFormatException">The file is there and is not a lock.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    LockSnapshot Read();

    /// <summary>
    /// Replaces the file as one step, but only while it still holds the bytes that <paramref name="read"/> was read
    /// from. False means that another restore got there first: read again and decide again.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; it is as it was.</exception>
    bool TryReplace(LockSnapshot read, LockDocument next);
}
