using InstallGuard.Decisions;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Policies;

namespace InstallGuard.Checking;

/// <summary>Accepts a change that was shown: exactly that one, decided again against the lock as it is now.</summary>
/// <param name="packages">Decides.</param>
/// <param name="lockFile">The lock.</param>
/// <param name="refusals">What was shown.</param>
/// <param name="clock">The present.</param>
public sealed class Acceptance(PackageCheck packages, ILockFile lockFile, IRefusals refusals, TimeProvider clock)
{
    /// <summary>Writes the identity that was shown into the lock.</summary>
    /// <param name="id">The package.</param>
    /// <param name="version">The version, or null for the only one that was shown.</param>
    /// <param name="packageHash">The beginning of the package hash, or null where only one was shown.</param>
    /// <param name="by">Who accepts it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="LockFormatException">The lock file is there and is not a lock.</exception>
    /// <exception cref="LedgerException">The ledger cannot be read or written.</exception>
    /// <exception cref="IOException">The lock file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be read or written.</exception>
    public AcceptanceResult Accept(PackageId id, PackageVersion? version, string? packageHash, string by, string reason)
    {
        var shown = refusals.Of(id)
            .Where(refusal => version is null || refusal.Package.Version == version)
            .Where(refusal => packageHash is null || refusal.Evidence.Contents.Hash.Base64.StartsWith(packageHash, StringComparison.Ordinal))
            .ToList();
        if (shown.Count == 0)
        {
            return new AcceptanceResult.NothingShown();
        }

        if (shown.Count > 1)
        {
            return new AcceptanceResult.SeveralShown([.. shown]);
        }

        for (var attempt = 0; attempt < RestoreCheck.MostAttempts; attempt++)
        {
            var read = lockFile.Read();
            var one = packages.Decide(shown[0], read.Document.PinsOf(id));
            switch (one.Verdict.Kind)
            {
                case VerdictKind.Match or VerdictKind.Notice:
                    return new AcceptanceResult.NotNeeded(one);
                case VerdictKind.Undetermined or VerdictKind.Reject:
                    return new AcceptanceResult.NotAcceptable(one);
                case VerdictKind.FirstUse or VerdictKind.Review:
                    break;
            }

            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var pin = PinUpdate.Accepting(one.Package, (Look.Seen)one.Look, one.Verdict, by, today, reason);
            if (lockFile.TryReplace(read, read.Document.With(one.Package.Id, pin)))
            {
                refusals.Forget(one.Package);
                return new AcceptanceResult.Written(one, pin);
            }
        }

        throw new IOException($"{lockFile.Path} kept changing while it was being written");
    }
}
