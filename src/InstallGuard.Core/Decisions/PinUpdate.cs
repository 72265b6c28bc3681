using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>What a verdict that does not block writes into the lock.</summary>
public static class PinUpdate
{
    /// <summary>
    /// The pin to add after a check: the first use of a package, or an identity that changed in a way that other
    /// evidence vouches for. Null when the lock stays as it is.
    /// </summary>
    public static Pin? After(Package package, PublisherIdentity seen, Verdict verdict, DateOnly today) => verdict.Kind switch
    {
        VerdictKind.FirstUse => new(package.Version, seen, new PinOrigin.FirstUse(today)),
        VerdictKind.Notice => new(package.Version, Keeping(seen, verdict.Pin?.Identity), new PinOrigin.Noticed(verdict.Decisive!.Rule.Slug, today)),
        VerdictKind.Match or VerdictKind.Review or VerdictKind.Undetermined or VerdictKind.Reject => null,
    };

    /// <summary>The pin that a person writes by accepting what was shown.</summary>
    public static Pin Accepting(
        Package package, PublisherIdentity seen, Verdict verdict, string by, DateOnly on, string reason) =>
        new(package.Version, seen, new PinOrigin.Accepted(verdict.Decisive?.Rule.Slug ?? "unchanged", by, on, reason));

    // An author that was noticed to go on is the pinned one, with all that was ever stated about it.
    private static PublisherIdentity Keeping(PublisherIdentity seen, PublisherIdentity? pinned) =>
        pinned?.Author is { } before && seen.Author is { } now && before.IsContinuedBy(now)
            ? new(seen.Provenance, now.KeepingStatementsOf(before), seen.Repository)
            : seen;
}
