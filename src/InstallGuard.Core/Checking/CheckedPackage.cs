using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Policies;

namespace InstallGuard.Checking;

/// <summary>One package at the end of its way: what was found, what it means, what is done about it.</summary>
/// <param name="Package">Id and version.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Look">What was found.</param>
/// <param name="Verdict">What it means.</param>
/// <param name="Disposition">What is done about it.</param>
public sealed record CheckedPackage(Package Package, string Source, Look Look, Verdict Verdict, Disposition Disposition)
{
    /// <summary>Whether the package goes through.</summary>
    public bool Passes => Disposition != Disposition.Block;

    /// <summary>Why restores are locked where it was checked; null where they are not, or nobody said.</summary>
    public LockReason? Locked { get; init; }

    /// <summary>
    /// Whether there is nothing new to say: a notice that the lock does not take, since the version predates what it lacks, and
    /// this machine has let the same bytes through before.
    /// </summary>
    public bool WasNoticed { get; init; }

    /// <summary>
    /// What its manifest claims otherwise than that of the version before, where it asks about somebody new and this machine
    /// remembers that version. Anybody can write it: it decides nothing.
    /// </summary>
    public IReadOnlyList<ClaimNote> Notes { get; init; } = [];

    /// <summary>The evidence, where there was a package to look at; otherwise null.</summary>
    public PackageEvidence? Evidence => (Look as Look.Seen)?.Evidence.Found;

    /// <summary>That this machine saw it; null where there was nothing to look at.</summary>
    /// <param name="at">The present, UTC.</param>
    public Sighting? AsSighting(DateTimeOffset at) =>
        Evidence is { } evidence
            ? new(Package, evidence.Contents.UnsignedDigest, evidence.Identity.ToString(), Source, at) { Publisher = evidence.Identity.AsPinned }
            : null;
}
