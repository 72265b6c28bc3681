using SQLitePCL;

namespace InstallGuard.Adapters.Storage.Sqlite;

/// <summary>
/// An open database file, for one thread at a time. It speaks to SQLite without ADO.NET: compiling that library's code
/// costs a process some 25 ms at its start, and this runs in every restore.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private const int OpenFlags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;

    private readonly sqlite3 _database;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    private SqliteFile(sqlite3 database) => _database = database;

    /// <summary>Opens a file, or makes an empty one. What the file holds shows at the first statement.</summary>
    /// <exception cref="SqliteFailure">It cannot be opened.</exception>
    public static SqliteFile Open(string path, TimeSpan patience)
    {
        SqliteLibrary.Prepare();
        var code = raw.sqlite3_open_v2(path, out var database, OpenFlags, null);
        if (code != raw.SQLITE_OK)
        {
            database?.Dispose();
            throw SqliteFailure.WhileRunning(code, raw.sqlite3_errstr(code).utf8_to_string());
        }

        _ = raw.sqlite3_extended_result_codes(database, 1);
        _ = raw.sqlite3_busy_timeout(database, checked((int)patience.TotalMilliseconds));
        return new(database);
    }

    /// <summary>Begins the statement of a .sql file. Each is compiled once.</summary>
    /// <exception cref="SqliteFailure">The database has other tables than the statement means.</exception>
    public SqliteStatement Query(string name, params ReadOnlySpan<string> values)
    {
        if (!_statements.TryGetValue(name, out var statement))
        {
#pragma warning disable CA2000 // The statement owns it.
            var code = raw.sqlite3_prepare_v2(_database, SqlText.Of(name).AsSpan(), out var prepared);
#pragma warning restore CA2000
            if (code != raw.SQLITE_OK)
            {
                throw SqliteFailure.WhilePreparing(code, raw.sqlite3_errmsg(_database).utf8_to_string());
            }

            statement = new(_database, prepared);
            _statements.Add(name, statement);
        }

        statement.Bind(values);
        return statement;
    }

    /// <summary>Runs a statement for its effect.</summary>
    /// <exception cref="SqliteFailure">It could not be run.</exception>
    public void Run(string name, params ReadOnlySpan<string> values)
    {
        using var rows = Query(name, values);
        while (rows.Next())
        {
        }
    }

    /// <summary>All of it or nothing. The write lock is taken first, so that nobody writes between a look and a change.</summary>
    /// <exception cref="SqliteFailure">It failed and left nothing.</exception>
    public void InTransaction(Action<SqliteFile> change)
    {
        Run("begin.sql");
        try
        {
            change(this);
            Run("commit.sql");
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Release();
        }

        _database.Dispose();
    }

    private void Rollback()
    {
        try
        {
            Run("rollback.sql");
        }
        catch (SqliteFailure)
        {
            // SQLite rolls back by itself after the worst failures, and then says that there is nothing to roll back.
        }
    }
}
