using InstallGuard.Decisions.Rules;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>What a verdict that does not block writes into the lock.</summary>
public static class PinUpdate
{
    /// <summary>
    /// The pin to add after a check: a first use of a package, or an identity that changed in a way that other
    /// evidence vouched for. Null when the lock stays as it is.
    /// </summary>
    /// <param name="package">What was checked.</param>
    /// <param name="seen">What was found.</param>
    /// <param name="verdict">What that meant.</param>
    /// <param name="today">The day that is written down.</param>
    public static Pin? After(Package package, Look.Seen seen, Verdict verdict, DateOnly today) => verdict.Kind switch
    {
        VerdictKind.FirstUse => Of(package, seen.Identity.AsPinned, seen, new PinOrigin.FirstUse(today)),
        VerdictKind.Notice => Noted(package, verdict) is { } change
            ? Earliest(verdict.Pin, Of(package, Keeping(seen.Identity, verdict.Pin?.Identity), seen, new PinOrigin.Noticed(change.Rule.Slug, today)))
            : null,
        VerdictKind.Match or VerdictKind.Review or VerdictKind.Undetermined or VerdictKind.Reject => null,
    };

    /// <summary>The change that a notice is written down for; null where it is shown and the lock stays as it is.</summary>
    /// <param name="package">What was checked.</param>
    /// <param name="verdict">What that meant.</param>
    public static Change? Noted(Package package, Verdict verdict) =>
        verdict.Kind != VerdictKind.Notice

        // The pin that says so is there already: to repeat it in another line would let it outlive that one.
        || verdict.Changes.Any(change => change.KnownSince is not null)

        // An older version is no reason to expect less of those that are yet to come.
        || verdict.Changes.Any(change => change.Predates is not null)

        || (verdict.Pin is { } pin && pin.Since == package.Version && Stays(pin, verdict))
            ? null

            // The contents of a version are none of the lock's business.
            : verdict.Changes.FirstOrDefault(change => change.Verdict == VerdictKind.Notice && change.Rule != PackedAgain.Rule);

    // What a person said of this very version stays until a person says otherwise. So does what was first used, where the
    // same publisher only shows more of himself: through another channel, or because it was signed again. To write that down
    // would make the first channel a loss.
    private static bool Stays(Pin pin, Verdict verdict) =>
        pin.Origin is PinOrigin.Accepted
        || verdict.Changes.All(change => change.Verdict == VerdictKind.Match || change.Rule == RepositoryGained.Rule || change.Rule == OwnersAdded.Rule || change.Rule == PackedAgain.Rule);

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
