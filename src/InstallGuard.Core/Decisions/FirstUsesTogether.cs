using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>
/// Decides about several versions of a package that has no pin, resolved by one run: whoever publishes them, the repository
/// uses them all today, and nobody has decided anything yet.
/// </summary>
internal static class FirstUsesTogether
{
    /// <summary>The verdict on one of them.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="others">The pins that the versions below it made in the same run.</param>
    /// <param name="alone">The verdict without them. Only a first use can be another one beside them.</param>
    /// <param name="differences">What differs from a pin.</param>
    /// <param name="pinned">The verdict against those pins.</param>
    public static Verdict Beside(
        PackageVersion version, IReadOnlyCollection<Pin> others, Verdict alone, Func<Pin, IEnumerable<Change>> differences, Func<Verdict> pinned)
    {
        if (alone.Kind != VerdictKind.FirstUse || PinSelection.For(version, others) is not { } nearest)
        {
            return alone;
        }

        // One version has one publisher; and what could not be compared is no other publisher.
        var all = differences(nearest).ToList();
        return nearest.Since == version || all.TrueForAll(change => change.Verdict == VerdictKind.Match) || all.Exists(change => change.Verdict == VerdictKind.Undetermined)
            ? pinned()
            : new(null, alone.Changes) { Beside = nearest };
    }
}
