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

        ledger.Write(file =>
        {
            foreach (var ((id, version), source, evidence, announced, at) in refusals)
            {
                file.Run(
                    "remember-refusal.sql", lockPath, StorageKey.Of(id), StorageKey.Of(version), evidence.Contents.Hash.Base64,
                    id.Text, version.Text, source, EvidenceJson.Write(evidence), AnnouncementText.Of(announced), StorageTime.Text(at));
            }
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<Refusal> Of(PackageId id) => ledger.Read(file =>
    {
        var refusals = new List<Refusal>();
        using var rows = file.Query("refusals-of-id.sql", lockPath, StorageKey.Of(id));
        while (rows.Next())
        {
            if (Row(rows) is { } refusal)
            {
                refusals.Add(refusal);
            }
        }

        return refusals;
    });

    /// <inheritdoc/>
    public void Forget(Package package) => ledger.Write(file =>
        file.Run("forget-refusal.sql", lockPath, StorageKey.Of(package.Id), StorageKey.Of(package.Version)));

    private static Refusal? Row(SqliteStatement row) =>
        PackageId.TryParse(row.Text(0), out var id)
        && PackageVersion.TryParse(row.Text(1), out var version)
        && EvidenceJson.Read(row.Bytes(3)) is { } evidence
        && AnnouncementText.TryParse(row.Text(4), out var announced)
        && StorageTime.TryParse(row.Text(5), out var at)
            ? new(new(id, version), row.Text(2), evidence, announced, at)
            : null;
}
