using InstallGuard.Checking;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Storage;

/// <summary>Which installations are bound to their packages, in the ledger.</summary>
public sealed class InstallationsInLedger(LedgerDatabase ledger) : IInstallations
{
    private volatile bool _isOff;

    /// <inheritdoc/>
    public BoundInstallation? Find(Installation installation) => OrMiss(() => ledger.Read(file =>
    {
        using var rows = file.Query("find-installation.sql", installation.Folder, installation.State);
        return rows.Next() && PackageHash.TryParse(rows.Text(0), out var hash)
            ? new BoundInstallation(installation, hash, rows.Text(1) is { Length: > 0 } source ? source : null)
            : null;
    }));

    /// <inheritdoc/>
    public void Keep(IReadOnlyCollection<BoundInstallation> bound)
    {
        if (bound.Count == 0)
        {
            return;
        }

        _ = OrMiss(() =>
        {
            ledger.Write(file =>
            {
                foreach (var ((folder, state), package, source) in bound)
                {
                    file.Run("keep-installation.sql", folder, state, package.Base64, source ?? "");
                }
            });
            return null;
        });
    }

    // A ledger that failed once is not asked again: each question might wait as long as the first.
    private BoundInstallation? OrMiss(Func<BoundInstallation?> ask)
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
