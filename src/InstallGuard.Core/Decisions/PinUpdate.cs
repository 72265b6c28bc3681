using InstallGuard.Decisions.Rules;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>What a verdict that does not block writes into the lock.</summary>
public static class PinUpdate
{
    /// <summary>
    /// The pin to add after a check: the first use of a package, or an identity that changed in a way that other
    /// evidence vouched for. Null when the lock stays as it is.
    /// </summary>
    /// <param name="package">What was checked.</param>
    /// <param name="seen">What was found.</param>
    /// <param name="verdict">What that meant.</param>
    /// <param name="today">The day that is written down.</param>
    public static Pin? After(Package package, Look.Seen seen, Verdict verdict, DateOnly today) => verdict.Kind switch
    {
        VerdictKind.FirstUse => Of(package, seen.Identity.AsPinned, seen, new PinOrigin.FirstUse(today)),

        // The pin that says so is there already: to repeat it in another line would let it outlive that one.
        VerdictKind.Notice when verdict.Changes.Any(change => change.KnownSince is not null) => null,

        // An older version is no reason to expect less of those that are yet to come.
        VerdictKind.Notice when verdict.Changes.Any(change => change.Predates is not null) => null,

        // What a person said of this very version stays until a person says otherwise.
        VerdictKind.Notice when verdict.Pin is { Origin: PinOrigin.Accepted } pin && pin.Since == package.Version => null,
        VerdictKind.Notice => Earliest(verdict.Pin, Of(
            package, Keeping(seen.Identity, verdict.Pin?.Identity), seen, new PinOrigin.Noticed(verdict.Decisive!.Rule.Slug, today))),
        VerdictKind.Match or VerdictKind.Review or VerdictKind.Undetermined or VerdictKind.Reject => null,
    };

    /// <summary>The pin that a person writes by accepting what was shown.</summary>
    public static Pin Accepting(
        Package package, Look.Seen seen, Verdict verdict, string by, DateOnly on, string reason)
    {
        var isCertificateAccepted = verdict.Changes.Any(change => change.Rule == RepositoryCertificateAnnounced.Rule);
        var accepted = isCertificateAccepted ? seen with { Evidence = new(AcceptedCertificate.Excuse(seen.Evidence.Found)) } : seen;
        return Of(package, accepted.Identity.AsPinned, accepted, new PinOrigin.Accepted(verdict.Decisive?.Rule.Slug ?? "unchanged", by, on, reason)
        {
            RepositoryCertificate = accepted.Evidence.Found.Repository.Verified is { Excused: not null } signature
                ? AcceptedCertificate.Text(signature.Certificate)
                : null,
        });
    }

    private static Pin Of(Package package, PublisherIdentity identity, Look.Seen seen, PinOrigin origin) =>
        new(package.Version, identity, origin) { Signed = seen.Evidence.Found.SignedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null };

    // The same version from another source was signed when it was first signed.
    private static Pin Earliest(Pin? replaced, Pin pin) =>
        replaced?.Since == pin.Since && !(pin.Signed <= replaced.Signed) ? pin with { Signed = replaced.Signed } : pin;

    /// <summary>What is remembered of a publisher who was noticed after another.</summary>
    // An author that was noticed to go on is the pinned one, with all that was ever stated about it. One that may be a namesake
    // is not.
    internal static PublisherIdentity Keeping(PublisherIdentity seen, PublisherIdentity? pinned) =>
        pinned?.Author is { } before && seen.Author is { } now && before.IsSurelyContinuedBy(now)
            ? new(seen.Provenance, now.AsPinnedAfter(before), seen.Repository)
            : seen.AsPinned;
}
