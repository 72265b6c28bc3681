using System.Globalization;
using InstallGuard.Adapters.Storage.Sqlite;

namespace InstallGuard.Adapters.Storage;

/// <summary>Which tables the ledger has. A version that was published is never changed; the next one is added.</summary>
internal static class LedgerSchema
{
    // The statements that lead from version n to version n + 1, the last of which says so.
    private static readonly string[][] Steps =
    [
        [
            "v1-evidence.sql",
            "v1-evidence-by-package.sql",
            "v1-sightings.sql",
            "v1-refusals.sql",
            "v1-repository-certificates.sql",
            "v1-repository-homes.sql",
            "v1-done.sql",
        ],
        [
            "v2-sightings-publisher.sql",
            "v2-refusals-against.sql",
            "v2-refusals-audited.sql",
            "v2-done.sql",
        ],
        [
            "v3-installations.sql",
            "v3-done.sql",
        ],
        [
            // Until then feeds could teach what a built-in repository signs with, and over any connection.
            "v4-repository-homes.sql",
            "v4-repository-certificates.sql",
            "v4-done.sql",
        ],
        [
            // Until then certificates added up, whatever a feed announced and for how short a time.
            "v5-no-repository-certificates.sql",
            "v5-repository-certificates.sql",
            "v5-done.sql",
        ],
    ];

    /// <summary>Whether the tables are those of this version.</summary>
    /// <exception cref="SqliteFailure">The file is no database, or one of a version that is not known yet.</exception>
    public static bool IsCurrent(SqliteFile file)
    {
        var version = VersionOf(file);
        return version >= 0 && version <= Steps.Length
            ? version == Steps.Length
            : throw SqliteFailure.Damage($"schema version {version} is not known to this version of InstallGuard");
    }

    /// <summary>Brings the tables to this version, as one step. The caller holds the ledger's gate alone.</summary>
    /// <exception cref="SqliteFailure">It could not be done; the tables are as they were.</exception>
    public static void Upgrade(SqliteFile file)
    {
        file.Run("journal-mode.sql");
        file.InTransaction(database =>
        {
            foreach (var statement in Steps.Skip(VersionOf(database)).SelectMany(step => step))
            {
                database.Run(statement);
            }
        });
    }

    private static int VersionOf(SqliteFile file)
    {
        using var rows = file.Query("schema-version.sql");
        return rows.Next() ? int.Parse(rows.Text(0), CultureInfo.InvariantCulture) : 0;
    }
}
