using InstallGuard.Adapters.Storage.Sqlite;
using InstallGuard.Checking;

namespace InstallGuard.Adapters.Storage;

/// <summary>
/// The ledger's file: one connection, opened when it is first needed, for any number of threads. A file that is damaged
/// is moved aside with a warning and begun anew, and the work goes on; one that is locked, full or may not be written
/// is left alone, and the work fails. Where there is none and none may be made, this process remembers in its own memory, as
/// a new machine would, and says so once.
/// </summary>
// Rebuilding while others have the file open is the delicate part:
//
//   - Whoever opens is inside the gate together with others; whoever makes, upgrades or moves the file is inside alone.
//     So nobody opens the old file and then reads the new one's write-ahead log.
//   - Whoever finds damage tries once more after entering alone: another may have rebuilt the file already.
//   - Every rebuild raises the gate's count. A writer compares it after its commit: if it rose, the rows went into the
//     file that was moved aside, and are written again.
public sealed class LedgerDatabase : IDisposable
{
    /// <summary>How long to wait for another process that is writing.</summary>
    public static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(10);

    private readonly Lock _turn = new();
    private readonly TimeProvider _clock;
    private readonly Action<string> _warn;
    private readonly TimeSpan _patience;
    private readonly FileGate _gate;
    private SqliteFile? _open;
    private long _rebuilds;
    private bool _isInMemory;
    private bool _isDisposed;

    /// <summary>Names the file; nothing is touched until something is read or written.</summary>
    /// <param name="path">The database file. Its folder is made when it is not there, for this user alone.</param>
    /// <param name="clock">Dates what is moved aside and what is learned.</param>
    /// <param name="warn">Is told, in one line, when a damaged ledger was moved aside or none can be made. It must not use the ledger.</param>
    public LedgerDatabase(string path, TimeProvider clock, Action<string> warn)
        : this(path, clock, warn, BusyTimeout)
    {
    }

    internal LedgerDatabase(string path, TimeProvider clock, Action<string> warn, TimeSpan patience)
    {
        Path = System.IO.Path.GetFullPath(path);
        (_clock, _warn, _patience) = (clock, warn, patience);
        _gate = new(Path + ".gate", clock);
    }

    /// <summary>Where it is, for messages.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_turn)
        {
            _isDisposed = true;
            Close();
        }
    }

    internal string Now() => StorageTime.Text(_clock.GetUtcNow());

    /// <exception cref="LedgerException">It could not be read.</exception>
    internal T Read<T>(Func<SqliteFile, T> read) => InTurn(() => WithRepair(read));

    /// <summary>Runs a change as one step. It may run more than once, so it must come to the same when repeated.</summary>
    /// <exception cref="LedgerException">It could not be written; nothing was.</exception>
    internal void Write(Action<SqliteFile> change) => InTurn(() =>
    {
        do
        {
            WithRepair(file =>
            {
                file.InTransaction(change);
                return true;
            });
        }
        while (WasRebuiltMeanwhile());
        return true;
    });

    private T InTurn<T>(Func<T> work)
    {
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            try
            {
                return work();
            }
            catch (Exception failure) when (failure is SqliteFailure or IOException or UnauthorizedAccessException)
            {
                Close();
                throw new LedgerException($"the ledger {Path} cannot be used: {failure.Message}; INSTALLGUARD_LEDGER can name another place", failure);
            }
        }
    }

    private T WithRepair<T>(Func<SqliteFile, T> work)
    {
        try
        {
            return work(_open ??= OpenOrRemember());
        }
        catch (SqliteFailure damage) when (damage.IsDamage)
        {
            Close();
        }

        using var alone = _gate.Enter();
        try
        {
            return work(_open = Open(alone));
        }
        catch (SqliteFailure damage) when (damage.IsDamage)
        {
            Close();
            var aside = DamagedLedger.MoveAside(Path, _clock.GetUtcNow());
            alone.Raise();
            _warn($"the ledger {Path} is damaged: {damage.Message}; it was moved to {aside} and begun anew, and what this machine had seen before is forgotten");
        }

        return work(_open = Open(alone));
    }

    private SqliteFile OpenOrRemember()
    {
        if (_isInMemory)
        {
            return InMemory();
        }

        try
        {
            return OpenTogether() ?? OpenAlone();
        }
        catch (Exception unwritable) when (Unwritable.IsWhy(unwritable) && Unwritable.HasNo(Path))
        {
            _isInMemory = true;
            _warn($"there is no ledger {Path} and none can be made: {unwritable.Message}; the work goes on as on a machine that has seen nothing yet; to have one, set INSTALLGUARD_LEDGER to a file that can be written");
            return InMemory();
        }
    }

    private static SqliteFile InMemory()
    {
        var file = SqliteFile.Open(":memory:", TimeSpan.Zero);
        LedgerSchema.Upgrade(file);
        return file;
    }

    // Null: the tables are not there yet, or old.
    private SqliteFile? OpenTogether()
    {
        MakeFolder();
        using var together = _gate.EnterShared();
        var file = SqliteFile.Open(Path, _patience);
        try
        {
            if (LedgerSchema.IsCurrent(file))
            {
                file.Run("synchronous.sql");
                _rebuilds = together.Count;
                (var current, file) = (file, null);
                return current;
            }

            return null;
        }
        finally
        {
            file?.Dispose();
        }
    }

    private SqliteFile OpenAlone()
    {
        using var alone = _gate.Enter();
        return Open(alone);
    }

    private SqliteFile Open(FileGate.Hold alone)
    {
        var file = SqliteFile.Open(Path, _patience);
        try
        {
            if (!LedgerSchema.IsCurrent(file))
            {
                LedgerSchema.Upgrade(file);
            }

            file.Run("synchronous.sql");
            _rebuilds = alone.Count;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private bool WasRebuiltMeanwhile()
    {
        if (_isInMemory)
        {
            return false;
        }

        using var together = _gate.EnterShared();
        if (together.Count == _rebuilds)
        {
            return false;
        }

        Close();
        return true;
    }

    private void MakeFolder()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Close()
    {
        _open?.Dispose();
        _open = null;
    }
}
