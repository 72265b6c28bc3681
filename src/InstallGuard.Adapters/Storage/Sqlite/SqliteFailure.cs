using System.Globalization;

namespace InstallGuard.Adapters.Storage.Sqlite;

/// <summary>
/// What SQLite answered instead of doing it. Damage means that the file's contents are not what they must be; all else
/// (locked, full, not to be written) says nothing about the contents.
/// </summary>
internal sealed class SqliteFailure : Exception
{
    private const int Error = 1;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private SqliteFailure(string message, bool isDamage)
        : base(message) => IsDamage = isDamage;

    public bool IsDamage { get; }

    /// <summary>Our statements are constant: one that does not compile met tables that are not ours.</summary>
    public static SqliteFailure WhilePreparing(int code, string message) =>
        new(Words(code, message), Primary(code) == Error || MeansDamage(code));

    public static SqliteFailure WhileRunning(int code, string message) => new(Words(code, message), MeansDamage(code));

    public static SqliteFailure Damage(string message) => new(message, isDamage: true);

    private static string Words(int code, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"{message} (SQLite result {code})");

    private static bool MeansDamage(int code) => Primary(code) is Corrupt or NotADatabase;

    // An extended result code carries the primary one in its low byte.
    private static int Primary(int code) => code & 0xFF;
}
