using InstallGuard.Decisions.Rules;
using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>
/// Compares the pins of a package with those that were reviewed before, and with what this machine saw. What a restore
/// writes by itself, what a person accepted by name, and an edit that only asks for more are as they should be; any other
/// difference is a change of its own.
/// </summary>
// A pin of before may be     as it was, made stricter, or replaced by an acceptance or a notice of the same version
// A pin that is new may be   an acceptance, a notice that a restore would have written, or one more of an identity that counts
internal static class LockComparison
{
    /// <summary>The change; null when the pins ask for no less.</summary>
    public static Change? Between(IReadOnlyCollection<Pin> pins, LockMemory memory) =>
        Weakened(pins, memory) is { } weakened && !IsAsBefore(pins, memory) ? weakened : AgainstSightings(pins, memory);

    private static Change? Weakened(IReadOnlyCollection<Pin> pins, LockMemory memory)
    {
        if (memory.Before.Count > 0 && !memory.Before.SequenceEqual(pins, Unedited.Instance))
        {
            var decided = Decided(pins, memory);
            foreach (var old in memory.Before)
            {
                var now = pins.FirstOrDefault(pin => pin.Since == old.Since);
                if (now is null || !(IsAmong(memory.Before, now) || IsNewAcceptance(memory.Before, now) || IsStricter(old, now) || IsNoticedAgain(old, now, pins, decided)))
                {
                    return now is not null ? LockWeakened.Of(Words(old, memory.Where), $"{Words(now, "the lock")}; {Difference(old, now)}", old.Identity, now.Identity, memory)
                        : pins.Count == 0 ? LockWeakened.Gone(Words(old, memory.Where), memory)
                        : LockWeakened.OneGone(Words(old, memory.Where), memory);
                }
            }

            foreach (var now in pins.Where(pin => !memory.Before.Any(old => old.Since == pin.Since) && !IsNewAcceptance(memory.Before, pin)))
            {
                // Neither is null: there is a pin before.
                if (!IsWrittenByARestore(PinSelection.For(now.Since, decided)!, now, pins, decided))
                {
                    var old = PinSelection.For(now.Since, memory.Before)!;
                    return LockWeakened.Of(Words(old, memory.Where), $"{Words(now, "the lock")}; {Difference(old, now)}", old.Identity, now.Identity, memory);
                }
            }
        }

        return null;
    }

    /// <summary>The pins that were reviewed before, with what a person accepted since; where nothing was reviewed, all of them.</summary>
    public static IReadOnlyCollection<Pin> Decided(IReadOnlyCollection<Pin> pins, LockMemory memory)
    {
        if (memory.Before.Count == 0)
        {
            return pins;
        }

        var accepted = pins.Where(pin => IsNewAcceptance(memory.Before, pin)).ToList();
        return [.. memory.Before.Where(old => !accepted.Exists(pin => pin.Since == old.Since)), .. accepted];
    }

    // What `git revert` of an update leaves: nothing that is not in the reviewed lock, and all that this once had. Only
    // later pins are gone; but whoever was taken out by name does not come back by it.
    private static bool IsAsBefore(IReadOnlyCollection<Pin> pins, LockMemory memory) =>
        pins.Count > 0
        && pins.All(pin => IsAmong(memory.Before, pin))
        && !memory.Before.Any(IsReverted)
        && memory.Earlier().TakeWhile(earlier => !earlier.Any(IsReverted)).Any(earlier => earlier.SequenceEqual(pins, Unedited.Instance));

    private static bool IsReverted(Pin pin) => pin.Origin is PinOrigin.Accepted { Change: PinOrigin.Reverted };

    // A pin says who published the very version that it begins with, and that this machine may have seen. One that a person
    // accepted says why it is another one: it may have come through another channel, or have been signed again.
    private static Change? AgainstSightings(IReadOnlyCollection<Pin> pins, LockMemory memory)
    {
        foreach (var pin in memory.Sighted.Count == 0 ? [] : pins.Where(pin => pin.Origin is not PinOrigin.Accepted))
        {
            var seen = memory.Sighted.Where(sighted => sighted.Version == pin.Since).Select(sighted => sighted.Publisher).ToList();
            if (seen.Count > 0 && !seen.Exists(publisher => IsKept(publisher, pin.Identity)))
            {
                return LockWeakened.Of(
                    $"{seen[0]} (what this machine saw of {pin.Since})", $"{Words(pin, "the lock")}; {Difference(pin with { Identity = seen[0] }, pin)}",
                    seen[0],
                    pin.Identity,
                    memory with { PutBack = null });
            }
        }

        return null;
    }

