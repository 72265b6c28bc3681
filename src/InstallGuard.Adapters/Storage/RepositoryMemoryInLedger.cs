using System.Collections.Immutable;
using InstallGuard.Adapters.Storage.Sqlite;
using InstallGuard.Checking;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Storage;

/// <summary>What feeds announced, in the ledger. What is known already is not written again.</summary>
public sealed class RepositoryMemoryInLedger(LedgerDatabase ledger) : IRepositoryMemory
{
    /// <inheritdoc/>
    public KnownRepositories Recall() => ledger.Read(file =>
        KnownRepositories.BuiltIn.With(Announcements(file), Homes(file)));

    /// <inheritdoc/>
    public void Remember(RepositoryAnnouncement announcement)
    {
        var known = ledger.Read(Certificates);
        var news = announcement.Certificates
            .Where(certificate => !known.Contains((announcement.ServiceIndex, certificate)))
            .ToList();
        if (news.Count > 0)
        {
            ledger.Write(file => news.ForEach(certificate =>
                file.Run("learn-certificate.sql", announcement.ServiceIndex, certificate.Hex, ledger.Now())));
        }
    }

    /// <inheritdoc/>
    public void RememberHome(string repositoryName, string serviceIndex)
    {
        if (ledger.Read(Homes).GetValueOrDefault(repositoryName) != serviceIndex)
        {
            ledger.Write(file => file.Run("learn-home.sql", repositoryName, serviceIndex, ledger.Now()));
        }
    }

    // Whether everything on the feed was signed is not remembered: it holds for the moment it was announced.
    private static IEnumerable<RepositoryAnnouncement> Announcements(SqliteFile file) =>
        Certificates(file)
            .GroupBy(row => row.ServiceIndex, row => row.Certificate, StringComparer.Ordinal)
            .Select(feed => new RepositoryAnnouncement(feed.Key, AllSigned: false, [.. feed]));

    private static List<(string ServiceIndex, Sha256Digest Certificate)> Certificates(SqliteFile file)
    {
        var certificates = new List<(string, Sha256Digest)>();
        using var rows = file.Query("certificates.sql");
        while (rows.Next())
        {
            certificates.Add(Sha256Digest.TryParse(rows.Text(1), out var certificate)
                ? (rows.Text(0), certificate)
                : throw SqliteFailure.Damage($"a certificate of {rows.Text(0)} is not well-formed"));
        }

        return certificates;
    }

    private static Dictionary<string, string> Homes(SqliteFile file)
    {
        var homes = new Dictionary<string, string>(StringComparer.Ordinal);
        using var rows = file.Query("homes.sql");
        while (rows.Next())
        {
            homes[rows.Text(0)] = rows.Text(1);
        }

        return homes;
    }
}
