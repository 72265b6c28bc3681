using InstallGuard.Adapters.Storage.Sqlite;

namespace InstallGuard.Adapters.Storage;

/// <summary>A ledger in a folder of its own, opened as often as a test likes; warnings are kept.</summary>
internal sealed class LedgerOnDisk : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly List<LedgerDatabase> _opened = [];
    private readonly Lock _turn = new();

    public string Path => _folder["data/ledger.db"];

    public List<string> Warnings { get; } = [];

    public IEnumerable<string> Damaged =>
        Directory.EnumerateFiles(_folder["data"], "*.damaged-*").Select(System.IO.Path.GetFileName).Order()!;

    /// <summary>One more process, as far as the file can tell.</summary>
    public LedgerDatabase Open(TimeSpan? patience = null)
    {
        // Waits are measured in real time here: others in the same test really do hold the gate.
        var database = new LedgerDatabase(Path, new GateClock(), Warn, patience ?? LedgerDatabase.BusyTimeout);
        lock (_turn)
        {
            _opened.Add(database);
        }

        return database;
    }

    public SightingsInLedger Sightings() => new SightingsInLedger(Open());

    /// <summary>Does something to the file while nobody has it open.</summary>
    public void Damage(Action<string> damage)
    {
        CloseAll();
        damage(Path);
    }

    /// <summary>Runs statements that are not ours on the file.</summary>
    public void Tamper(string sql) => Damage(path =>
    {
        SqliteLibrary.Prepare();
        Assert.AreEqual(SQLitePCL.raw.SQLITE_OK, SQLitePCL.raw.sqlite3_open(path, out var database));
        using (database)
        {
            Assert.AreEqual(SQLitePCL.raw.SQLITE_OK, SQLitePCL.raw.sqlite3_exec(database, sql));
        }
    });

    public void CloseAll() => _opened.ForEach(database => database.Dispose());

    public void Dispose()
    {
        CloseAll();
        _folder.Dispose();
    }

    private void Warn(string warning)
    {
        lock (_turn)
        {
            Warnings.Add(warning);
        }
    }

    private sealed class GateClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Samples.Day;
    }
}
