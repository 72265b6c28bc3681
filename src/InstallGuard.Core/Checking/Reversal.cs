using InstallGuard.Decisions;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Checking;

/// <summary>Takes an acceptance back.</summary>
/// <param name="lockFile">The lock.</param>
/// <param name="history">The lock that was reviewed before.</param>
/// <param name="clock">The present.</param>
public sealed class Reversal(ILockFile lockFile, ILockHistory history, TimeProvider clock)
{
    /// <summary>
    /// Takes the pin out again, and puts back the one that was reviewed in its place, if there was one. Where the pin itself
    /// has been reviewed, another takes its place that goes back to the publisher before it: to take out what was reviewed
    /// would be to weaken the lock.
    /// </summary>
    /// <param name="id">The package.</param>
    /// <param name="since">Where the pin begins; null for the one that was accepted last.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="reason">Why; null where nobody said.</param>
    /// <exception cref="LockFormatException">The lock file is there and is not a lock.</exception>
    /// <exception cref="IOException">The lock file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be read or written.</exception>
    public ReversalResult Revert(PackageId id, PackageVersion? since, string by, string? reason)
    {
        for (var attempt = 0; attempt < RestoreCheck.MostAttempts; attempt++)
        {
            var read = lockFile.Read();
            var pins = read.Document.PinsOf(id);
            var pin = pins
                .Where(one => one.Origin is PinOrigin.Accepted && (since is null || one.Since == since))
                .MaxBy(one => (((PinOrigin.Accepted)one.Origin).On, one.Since));
            if (pin is null)
            {
                return new ReversalResult.NothingAccepted();
            }

            // To go on would bring the publisher back who was taken out.
            if (pin.Origin is PinOrigin.Accepted { Change: PinOrigin.Reverted })
            {
                return new ReversalResult.AlreadyReverted(pin);
            }

            if (Reviewed(id, pin.Since) is { } reviewed && !reviewed.Origin.Equals(pin.Origin))
            {
                if (lockFile.TryReplace(read, read.Document.With(id, reviewed)))
                {
                    return new ReversalResult.TakenOut(pin, reviewed);
                }

                continue;
            }

            var before = PinSelection.For(pin.Since, [.. pins.Where(one => one.Since != pin.Since)]);
            if (before is null && !MayBeTheFirst(((PinOrigin.Accepted)pin.Origin).Change))
            {
                return new ReversalResult.NobodyBefore(pin);
            }

            if (Reviewed(id, pin.Since) is null)
            {
                if (lockFile.TryReplace(read, read.Document.Without(id, pin)))
                {
                    return new ReversalResult.TakenOut(pin, before);
                }
            }
            else if (before is null)
            {
                return new ReversalResult.NobodyBefore(pin);
            }
            else if (reason is null)
            {
                return new ReversalResult.NeedsReason(pin);
            }
            else
            {
                var back = before with { Since = pin.Since, Origin = new PinOrigin.Accepted(PinOrigin.Reverted, by, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), reason) };
                if (lockFile.TryReplace(read, read.Document.With(id, back)))
                {
                    return new ReversalResult.PutBack(pin, back);
                }
            }
        }

        throw new IOException($"{lockFile.Path} kept changing while it was being written");
    }

    // Accepted for a package that had no pin.
    private static bool MayBeTheFirst(string change) =>
        change == RuleCatalog.FirstUse.Slug || change == RuleCatalog.RepositoryCertificateAnnounced.Slug;

    private Pin? Reviewed(PackageId id, PackageVersion since) =>
        history.Base is LockBase.Known known ? known.PinsOf(id).FirstOrDefault(one => one.Since == since) : null;
}
