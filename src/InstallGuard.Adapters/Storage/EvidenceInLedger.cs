using InstallGuard.Checking;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Storage;

/// <summary>The evidence cache in the ledger.</summary>
public sealed class EvidenceInLedger(LedgerDatabase ledger) : IEvidenceCache
{
    private volatile bool _isOff;

    /// <inheritdoc/>
    public VerifiedEvidence? Find(PackageHash package, Sha256Digest trust) => OrMiss(() => ledger.Read(file =>
    {
        using var rows = file.Query("find-evidence.sql", package.Base64, trust.Hex);
        return rows.Next() ? Verified(package.Base64, rows.Bytes(0)) : null;
    }));

    /// <inheritdoc/>
    public VerifiedEvidence? FindLatest(Package package, Sha256Digest trust) => OrMiss(() => ledger.Read(file =>
    {
        using var rows = file.Query(
            "find-evidence-of-package.sql", StorageKey.Of(package.Id), StorageKey.Of(package.Version), trust.Hex);
        while (rows.Next())
        {
            if (Verified(rows.Text(0), rows.Bytes(1)) is { } evidence && evidence.Found.Contents.Declared == package)
            {
                return evidence;
            }
        }

        return null;
    }));

    /// <inheritdoc/>
    public void Keep(IReadOnlyCollection<VerifiedEvidence> evidence, Sha256Digest trust)
    {
        var rows = evidence
            .Select(one => one.Found)
            .Where(found => found.IsLasting && EvidenceJson.ReadsBackAsWritten(found))
            .Select(found => Row(found, trust))
            .ToList();
        if (rows.Count > 0)
        {
            _ = OrMiss(() =>
            {
                ledger.Write(file => rows.ForEach(row => file.Run("keep-evidence.sql", row)));
                return null;
            });
        }
    }

    private static string[] Row(PackageEvidence found, Sha256Digest trust)
    {
        var (hash, _, declared) = found.Contents;
        return
        [
            hash.Base64, trust.Hex, StorageKey.Of(declared.Id), StorageKey.Of(declared.Version),
            declared.Id.Text, declared.Version.Text, EvidenceJson.Write(found),
        ];
    }

    private static VerifiedEvidence? Verified(string hash, ReadOnlySpan<byte> json) =>
        EvidenceJson.Read(json) is { IsLasting: true } found && found.Contents.Hash.Base64 == hash ? new(found) : null;

    // A ledger that failed once is not asked again: each question might wait as long as the first.
    private VerifiedEvidence? OrMiss(Func<VerifiedEvidence?> ask)
    {
        if (_isOff)
        {
            return null;
        }

        try
        {
            return ask();
        }
        catch (LedgerException)
        {
            _isOff = true;
            return null;
        }
    }
}
