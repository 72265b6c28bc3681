using System.Text;
using SQLitePCL;

namespace InstallGuard.Adapters.Storage.Sqlite;

/// <summary>A prepared statement in use: its rows, one after the other. Disposing it makes it ready for the next use.</summary>
internal sealed class SqliteStatement(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    /// <summary>Goes to the next row, or runs a statement that has none.</summary>
    public bool Next() => raw.sqlite3_step(statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var code => throw SqliteFailure.WhileRunning(code, raw.sqlite3_errmsg(database).utf8_to_string()),
    };

    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public void Dispose()
    {
        // What a failed step returned is returned here again; it was thrown then.
        _ = raw.sqlite3_reset(statement);
    }

    public void Bind(ReadOnlySpan<string> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            // An empty span is a null pointer, and that is NULL.
            var code = values[i].Length == 0
                ? raw.sqlite3_bind_text(statement, i + 1, "")
                : raw.sqlite3_bind_text(statement, i + 1, Encoding.UTF8.GetBytes(values[i]).AsSpan());
            if (code != raw.SQLITE_OK)
            {
                throw SqliteFailure.WhileRunning(code, raw.sqlite3_errmsg(database).utf8_to_string());
            }
        }
    }

    public void Release() => statement.Dispose();
}
