using InstallGuard.Decisions.Rules;
using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>
/// Compares the pins of a package with those that were reviewed before, and with what this machine saw. An edit that asks
/// for less than before is a change of its own, unless it is an acceptance: that names who, when and why.
/// </summary>
internal static class LockComparison
{
    /// <summary>The change; null when the pins ask for no less.</summary>
    public static Change? Between(PackageVersion version, IReadOnlyCollection<Pin> pins, LockMemory memory)
    {
        if (memory.Before.Count == 0 || memory.Before.SequenceEqual(pins, Unedited.Instance))
        {
            return AgainstSightings(pins, memory);
        }

        // Not for this version alone: what is weakened today may be used after the review.
        var versions = memory.Before.Concat(pins).Select(pin => pin.Since).Append(version).Distinct().Order();
        foreach (var at in versions)
        {
            var (old, now) = (PinSelection.For(at, memory.Before), PinSelection.For(at, pins));
            if (old is not null && IsWeaker(old, now, memory.Before))
            {
                return LockWeakened.Of(Words(old, memory.Where), now is null ? "no pin" : Words(now, "the lock"));
            }
        }

        return AgainstSightings(pins, memory);
    }

    // A pin says who published the very version that it begins with, and that this machine may have seen.
    private static Change? AgainstSightings(IReadOnlyCollection<Pin> pins, LockMemory memory)
    {
        foreach (var pin in memory.Sighted.Count == 0 ? [] : pins)
        {
            var seen = memory.Sighted.Where(sighted => sighted.Version == pin.Since).Select(sighted => sighted.Publisher).ToList();
            if (seen.Count > 0 && !seen.Exists(publisher => Keeps(new(null, publisher.Author, publisher.Repository), pin.Identity)))
            {
                return LockWeakened.Of($"{seen[0]} (what this machine saw of {pin.Since})", Words(pin, "the lock"));
            }
        }

        return null;
    }

    private static bool IsWeaker(Pin old, Pin? now, IReadOnlyCollection<Pin> before) => now switch
    {
        null => true,
        { Origin: PinOrigin.Accepted } when !before.Any(pin => pin.Since == now.Since && pin.Origin.Equals(now.Origin)) => false,
        { Origin: PinOrigin.Noticed } when !before.Any(pin => pin.Since == now.Since) => !Follows(old.Identity, now.Identity),
        _ => !Keeps(old.Identity, now.Identity) || (old.Since == now.Since && AllowsMore(old, now)),
    };

    // A later day of signing lets more versions lack what is pinned; an author who was merely noticed vouches for nobody.
    private static bool AllowsMore(Pin old, Pin now) =>
        (now.Signed is { } day && (old.Signed is null || day > old.Signed))
        || (old.Origin is PinOrigin.Noticed && now.Origin is PinOrigin.FirstUse);

    /// <summary>Whether one identity asks for everything that another asks for.</summary>
    private static bool Keeps(PublisherIdentity before, PublisherIdentity now) =>
        (before.Provenance is not { } build || IsBuiltAlike(build, now.Provenance))
        && (before.Author is not { } author || (now.Author is { } signer && author.IsContinuedBy(signer) && signer.KeepingStatementsOf(author).Equals(signer)))
        && (before.Repository is not { } repository || (now.Repository is { } home && home.HasNameOf(repository) && home.Owners.Except(repository.Owners).Count == 0))
        && (before.Feed is null || now.Feed is not null || !now.IsUnsigned);

    // What a restore notes by itself: no kind is lost, and new owners only where an author or a build vouches.
    private static bool Follows(PublisherIdentity before, PublisherIdentity now)
    {
        var isBuiltAlike = before.Provenance is { } build && IsBuiltAlike(build, now.Provenance);
        var isSignedAlike = before.Author is { } author && now.Author is { } signer && author.IsContinuedBy(signer);
        return (before.Provenance is null || isBuiltAlike)
            && (before.Author is null || isSignedAlike || (isBuiltAlike && now.Author is not null))
            && (before.Repository is not { } repository
                || (now.Repository is { } home && home.HasNameOf(repository)
                    && (home.Owners.Except(repository.Owners).Count == 0 || ((isBuiltAlike || isSignedAlike) && (repository.Owners.Count == 0 || home.Owners.Overlaps(repository.Owners))))));
    }

    // An environment where there was none asks for more.
    private static bool IsBuiltAlike(ProvenanceIdentity before, ProvenanceIdentity? now) =>
        now is not null && before.Equals(before.Environment is null ? now with { Environment = null } : now);

    private static string Words(Pin pin, string where) => $"{pin.Identity} (since {pin.Since}, in {where})";

    // Nearly every pin of nearly every check.
    private sealed class Unedited : EqualityComparer<Pin>
    {
        public static Unedited Instance { get; } = new();

        public override bool Equals(Pin? x, Pin? y) =>
            ReferenceEquals(x, y)
            || (x is not null && y is not null && x.Since == y.Since && x.Signed == y.Signed && x.Origin.Equals(y.Origin)
                && Equals(x.Identity.Provenance, y.Identity.Provenance)
                && Equals(x.Identity.Author, y.Identity.Author)
                && Equals(x.Identity.Repository, y.Identity.Repository)
                && Equals(x.Identity.Feed, y.Identity.Feed));

        public override int GetHashCode(Pin pin) => pin.Since.GetHashCode();
    }
}
