using InstallGuard.Adapters.Storage.Sqlite;
using InstallGuard.Checking;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Storage;

/// <summary>What feeds announced over connections that prove who speaks, in the ledger. What is known already is not written again.</summary>
public sealed class RepositoryMemoryInLedger(LedgerDatabase ledger) : IRepositoryMemory
{
    /// <inheritdoc/>
    public KnownRepositories Recall() => ledger.Read(file => KnownRepositories.BuiltIn.With(Announcements(file)));

    /// <inheritdoc/>
    public void Remember(RepositoryAnnouncement announcement)
    {
        if (!announcement.IsProven || KnownRepositories.BuiltIn.At(announcement.ServiceIndex) is not null)
        {
            return;
        }

        var known = ledger.Read(Certificates).Where(row => RepositoryName.Same(row.ServiceIndex, announcement.ServiceIndex)).Select(row => row.Certificate).ToHashSet();
        var news = announcement.Certificates.Distinct().Where(certificate => !known.Contains(certificate)).ToList();
        var excess = announcement.Excess
            ?? (known.Count + news.Count > RepositoryAnnouncement.MostCertificates ? $"it has announced more than {RepositoryAnnouncement.MostCertificates} certificates in the course of time" : null);
        if (excess is not null)
        {
            throw new LedgerException($"{announcement.ServiceIndex}: {excess}; nothing of it is remembered", new InvalidDataException(excess));
        }

        if (news.Count > 0)
        {
            ledger.Write(file => news.ForEach(certificate =>
                file.Run("learn-certificate.sql", announcement.ServiceIndex, certificate.Hex, ledger.Now())));
        }
    }

    // Whether everything on the feed was signed is not remembered: it holds for the moment it was announced.
    private static IEnumerable<RepositoryAnnouncement> Announcements(SqliteFile file) =>
        Certificates(file)
            .GroupBy(row => row.ServiceIndex, row => row.Certificate, StringComparer.Ordinal)
            .Select(feed => new RepositoryAnnouncement(feed.Key, AllSigned: false, [.. feed], IsProven: true));

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
}