    // An author may publish past the repository as well, and the version have been pinned from there.
    private static bool IsKept(PublisherIdentity seen, PublisherIdentity pinned) =>
        IdentityStrength.Keeps(new(null, seen.Author, pinned.Repository is null && seen.Author is not null ? null : seen.Repository), pinned);

    private static bool IsAmong(IReadOnlyCollection<Pin> before, Pin pin) => before.Any(old => Unedited.Instance.Equals(old, pin));

    // One that names who, when and why. Whoever widens it after its review must say so anew.
    private static bool IsNewAcceptance(IReadOnlyCollection<Pin> before, Pin pin) =>
        pin.Origin is PinOrigin.Accepted && !before.Any(old => old.Since == pin.Since && WithoutCertificate(old.Origin).Equals(WithoutCertificate(pin.Origin)));

    private static bool IsStricter(Pin old, Pin now) =>
        (old.Origin.Equals(now.Origin) || WithoutCertificate(old.Origin).Equals(now.Origin)) && (now.Signed is null || now.Signed == old.Signed) && IdentityStrength.OnlyAsksForMore(old.Identity, now.Identity);

    private static PinOrigin WithoutCertificate(PinOrigin origin) =>
        origin is PinOrigin.Accepted accepted ? accepted with { RepositoryCertificate = null } : origin;

    private static string? CertificateOf(Pin pin) => (pin.Origin as PinOrigin.Accepted)?.RepositoryCertificate;

    // The very version that a pin begins with, from another source and with more evidence. It was signed no later for that.
    private static bool IsNoticedAgain(Pin old, Pin now, IEnumerable<Pin> pins, IReadOnlyCollection<Pin> decided) =>
        now.Origin is PinOrigin.Noticed && old.Origin is not PinOrigin.Accepted && !now.Origin.Equals(old.Origin) && IsWrittenByARestore(old, now, pins, decided)
        && (now.Signed is not { } day || day <= old.Signed);

    // The pin that a notice came after, and names the change from, may have been another one at that time: of this branch, or
    // of before what was merged into it. It must follow from the one that counts all the same.
    private static bool IsWrittenByARestore(Pin old, Pin now, IEnumerable<Pin> pins, IReadOnlyCollection<Pin> decided) => now.Origin switch
    {
        PinOrigin.Noticed notice => RestoreNotice.MayFollow(old, now.Identity, decided)
            && decided.Concat(pins.Where(pin => pin.Since != now.Since)).Any(pin => RestoreNotice.ChangeOf(pin, now.Identity, decided) == notice.Change),

        // As two branches write it that began to use the package at two versions.
        // Or of InstallGuard's own package, whose contents are others in each version.
        PinOrigin.FirstUse => old.Origin is not PinOrigin.Noticed && (IdentityStrength.Same(old.Identity, now.Identity) || ContentsComparison.MayFollow(old.Identity, now.Identity))
            && (now.Identity.Author is not { } author || Continuity.IsEstablished(author, decided)),
        _ => false,
    };

    // What to look for in two long lines.
    private static string Difference(Pin old, Pin now)
    {
        string?[] parts =
        [
            .. IdentityStrength.Differences(old.Identity, now.Identity),
            now.Signed == old.Signed ? null : "another day of signing",
            CertificateOf(now) is { } certificate && certificate != CertificateOf(old) ? $"certificate put in: {certificate}" : null,
        ];
        return string.Join("; ", parts.OfType<string>()) is { Length: > 0 } words ? words : "another origin";
    }

    private static string Words(Pin pin, string where) => $"{pin.Identity} (since {pin.Since}, in {where})";

    // Nearly every pin of nearly every check.
    private sealed class Unedited : EqualityComparer<Pin>
    {
        public static Unedited Instance { get; } = new();

        public override bool Equals(Pin? x, Pin? y) =>
            ReferenceEquals(x, y)
            || (x is not null && y is not null && x.Since == y.Since && x.Signed == y.Signed && x.Origin.Equals(y.Origin)
                && IdentityStrength.Same(x.Identity, y.Identity));

        public override int GetHashCode(Pin pin) => pin.Since.GetHashCode();
    }
}
