using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Policies;

namespace InstallGuard.Checking;

/// <summary>Checks single packages: a look, then the decision. It writes nothing.</summary>
/// <param name="reader">Package bytes → evidence.</param>
/// <param name="cache">What earlier looks found.</param>
/// <param name="sightings">What this machine has seen.</param>
/// <param name="history">Earlier states of the lock.</param>
/// <param name="policy">What is tolerated.</param>
/// <param name="clock">The present.</param>
/// <param name="feedOf">Which feed a source is; null where it is none.</param>
public sealed class PackageCheck(
    IPackageReader reader, IEvidenceCache cache, ISightings sightings, ILockHistory history, Policy policy, TimeProvider clock, Func<string, FeedIdentity?> feedOf)
{
    /// <summary>Whether the .NET SDK that restores names a package itself, in this version; of none, unless told.</summary>
    public Func<Package, bool> IsNamedBySdk { get; init; } = _ => false;

    /// <summary>Looks at a package, and decides against its pins.</summary>
    /// <param name="package">What was asked for.</param>
    /// <param name="source">Where it came from.</param>
    /// <param name="bytes">The package, seekable.</param>
    /// <param name="announced">What the source says about its signatures, or null.</param>
    /// <param name="pins">The pins of the package.</param>
    /// <param name="cancel">Ends the check.</param>
    public CheckedPackage Check(
        Package package,
        string source,
        Stream bytes,
        RepositoryAnnouncement? announced,
        IReadOnlyCollection<Pin> pins,
        CancellationToken cancel)
    {
        var look = Look(bytes, cancel);
        return Decide(package, source, look is Look.Seen seen ? seen with { Announced = announced } : look, pins);
    }

    /// <summary>What an earlier look found at these bytes.</summary>
    /// <param name="package">The package file.</param>
    /// <returns>What was found; null when it has to be looked at.</returns>
    public Look.Seen? Recall(PackageHash package) => cache.Find(package, reader.Trust) is { } known ? new(known) : null;

    /// <summary>Looks at a package.</summary>
    /// <param name="bytes">The package, seekable.</param>
    /// <param name="cancel">Ends the look.</param>
    public Look Look(Stream bytes, CancellationToken cancel) => reader.Read(bytes, clock.GetUtcNow(), cancel);

    /// <summary>
    /// The pins that a package is held to: those of the lock; and where a new lock has none of it yet, those that were
    /// reviewed in the locks beside it, which it then begins with. Where nothing may be written it must have them already.
    /// </summary>
    /// <param name="id">The package.</param>
    /// <param name="pins">Its pins in the lock.</param>
    public IReadOnlyCollection<Pin> InForce(PackageId id, IReadOnlyCollection<Pin> pins) =>
        pins.Count == 0 && !policy.Locked && history.Base is LockBase.Known { IsOfOthers: true } known ? known.PinsOf(id) : pins;

    /// <summary>Decides about a look, against the pins and against what this machine saw before.</summary>
    /// <param name="package">What was asked for.</param>
    /// <param name="source">Where it came from.</param>
    /// <param name="look">What was found.</param>
    /// <param name="pins">The pins of the package.</param>
    /// <param name="alongside">What was seen in the same run, and is not in the ledger yet.</param>
    /// <param name="firstUses">Of a package without a pin: the pins that versions below it made in the same run.</param>
    public CheckedPackage Decide(
        Package package,
        string source,
        Look look,
        IReadOnlyCollection<Pin> pins,
        IReadOnlyCollection<Sighting>? alongside = null,
        IReadOnlyCollection<Pin>? firstUses = null)
    {
        pins = InForce(package.Id, pins);
        look = look is Look.Seen seen
            ? seen with { From = feedOf(source), IsNamedBySdk = pins.Count == 0 && IsNamedBySdk(package), Evidence = new(AcceptedCertificate.Admit(seen.Evidence.Found, pins)) }
            : look;
        Verdict verdict;
        IReadOnlyList<Sighting> earlier = [];
        try
        {
            earlier = sightings.Of(package.Id);
            verdict = DecideWithMemory(package, source, look, pins, [.. alongside ?? [], .. earlier], firstUses);
        }
        catch (LedgerException unknown)
        {
            verdict = InDoubt(package, look, pins, new(unknown.Message));
        }

        return new(package, source, look, verdict, policy.For(verdict.Kind))
        {
            Locked = policy.Reason,
            WasNoticed = WasNoticed(package, look, verdict, earlier),
            Notes = Notes(package, verdict, look, earlier),
        };
    }

    private static bool WasNoticed(Package package, Look look, Verdict verdict, IReadOnlyList<Sighting> earlier) =>
        verdict.Kind == VerdictKind.Notice && verdict.Changes.Any(change => change.Predates is not null)
        && look is Look.Seen seen && earlier.Any(one => one.Package == package && one.Contents == seen.Evidence.Found.Contents.UnsignedDigest);

    /// <summary>Decides again about what was refused before.</summary>
    public CheckedPackage Decide(Refusal refusal, IReadOnlyCollection<Pin> pins) =>
        Decide(refusal.Package, refusal.Source, new Look.Seen(new VerifiedEvidence(refusal.Evidence), refusal.Announced), pins);

    private IEnumerable<IReadOnlyCollection<Pin>> Earlier(LockBase.Known known, PackageId id) =>
        known.IsOfOthers ? [] : history.Earlier.Select(document => (IReadOnlyCollection<Pin>)document.PinsOf(id));

    // What contradicts itself does so whatever else is known.
    private static Verdict InDoubt(Package package, Look look, IReadOnlyCollection<Pin> pins, Look.Failed doubt)
    {
        var alone = Decisions.Decide.For(package, pins, look, []);
        return alone.Kind == VerdictKind.Reject ? alone : Decisions.Decide.For(package, pins, doubt, []);
    }

    private static Look.Failed CannotBeCompared(LockBase.Unavailable none) => new(none.Because)
    {
        Summary = "cannot be compared with the lock that was reviewed",
        Usually = "a clone without the branch that it will be merged into, or without enough of its history",
        Remedy = $"{none.Next}, then restore again; nothing was recorded",
    };

    // Of the latest version before this one that the publisher who is pinned is remembered by.
    private IReadOnlyList<ClaimNote> Notes(Package package, Verdict verdict, Look look, IEnumerable<Sighting> sighted)
    {
        if (look is not Look.Seen seen || verdict.Pin is not { } pin || !verdict.Changes.Any(change => change.Rule.AsksWho && change.Verdict == VerdictKind.Review))
        {
            return [];
        }

        var earlier = sighted
            .Where(sighting => sighting.Package.Version < package.Version && sighting.Publisher is { } publisher && IdentityStrength.Keeps(pin.Identity, publisher))
            .Select(sighting => sighting.Package.Version)
            .Max();
        return earlier is not null && cache.FindLatest(package with { Version = earlier }, reader.Trust) is { } before
            ? ClaimNote.Between(before.Found.Claims, seen.Evidence.Found.Claims)
            : [];
    }

    private Verdict DecideWithMemory(
        Package package, string source, Look look, IReadOnlyCollection<Pin> pins, IReadOnlyCollection<Sighting> sighted, IReadOnlyCollection<Pin>? firstUses)
    {
        // The same id and version may honestly differ between channels; within one channel they may not.
        var here = sighted.Where(s => s.Package.Id == package.Id && string.Equals(s.Source, source, StringComparison.OrdinalIgnoreCase)).ToList();
        var contents = look is Look.Seen ? here.Where(s => s.Package == package).Select(s => s.Contents).ToList() : [];
        var publishers = here.Where(s => s.Publisher is not null).Select(s => (s.Package.Version, s.Publisher!)).ToList();
        Verdict With(LockMemory memory) => Decisions.Decide.For(package, pins, look, contents, memory, firstUses);
        return history.Base switch
        {
            LockBase.Known known => With(new(known.PinsOf(package.Id), known.Name, publishers) { Earlier = () => Earlier(known, package.Id), PutBack = known.PutBack }),
            LockBase.None or LockBase.Unasked or LockBase.TurnedOff => With(LockMemory.Nothing with { Sighted = publishers }),
            LockBase.Unavailable none => InDoubt(package, look, pins, CannotBeCompared(none)),
            var other => throw new System.Diagnostics.UnreachableException($"no rule for {other}"),
        };
    }
}
