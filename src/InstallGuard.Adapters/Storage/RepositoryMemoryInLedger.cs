using InstallGuard.Adapters.Storage.Sqlite;
using InstallGuard.Checking;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Storage;

/// <summary>What feeds announced over connections that prove who speaks, in the ledger. What is known already is not written again.</summary>
public sealed class RepositoryMemoryInLedger(LedgerDatabase ledger) : IRepositoryMemory
{
    private const string Announced = "1";
    private const string Withdrawn = "0";

    /// <inheritdoc/>
    public KnownRepositories Recall() => ledger.Read(file => KnownRepositories.BuiltIn.With(Announcements(file)));

    /// <inheritdoc/>
    public void Remember(RepositoryAnnouncement announcement)
    {
        if (!announcement.IsProven || KnownRepositories.BuiltIn.At(announcement.ServiceIndex) is not null)
        {
            return;
        }

        if (announcement.Excess is { } excess)
        {
            throw new LedgerException($"{announcement.ServiceIndex}: {excess}; nothing of it is remembered", new InvalidDataException(excess));
        }

        if (Changes(ledger.Read(Certificates), announcement).Count > 0)
        {
            ledger.Write(file => Changes(Certificates(file), announcement).ForEach(row =>
                file.Run("keep-certificate.sql", row.ServiceIndex, row.Certificate.Hex, row.IsAnnounced ? Announced : Withdrawn, ledger.Now())));
        }
    }

    // A feed stays met, also while it announces nothing of what it was met with: somebody who holds it for an hour could
    // otherwise be the first to be met.
    private static List<Row> Changes(IEnumerable<Row> rows, RepositoryAnnouncement announcement)
    {
        var known = rows.Where(row => RepositoryName.Same(row.ServiceIndex, announcement.ServiceIndex)).ToList();
        return known.Count == 0
            ? [.. announcement.Certificates.Distinct().Select(certificate => new Row(announcement.ServiceIndex, certificate, IsAnnounced: true))]
            : [.. known.Where(row => row.IsAnnounced != announcement.Certificates.Contains(row.Certificate)).Select(row => row with { IsAnnounced = !row.IsAnnounced })];
    }

    // Whether everything on the feed was signed is not remembered: it holds for the moment it was announced.
    private static IEnumerable<RepositoryAnnouncement> Announcements(SqliteFile file) =>
        Certificates(file)
            .GroupBy(row => row.ServiceIndex, StringComparer.Ordinal)
            .Select(feed => new RepositoryAnnouncement(feed.Key, AllSigned: false, [.. feed.Where(row => row.IsAnnounced).Select(row => row.Certificate)], IsProven: true));

    private static List<Row> Certificates(SqliteFile file)
    {
        var certificates = new List<Row>();
        using var rows = file.Query("certificates.sql");
        while (rows.Next())
        {
            certificates.Add(Sha256Digest.TryParse(rows.Text(1), out var certificate)
                ? new(rows.Text(0), certificate, IsAnnounced: rows.Text(2) == Announced)
                : throw SqliteFailure.Damage($"a certificate of {rows.Text(0)} is not well-formed"));
        }

        return certificates;
    }

    /// <summary>A certificate that a feed was met with.</summary>
    /// <param name="ServiceIndex">The address of the feed's service index.</param>
    /// <param name="Certificate">Its fingerprint.</param>
    /// <param name="IsAnnounced">Whether the feed's last announcement had it.</param>
    private sealed record Row(string ServiceIndex, Sha256Digest Certificate, bool IsAnnounced);
}
