using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Policies;

namespace InstallGuard.Checking;

/// <summary>Checks everything that a restore resolved, and remembers it when all of it passes.</summary>
/// <param name="packages">Checks single packages.</param>
/// <param name="installations">Which installations are bound to their packages.</param>
/// <param name="lockFile">The lock.</param>
/// <param name="cache">Evidence for the next time.</param>
/// <param name="sightings">What this machine has seen.</param>
/// <param name="refusals">What a person will be asked about.</param>
/// <param name="policy">What is tolerated.</param>
/// <param name="trust">What evidence is remembered under.</param>
/// <param name="clock">The present.</param>
// 1. look at every package                       (what is not remembered in parallel; independent of the lock),
//    and bind what is installed to it            (InstalledPackageCheck)
// 2. read the lock, decide package by package    (from the lowest version up; what is learned on the way counts, but for a
//                                                 package that had no pin: then every version is a first use)
// 3. nothing blocked: write the lock, once; if another restore was faster, read again and decide again
// 4. then the sightings
//
// A check in which anything is blocked writes neither lock nor sightings.
public sealed class RestoreCheck(
    PackageCheck packages,
    IInstallations installations,
    ILockFile lockFile,
    IEvidenceCache cache,
    ISightings sightings,
    IRefusals refusals,
    Policy policy,
    Sha256Digest trust,
    TimeProvider clock)
{
    /// <summary>How often the lock is read again when other restores keep changing it.</summary>
    public const int MostAttempts = 20;

    private readonly InstalledPackageCheck _installed = new(packages, installations);

    /// <summary>Runs the check.</summary>
    /// <param name="files">What the restore resolved.</param>
    /// <param name="cancel">Ends the check.</param>
    /// <param name="records">Whether what passes is recorded: not where the restore has failed for another reason.</param>
    /// <exception cref="LockFormatException">The lock file is there and is not a lock.</exception>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    /// <exception cref="IOException">The lock file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be read or written.</exception>
    public CheckResult Run(IReadOnlyCollection<IPackageFile> files, CancellationToken cancel, bool records = true)
    {
        var looks = LookAt(files, cancel);
        cache.Keep([.. looks.Where(l => !l.Remembered).Select(l => l.Look).OfType<Look.Seen>().Select(seen => seen.Evidence)], trust);
        _installed.Keep(looks);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var read = lockFile.Read();
            var (result, next) = Decide(looks, read.Document);
            if (result.Blocked.Any())
            {
                Remember(result.Blocked);
                return result with { Recorded = [] };
            }

            if (!records)
            {
                return result with { Recorded = [] };
            }

            var writes = !policy.Locked && result.Recorded.Count > 0;
            if (!writes || lockFile.TryReplace(read, next))
            {
                sightings.Add([.. result.Packages.Select(one => one.AsSighting(clock.GetUtcNow())).OfType<Sighting>()]);
                return result with { Against = writes ? LockSnapshot.Written(next) : read };
            }
        }

        throw new IOException($"{lockFile.Path} kept changing while it was being written");
    }

    private List<InstalledPackageCheck.Looked> LookAt(IReadOnlyCollection<IPackageFile> files, CancellationToken cancel)
    {
        var looks = new List<InstalledPackageCheck.Looked>(files.Count);
        var unknown = new List<IPackageFile>();
        foreach (var file in files)
        {
            cancel.ThrowIfCancellationRequested();
            if (_installed.Recall(file) is { } known)
            {
                looks.Add(known);
            }
            else
            {
                unknown.Add(file);
            }
        }

        // Threads cost more than they save where everything is remembered but InstallGuard's own package, as in most restores.
        looks.AddRange(unknown.Count > 1 ? LookNow(unknown, cancel) : unknown.ConvertAll(file => _installed.Look(file, cancel)));
        return [.. looks.OrderBy(l => l.File.Package.Id).ThenBy(l => l.File.Package.Version).ThenBy(l => l.Source, StringComparer.Ordinal)];
    }

    private List<InstalledPackageCheck.Looked> LookNow(List<IPackageFile> files, CancellationToken cancel) =>
        [.. files
            .AsParallel().WithCancellation(cancel).WithDegreeOfParallelism(Math.Min(files.Count, 8))
            .Select(file => _installed.Look(file, cancel))];

    private (CheckResult Result, LockDocument Next) Decide(List<InstalledPackageCheck.Looked> looks, LockDocument document)
    {
        var checkedPackages = new List<CheckedPackage>(looks.Count);
        var recorded = new List<Recorded>();
        var alongside = new List<Sighting>();
        var firstUses = new List<Pin>();
        var isNew = false;
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var looked in looks)
        {
            var package = looked.File.Package;
            if (checkedPackages.Count == 0 || checkedPackages[^1].Package.Id != package.Id)
            {
                alongside.Clear();
                firstUses.Clear();
                isNew = packages.InForce(package.Id, document.PinsOf(package.Id)).Count == 0;
            }

            var one = packages.Decide(package, looked.Source, looked.Look, isNew ? [] : document.PinsOf(package.Id), alongside, firstUses);
            checkedPackages.Add(one);
            alongside.AddRange(one.AsSighting(now) is { } sighting ? [sighting] : []);
            if (one.Passes && document.PinsOf(one.Package.Id).IsEmpty)
            {
                foreach (var reviewed in packages.InForce(one.Package.Id, []))
                {
                    document = document.With(one.Package.Id, reviewed);
                    recorded.Add(new(one.Package.Id, reviewed));
                }
            }

            if (one is { Passes: true, Look: Look.Seen seen } && PinUpdate.After(one.Package, seen, one.Verdict, today) is { } pin)
            {
                document = document.With(one.Package.Id, pin);
                recorded.Add(new(one.Package.Id, pin));
                if (isNew)
                {
                    firstUses.Add(pin);
                }
            }
        }

        return (new(checkedPackages, policy.Locked ? [] : recorded), document);
    }

    private void Remember(IEnumerable<CheckedPackage> blocked)
    {
        try
        {
            refusals.Remember([.. blocked.Select(one => Refusal.Of(one, clock.GetUtcNow())).OfType<Refusal>()]);
        }
        catch (LedgerException)
        {
            // What is blocked stays blocked and is shown. Without this memory it cannot be accepted, which is said there.
        }
    }
}
