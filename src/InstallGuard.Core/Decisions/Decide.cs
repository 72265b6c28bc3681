using System.Collections.Immutable;
using InstallGuard.Decisions.Rules;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;
using InstallGuard.Text;

namespace InstallGuard.Decisions;

/// <summary>
/// The decision: pin + evidence → changes → verdict. A pure function; nothing else compares a publisher with the lock.
/// </summary>
// 1. which pin applies              (PinSelection); a package without one may have several first uses in one run (FirstUses)
// 2. compare kind by kind           (…Comparison: a switch over every state of the evidence)
// 3. what vouches for what          (Continuity), who is known from elsewhere in the lock (KnownPublisher, SecondChannel), and
//    what is older than what it lacks (TimeOrder)
// 4. what the lock itself has lost  (LockComparison)
// 5. the gravest change is the verdict
public static class Decide
{
    /// <summary>What a look at a package means.</summary>
    /// <param name="package">What was asked for.</param>
    /// <param name="pins">The package's pins, in any order.</param>
    /// <param name="look">What was found.</param>
    /// <param name="earlierContents">
    /// What the same id and version contained whenever this machine saw it before, from the same source.
    /// </param>
    /// <param name="memory">What is known of the pins from elsewhere; nothing, unless told.</param>
    /// <param name="firstUses">Of a package without a pin: the pins that versions below it made in the same run.</param>
    public static Verdict For(
        Package package,
        IReadOnlyCollection<Pin> pins,
        Look look,
        IReadOnlyCollection<Sha256Digest> earlierContents,
        LockMemory? memory = null,
        IReadOnlyCollection<Pin>? firstUses = null)
    {
        memory ??= LockMemory.Nothing;
        var verdict = Against(package, pins, look, earlierContents, memory);
        return pins.Count == 0 && firstUses is { Count: > 0 } others && look is Look.Seen seen
            ? FirstUsesTogether.Beside(package.Version, others, verdict, other => Compare(other.Identity, seen), () => Against(package, others, look, earlierContents, memory))
            : verdict;
    }

    private static Verdict Against(
        Package package, IReadOnlyCollection<Pin> pins, Look look, IReadOnlyCollection<Sha256Digest> earlierContents, LockMemory memory)
    {
        var pin = PinFor(package, pins);
        var changes = look switch
        {
            Look.Malformed bad => [PackageMalformed.Of(bad.Problem)],
            Look.Failed failed => [Undetermined.Of(pin, failed)],
            Look.Seen seen => Changes(package, pin, pins, seen, earlierContents, memory).Concat(Broken(seen.Announced, seen.Evidence.Found)).Concat(Altered(seen)),
            _ => throw new System.Diagnostics.UnreachableException($"no rule for {look}"),
        };

        // What needs no pin has lost none either.
        var isSdkPack = pin is null && look is Look.Seen named && SdkPack.IsVouchedFor(named);
        if (!isSdkPack && LockComparison.Between(pins, memory) is { } weakened)
        {
            changes = (look is Look.Seen seenToo ? OfEdit([.. changes], package, pins, seenToo, memory) : changes).Append(weakened);
        }

        return new(pin, [.. changes.OrderByDescending(change => change.Verdict)]) { IsVouchedForBySdk = isSdkPack };
    }

    private static Pin? PinFor(Package package, IReadOnlyCollection<Pin> pins) =>
        OwnPackage.Is(package.Id) ? ContentsComparison.PinFor(package.Version, pins) : PinSelection.For(package.Version, pins);

    // What is not there against the pins that were reviewed, the edit has made.
    private static IEnumerable<Change> OfEdit(IReadOnlyCollection<Change> changes, Package package, IReadOnlyCollection<Pin> pins, Look.Seen look, LockMemory memory)
    {
        var reviewed = LockComparison.Decided(pins, memory);
        if (memory.Before.Count == 0 || PinFor(package, reviewed) is not { } pin)
        {
            return changes;
        }

        var there = Changes(package, pin, reviewed, look, [], memory).Select(change => change.Rule).ToHashSet();
        return changes.Select(change => change.Verdict > VerdictKind.Review || there.Contains(change.Rule) ? change : change with { IsOfEdit = true });
    }

