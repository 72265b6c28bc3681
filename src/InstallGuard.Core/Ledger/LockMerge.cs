using System.Collections.Immutable;
using InstallGuard.Decisions;
using InstallGuard.Identity;

namespace InstallGuard.Ledger;

/// <summary>
/// Puts two states of a lock together that come from one: pin by pin, what one side changed is taken, and where both sides
/// changed the same there is no result. Neither side is preferred.
/// </summary>
// base   ours   theirs
//  a      a      b       b: added, changed or taken out on one side
//  a      b      b       b
//  a      b      c       nobody but a person can tell
public static class LockMerge
{
    /// <summary>The merge.</summary>
    /// <param name="before">What both sides began with; an empty one where both are first locks.</param>
    /// <param name="ours">One side.</param>
    /// <param name="theirs">The other one.</param>
    public static LockMergeResult Of(LockDocument before, LockDocument ours, LockDocument theirs)
    {
        var differences = ImmutableArray.CreateBuilder<LockMergeResult.Difference>();
        var merged = new List<LockDocument.Entry>();
        foreach (var id in Ids(before, ours, theirs))
        {
            var (old, here, there) = (before.PinsOf(id), ours.PinsOf(id), theirs.PinsOf(id));
            var pins = ImmutableArray.CreateBuilder<Pin>();
            foreach (var since in old.Concat(here).Concat(there).Select(pin => pin.Since).Distinct().Order())
            {
                var (a, b, c) = (At(old, since), At(here, since), At(there, since));
                if (!TryMerge(a, b, c, out var pin) || (old.IsEmpty && b is null != c is null && IsOfSomebodyElse((b ?? c)!, b is null ? there : here, b is null ? here : there)))
                {
                    differences.Add(new(id, since, b, c));
                }
                else if (pin is not null)
                {
                    pins.Add(pin);
                }
            }

            if (pins.Count > 0)
            {
                merged.Add(new(id, pins.ToImmutable()));
            }
        }

        return differences.Count > 0 ? new LockMergeResult.Differs(differences.ToImmutable()) : new LockMergeResult.Merged(LockDocument.Of([.. merged]));
    }

    private static bool TryMerge(Pin? before, Pin? ours, Pin? theirs, out Pin? merged)
    {
        (var isMerged, merged) =
            Same(ours, theirs) ? (true, ours)
            : Same(before, ours) ? (true, theirs)
            : Same(before, theirs) ? (true, ours)
            : before is null && ours is { Origin: PinOrigin.FirstUse first } && theirs is { Origin: PinOrigin.FirstUse second } && Same(ours, theirs with { Origin = first })
                ? (true, first.On <= second.On ? ours : theirs)
            : (false, null);
        return isMerged;
    }

    // Each branch saw a first use, and they saw different publishers: with both pins nobody would ever have decided about it.
    private static bool IsOfSomebodyElse(Pin pin, ImmutableArray<Pin> own, ImmutableArray<Pin> others) =>
        others.Any(other => At(own, other.Since) is null && !IdentityStrength.Same(other.Identity, pin.Identity));

    private static bool Same(Pin? x, Pin? y) =>
        x is null ? y is null
            : y is not null && x.Since == y.Since && x.Signed == y.Signed && x.Origin.Equals(y.Origin) && IdentityStrength.Same(x.Identity, y.Identity);

    private static Pin? At(ImmutableArray<Pin> pins, PackageVersion since) => pins.FirstOrDefault(pin => pin.Since == since);

    // Spelled as it was; where both sides brought it, as either, and always the same.
    private static HashSet<PackageId> Ids(LockDocument before, LockDocument ours, LockDocument theirs) =>
    [
        .. before.Packages.Select(package => package.Key),
        .. ours.Packages.Concat(theirs.Packages).Select(package => package.Key).OrderBy(id => id.Text, StringComparer.Ordinal),
    ];
}
