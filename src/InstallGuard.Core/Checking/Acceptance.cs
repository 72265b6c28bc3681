using System.Collections.Immutable;
using InstallGuard.Decisions;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Policies;

namespace InstallGuard.Checking;

/// <summary>
/// Accepts changes that were shown: exactly those, against exactly the pins that they were shown against, all of them or
/// none.
/// </summary>
/// <param name="packages">Decides.</param>
/// <param name="lockFile">The lock.</param>
/// <param name="refusals">What was shown.</param>
/// <param name="sightings">What this machine has seen.</param>
/// <param name="clock">The present.</param>
public sealed class Acceptance(PackageCheck packages, ILockFile lockFile, IRefusals refusals, ISightings sightings, TimeProvider clock)
{
    /// <summary>The one thing of a package that was shown and can be meant.</summary>
    /// <param name="id">The package.</param>
    /// <param name="version">The version, or null for the only one that was shown.</param>
    /// <param name="packageHash">The beginning of the package hash, or null where only one was shown.</param>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public ShownChange Shown(PackageId id, PackageVersion? version, string? packageHash)
    {
        var shown = refusals.Of(id)
            .Where(refusal => version is null || refusal.Package.Version == version)
            .Where(refusal => packageHash is null || refusal.Evidence.Contents.Hash.Base64.StartsWith(packageHash, StringComparison.Ordinal))
            .ToImmutableArray();
        return shown switch
        {
            [] => new ShownChange.None(id),
            [var one] => new ShownChange.One(one),
            _ => new ShownChange.Several(shown),
        };
    }

    /// <summary>What was shown in this repository and waits for a person's decision still, by id and version: it is blocked, and can be accepted.</summary>
    /// <exception cref="LockFormatException">The lock file is there and is not a lock.</exception>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    /// <exception cref="IOException">The lock file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be read.</exception>
    public ImmutableArray<Package> Waiting()
    {
        var document = lockFile.Read().Document;
        return
        [
            .. refusals.All()
                .Where(refusal => packages.Decide(refusal, document.PinsOf(refusal.Package.Id)).Verdict.Kind is VerdictKind.FirstUse or VerdictKind.Review)
                .Select(refusal => refusal.Package)
                .Distinct()
                .OrderBy(package => package.Id)
                .ThenBy(package => package.Version),
        ];
    }

    /// <summary>What the last collecting run of this repository blocked and the lock still does not let through.</summary>
    /// <exception cref="LockFormatException">The lock file is there and is not a lock.</exception>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    /// <exception cref="IOException">The lock file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be read.</exception>
    public CollectedChanges Collected()
    {
        var document = lockFile.Read().Document;
        var decided = refusals.OfAudit().Select(refusal => (Refusal: refusal, Package: packages.Decide(refusal, document.PinsOf(refusal.Package.Id)))).ToList();
        return new(
            [.. decided.Where(one => one.Package.Verdict.Kind is VerdictKind.FirstUse or VerdictKind.Review)],
            [.. decided.Where(one => one.Package.Verdict.Kind is VerdictKind.Undetermined or VerdictKind.Reject).Select(one => one.Package)]);
    }

    /// <summary>Writes the identities that were shown into the lock, as one step and for one reason.</summary>
    /// <param name="shown">What was shown.</param>
    /// <param name="by">Who accepts it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="LockFormatException">The lock file is there and is not a lock.</exception>
    /// <exception cref="LedgerException">The ledger cannot be read or written.</exception>
    /// <exception cref="IOException">The lock file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be read or written.</exception>
    public AcceptanceResult Accept(IReadOnlyCollection<Refusal> shown, string by, string reason)
    {
        for (var attempt = 0; attempt < RestoreCheck.MostAttempts; attempt++)
        {
            var read = lockFile.Read();
            var (accepted, needless, bad, stale) = Decide(shown, read.Document, by, reason);
            if (!bad.IsEmpty)
            {
                return new AcceptanceResult.NotAcceptable(bad);
            }

            if (!stale.IsEmpty)
            {
                return new AcceptanceResult.ShownOtherwise(stale);
            }

            if (accepted.IsEmpty)
            {
                return new AcceptanceResult.NotNeeded(needless);
            }

            var next = accepted.Aggregate(read.Document, (document, one) => packages
                .InForce(one.Package.Package.Id, document.PinsOf(one.Package.Package.Id))
                .Append(one.Pin)
                .Aggregate(document, (pinned, pin) => pinned.With(one.Package.Package.Id, pin)));
            if (lockFile.TryReplace(read, next))
            {
                // The lock does not hold what a version contains: whoever accepted other contents has seen them.
                sightings.Add([.. accepted
                    .Where(one => one.Package.Verdict.Changes.Any(change => change.Rule == RuleCatalog.PackedAgain))
                    .Select(one => one.Package.AsSighting(clock.GetUtcNow()))
                    .OfType<Sighting>()]);
                foreach (var one in accepted)
                {
                    refusals.Forget(one.Package.Package);
                }

                return new AcceptanceResult.Written(accepted);
            }
        }

        throw new IOException($"{lockFile.Path} kept changing while it was being written");
    }

    private (ImmutableArray<AcceptedChange> Accepted, ImmutableArray<CheckedPackage> Needless, ImmutableArray<CheckedPackage> Bad, ImmutableArray<Refusal> Stale) Decide(
        IEnumerable<Refusal> shown, LockDocument document, string by, string reason)
    {
        var accepted = ImmutableArray.CreateBuilder<AcceptedChange>();
        var (needless, bad, stale) = (ImmutableArray.CreateBuilder<CheckedPackage>(), ImmutableArray.CreateBuilder<CheckedPackage>(), ImmutableArray.CreateBuilder<Refusal>());
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var refusal in shown)
        {
            var one = packages.Decide(refusal, document.PinsOf(refusal.Package.Id));
            switch (one.Verdict.Kind)
            {
                case VerdictKind.Match or VerdictKind.Notice:
                    needless.Add(one);
                    break;
                case VerdictKind.Undetermined or VerdictKind.Reject:
                    bad.Add(one);
                    break;
                case VerdictKind.FirstUse or VerdictKind.Review when Refusal.Words(one.Verdict.Pin) != refusal.Against:
                    stale.Add(refusal);
                    break;
                case VerdictKind.FirstUse or VerdictKind.Review:
                    accepted.Add(new(one, PinUpdate.Accepting(one.Package, (Look.Seen)one.Look, one.Verdict, by, today, reason)));
                    break;
            }
        }

        return (accepted.ToImmutable(), needless.ToImmutable(), bad.ToImmutable(), stale.ToImmutable());
    }
}