    private static IEnumerable<Change> Changes(
        Package package, Pin? pin, IReadOnlyCollection<Pin> pins, Look.Seen look, IReadOnlyCollection<Sha256Digest> earlierContents, LockMemory memory)
    {
        var seen = look.Evidence.Found;
        var declared = seen.Contents.Declared;
        if (declared != package)
        {
            return [PackageMalformed.Of($"{declared}, where {package} was asked for")];
        }

        var pinned = pin?.Identity ?? PublisherIdentity.Unsigned;
        var compared = Compare(pinned, look).ToList();
        var changes = pin is null ? AtFirstUse(compared, look) : compared.Count == 0 ? [] : Soften(compared, package.Version, pin, pins, look, memory);
        var wasSigned = memory.Sighted.Any(sighted => sighted.Version == package.Version && !sighted.Publisher.IsUnsigned);
        return ContentComparison.Between(earlierContents, wasSigned, look) is { } other ? changes.Append(other) : changes;
    }

    private static IEnumerable<Change> Soften(
        IReadOnlyCollection<Change> compared, PackageVersion version, Pin pin, IReadOnlyCollection<Pin> pins, Look.Seen look, LockMemory memory)
    {
        var seen = look.Evidence.Found;
        var vouchedFor = Continuity.Soften(compared, pin, pins, seen.Identity);
        var decided = LockComparison.Decided(pins, memory);
        var known = KnownPublisher.Soften(vouchedFor, pin, pins, decided, other => Compare(other.Identity, look));
        var gone = SecondChannel.Soften(known, pin, pins, decided, seen.Identity, other => Compare(other.Identity, look));
        return TimeOrder.Word(TimeOrder.Soften(gone, version, pin, pins, seen), pins, seen);
    }

    private static IEnumerable<Change> Compare(PublisherIdentity pinned, Look.Seen look)
    {
        var seen = look.Evidence.Found;
        if (ProvenanceComparison.Between(pinned.Provenance, seen.Provenance) is { } provenance)
        {
            yield return provenance;
        }

        if (AuthorComparison.Between(pinned.Author, seen.Author) is { } author)
        {
            yield return author;
        }

        foreach (var repository in RepositoryComparison.Between(pinned.Repository, seen.Repository, look.Announced))
        {
            yield return repository;
        }

        if (ContentsComparison.Between(pinned, look) is { } contents)
        {
            yield return contents;
        }

        if (FeedComparison.Between(pinned, look) is { } feed)
        {
            yield return feed;
        }
    }

    // What is there is new by definition; what is there and does not verify, could not be looked at, or is a repository's
    // only by its own word, is not a first use.
    private static ImmutableArray<Change> AtFirstUse(IEnumerable<Change> compared, Look.Seen seen)
    {
        var grave = compared.Where(change => change.Verdict > VerdictKind.Review || change.Rule == RepositoryCertificateAnnounced.Rule).ToImmutableArray();
        return !grave.IsEmpty ? grave : SdkPack.IsVouchedFor(seen) ? [] : [FirstUse.Of(seen.Identity)];
    }

    // Whoever published the package, a build would use something else.
    private static IEnumerable<Change> Altered(Look.Seen look) => look.Altered is { } difference ? [InstallationAltered.Of(difference)] : [];

    // What NuGet itself enforces for such a source (NU3004), kept for packages that come through the plugin.
    private static IEnumerable<Change> Broken(RepositoryAnnouncement? announced, PackageEvidence seen)
    {
        var stated = seen.Repository.Verified ?? (seen.Repository as Finding<RepositorySignature>.Invalid)?.Unproven;
        if (announced is { AllSigned: true }
            && (stated is not { } signature || !announced.Certificates.Contains(signature.Certificate.Fingerprint)))
        {
            yield return RepositorySignatureMissing.Of(announced, seen.Repository.Verified is { } other
                ? $"a signature of {Quoted.Address(other.Identity.Name)} with a certificate that the source does not announce"
                : "no repository signature that verifies");
        }
    }
}
