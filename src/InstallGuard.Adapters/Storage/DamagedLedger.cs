using System.Globalization;

namespace InstallGuard.Adapters.Storage;

/// <summary>Puts a database that cannot be read where a person may look at it later.</summary>
internal static class DamagedLedger
{
    /// <summary>Renames the file and its companions, and says what the file is called now.</summary>
    public static string MoveAside(string path, DateTimeOffset now)
    {
        var aside = FreeName(string.Create(CultureInfo.InvariantCulture, $"{path}.damaged-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));

        // The database goes first: SQLite itself discards a log that it finds beside no database.
        foreach (var companion in (ReadOnlySpan<string>)["", "-wal", "-shm"])
        {
            if (File.Exists(path + companion))
            {
                File.Move(path + companion, aside + companion);
            }
        }

        return aside;
    }

    private static string FreeName(string name)
    {
        var free = name;
        for (var i = 2; File.Exists(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
        }

        return free;
    }
}
