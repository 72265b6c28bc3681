using InstallGuard.Adapters.Storage.Sqlite;
using InstallGuard.Checking;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Storage;

/// <summary>
/// The refusals of one lock in the ledger: what was refused elsewhere was refused against other pins. One that cannot be
/// read is left out: the next restore refuses again.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="lockPath">The lock's full path.</param>
public sealed class RefusalsInLedger(LedgerDatabase ledger, string lockPath) : IRefusals
{
    /// <inheritdoc/>
    public void Remember(IReadOnlyCollection<Refusal> refusals)
    {
        if (refusals.Count == 0)
        {
            return;
        }

        ledger.Write(file => Remember(file, refusals));
    }

    /// <inheritdoc/>
    public void MarkAudit(DateTimeOffset since) => ledger.Write(file => file.Run("mark-audit.sql", lockPath, StorageTime.Text(since)));

    /// <inheritdoc/>
    public IReadOnlyList<Refusal> Of(PackageId id) => ledger.Read(file => Rows(file.Query("refusals-of-id.sql", lockPath, StorageKey.Of(id))));

    /// <inheritdoc/>
    public IReadOnlyList<Refusal> All() => ledger.Read(file => Rows(file.Query("refusals-of-lock.sql", lockPath)));

    /// <inheritdoc/>
    public IReadOnlyList<Refusal> OfAudit() => ledger.Read(file => Rows(file.Query("refusals-of-audit.sql", lockPath)));

    /// <inheritdoc/>
    public void Forget(Package package) => ledger.Write(file =>
        file.Run("forget-refusal.sql", lockPath, StorageKey.Of(package.Id), StorageKey.Of(package.Version)));

    private void Remember(SqliteFile file, IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            var ((id, version), source, evidence, announced, at) = refusal;
            file.Run(
                "remember-refusal.sql", lockPath, StorageKey.Of(id), StorageKey.Of(version), evidence.Contents.Hash.Base64,
                id.Text, version.Text, source, EvidenceJson.Write(evidence), AnnouncementText.Of(announced), StorageTime.Text(at), refusal.Against);
        }
    }

    private static List<Refusal> Rows(SqliteStatement rows)
    {
        using var all = rows;
        var refusals = new List<Refusal>();
        while (rows.Next())
        {
            if (Row(rows) is { } refusal)
            {
                refusals.Add(refusal);
            }
        }

        return refusals;
    }

    private static Refusal? Row(SqliteStatement row) =>
        PackageId.TryParse(row.Text(0), out var id)
        && PackageVersion.TryParse(row.Text(1), out var version)
        && EvidenceJson.Read(row.Bytes(3)) is { } evidence
        && AnnouncementText.TryParse(row.Text(4), out var announced)
        && StorageTime.TryParse(row.Text(5), out var at)
            ? new(new(id, version), row.Text(2), evidence, announced, at) { Against = row.Text(6), IsAudited = row.Text(7).Length > 0 }
            : null;
}
