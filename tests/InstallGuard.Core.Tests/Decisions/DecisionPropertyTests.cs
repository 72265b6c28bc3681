using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>What holds for every pin and every evidence, attacker's choice included.</summary>
[TestClass]
public sealed class DecisionPropertyTests
{
    private const int Many = 1500;

    private static readonly Gen<RepositoryAnnouncement?> Announced = Gen.Elements(
        null, new RepositoryAnnouncement(NuGetIndex, true, [Found.Digest('2')], IsProven: true), new(NuGetIndex, true, [Found.Digest('9')], IsProven: true), new(NuGetIndex, false, [], IsProven: false));

    private static readonly Gen<(Pin[] Pins, Look.Seen Look)> Cases =
        from pins in Any.Pins
        from seen in Any.Evidence
        from announced in Announced
        from feed in Any.Feed
        select (pins, Found.Seen(seen, announced) with { From = feed });

    [TestMethod]
    [DataRow(EvidenceKind.Provenance)]
    [DataRow(EvidenceKind.Author)]
    [DataRow(EvidenceKind.Repository)]
    public void Stripping_pinned_evidence_never_helps(EvidenceKind kind) => Always.Holds(
        Cases,
        it =>
        {
            var seen = it.Look.Evidence.Found;
            var whole = Kind(it.Look, it.Pins);
            foreach (var state in new[] { FindingState.Absent, FindingState.Unavailable, FindingState.Invalid, FindingState.NotSought })
            {
                var gone = state is FindingState.Absent or FindingState.NotSought;
                if (StateOf(seen, kind) == FindingState.Present && (!gone || IsPinned(kind, seen, it.Pins) || it.Pins is []))
                {
                    var stripped = Verdict(it.Look with { Evidence = new(Without(seen, kind, state)) }, it.Pins);
                    Assert.IsTrue(stripped.Kind >= whole || IsExcused(stripped, kind), $"{kind} {state}: {whole} became {stripped.Kind}");
                }
            }
        },
        Many);

    [TestMethod]
    public void Same_identity_again_is_a_match() => Always.Holds(
        from publisher in Any.Publisher
        from version in Any.Version
        from since in Any.Version
        from origin in Any.Origin
        from time in Any.Time
        from day in Gen.Elements<DateOnly?>(null, new(2015, 1, 1), new(2030, 1, 1))
        let seen = Any.Of(publisher, version, time)
        select (look: Found.Seen(seen) with { From = publisher.Feed ?? Found.OtherFeed }, pin: new Pin(since, publisher, origin) { Signed = day }),
        it => Verdict(it.look, [it.pin]).Says(VerdictKind.Match),
        Many);

    [TestMethod]
    public void Order_of_pins_makes_no_difference() => Always.Holds(
        from it in Cases
        from shuffled in Gen.Shuffle(it.Pins)
        select (it, shuffled),
        it => Assert.AreEqual(
            Words(it.it.Look, it.it.Pins),
            Words(it.it.Look, it.shuffled)),
        Many);

    [TestMethod]
    public void Order_case_and_repetition_of_owners_make_no_difference() => Always.Holds(
        from it in Cases
        from pinned in Gen.Shuffle(Repeated(it.Pins.Select(pin => pin.Identity.Repository).FirstOrDefault()))
        from seen in Gen.Shuffle(Repeated(it.Look.Evidence.Found.Repository.Verified?.Identity))
        select (it, pinned, seen),
        it => Assert.AreEqual(
            Slugs(it.it.Look, it.it.Pins),
            Slugs(Respelled(it.it.Look, it.seen), [.. it.it.Pins.Select((pin, i) => i == 0 ? Respelled(pin, it.pinned) : pin)])),
        Many);

    [TestMethod]
    public void Whatever_is_accepted_is_a_match_from_then_on() => Always.Holds(
        from pins in Any.Pins
        from seen in Any.SoundEvidence
        select (pins, seen),
        it =>
        {
            var package = it.seen.Contents.Declared;
            var accepted = PinUpdate.Accepting(package, Found.Seen(it.seen), Judged.Verdict(it.seen, it.pins), "jo", new(2026, 11, 22), "meant");
            var pins = LockDocumentOf(package.Id, it.pins).With(package.Id, accepted).PinsOf(package.Id);
            Judged.Verdict(it.seen, [.. pins]).Says(VerdictKind.Match);
        },
        Many);

    [TestMethod]
    public void Whatever_is_recorded_is_a_match_from_then_on() => Always.Holds(
        from pins in Any.Pins
        from seen in Any.SoundEvidence
        select (pins, seen),
        it =>
        {
            var package = it.seen.Contents.Declared;
            if (PinUpdate.After(package, Found.Seen(it.seen), Judged.Verdict(it.seen, it.pins), new(2026, 11, 22)) is { } pin)
            {
                var pins = LockDocumentOf(package.Id, it.pins).With(package.Id, pin).PinsOf(package.Id);
                Assert.AreEqual(VerdictKind.Match, Judged.Verdict(it.seen, [.. pins]).Kind);
            }
        },
        Many);

    [TestMethod]
    public void Accepting_one_transition_allows_no_other() => Always.Holds(
        from before in Any.Publisher
        from accepted in Any.Publisher
        from next in Any.Publisher
        select (before: Pin("1.0.0", before), accepted: Pin("1.1.0", accepted), next: Any.Of(next, PackageVersion.Parse("1.2.0"))),
        it => Assert.AreEqual(
            Words(Found.Seen(it.next), [it.accepted]),
            Words(Found.Seen(it.next), [it.before, it.accepted]),
            "the pin before the accepted one must not count any more"),
        Many);

    [TestMethod]
    public void Accepted_newcomer_does_not_let_the_earlier_publisher_back_in()
    {
        Pin[] pins = [Pinned("1.0.0", author: Contoso), Pinned("1.1.0", author: Mallory)];

        Judged.Verdict(Found.In(Package(version: "1.2.0"), author: Found.Signed(Contoso)), pins).Says(VerdictKind.Review, "author-changed");
    }

    [TestMethod]
    public void Nothing_that_is_out_of_reach_ever_passes() => Always.Holds(
        Cases,
        it =>
        {
            if (Kinds.Any(kind => StateOf(it.Look.Evidence.Found, kind) == FindingState.Unavailable))
            {
                Assert.AreEqual(Disposition.Block, Policy.Default.For(Kind(it.Look, it.Pins)));
            }
        },
        Many);

    [TestMethod]
    public void Nothing_that_does_not_verify_is_less_than_rejected() => Always.Holds(
        Cases,
        it =>
        {
            if (Kinds.Any(kind => StateOf(it.Look.Evidence.Found, kind) == FindingState.Invalid))
            {
                Assert.AreEqual(VerdictKind.Reject, Kind(it.Look, it.Pins));
            }
        },
        Many);

    [TestMethod]
    public void Nothing_that_was_not_sought_passes_where_it_is_pinned() => Always.Holds(
        Cases,
        it =>
        {
            if (Kinds.Any(kind => StateOf(it.Look.Evidence.Found, kind) == FindingState.NotSought && IsPinned(kind, it.Look.Evidence.Found, it.Pins)))
            {
                Assert.IsGreaterThanOrEqualTo((int)VerdictKind.Undetermined, (int)Kind(it.Look, it.Pins));
            }
        },
        Many);

    [TestMethod]
    public void No_new_name_passes_without_a_person_where_nothing_else_is_pinned() => Always.Holds(
        from pinned in Any.Owners
        from seen in Any.Owners
        select (pinned, seen),
        it =>
        {
            var verdict = Judged.Kind(
                Found.In(repository: Found.Countersigned(new("nuget.org", it.seen))), Pinned("1.0.0", repository: new("nuget.org", it.pinned)));
            Assert.IsTrue(it.seen.Except(it.pinned).Count == 0 || verdict == VerdictKind.Review, $"{it.pinned} → {it.seen}: {verdict}");
        });

    [TestMethod]
    public void Author_whom_nobody_decided_about_vouches_for_nothing() => Always.Holds(
        Cases,
        it =>
        {
            Pin[] noticed = [.. it.Pins.Select(pin => pin with { Origin = new PinOrigin.Noticed("author-gained", default) })];
            Assert.IsFalse(Verdict(it.Look, noticed).Changes.Any(change => change.VouchedBy == EvidenceKind.Author));
            Assert.IsTrue(Kind(it.Look, noticed) >= Kind(it.Look, it.Pins), "nobody's decision is worth no more than somebody's");
        },
        Many);

    [TestMethod]
    public void Day_that_a_pin_remembers_excuses_losses_of_older_versions_and_nothing_else() => Always.Holds(
        Cases,
        it =>
        {
            var with = Verdict(it.Look, it.Pins).Changes;
            var without = Verdict(it.Look, [.. it.Pins.Select(pin => pin with { Signed = null })]).Changes;
            foreach (var change in with)
            {
                var same = without.Single(other => other.Rule == change.Rule && other.Kind == change.Kind);
                Assert.IsTrue(Unworded(change) == same || (change is { Rule.IsLoss: true, Predates: not null } && same.Verdict == VerdictKind.Review), change.Rule.Slug);
            }
        },
        Many);

    // An earlier version is spoken of in words of its own, and judged as any other.
    private static Change Unworded(Change change) =>
        change.IsOlder is null ? change : change with { IsOlder = null, Summary = change.Rule.Summary, Usually = change.Rule.Usually };

    [TestMethod]
    public void Feed_that_nobody_knows_helps_no_package() => Always.Holds(
        Cases,
        it =>
        {
            var unknown = Kind(it.Look with { From = null }, it.Pins);
            Assert.IsTrue(Policy.Default.For(unknown) == Disposition.Block || unknown == Kind(it.Look, it.Pins), $"{unknown}");
        },
        Many);

    [TestMethod]
    public void Unsigned_package_of_a_pinned_feed_passes_from_no_other() => Always.Holds(
        from feed in Any.Feed
        from other in Any.Feed
        from pins in Any.Pins
        from version in Any.Version
        where feed is not null && feed != other
        select (look: Found.Seen(Any.Of(PublisherIdentity.Unsigned, version)) with { From = other }, pins: pins.Select(pin => pin with { Identity = PublisherIdentity.UnsignedFrom(feed) }).ToArray()),
        it => Assert.AreEqual(
            it.pins is [] ? VerdictKind.FirstUse : it.look.From is null ? VerdictKind.Undetermined : VerdictKind.Reject, Kind(it.look, it.pins)),
        Many);

    [TestMethod]
    public void Feed_makes_no_difference_where_there_is_evidence() => Always.Holds(
        Cases,
        it =>
        {
            if (!it.Look.Evidence.Found.Identity.IsUnsigned)
            {
                Assert.AreEqual(Words(it.Look, it.Pins), Words(it.Look with { From = Found.OtherFeed }, it.Pins));
            }
        },
        Many);

    // What was stripped cannot be told from what never was there: a version that is older, by a trusted timestamp of the
    // evidence that is left, than what is pinned is let through without it. Then what is left must be pinned, and nothing to ask about.
    private static bool IsExcused(Verdict verdict, EvidenceKind lost) =>
        verdict.Changes.Any(change => change.Kind == lost && change.Predates is not null)
        && Kinds.Any(kind => IsPinned(kind, verdict.Pin!.Identity) && !verdict.Changes.Any(change => change.Kind == kind && (change.Rule.IsLoss || change.Verdict > VerdictKind.Notice)));

    private static readonly EvidenceKind[] Kinds = [EvidenceKind.Provenance, EvidenceKind.Author, EvidenceKind.Repository];

    private static VerdictKind Kind(Look.Seen look, Pin[] pins) => Verdict(look, pins).Kind;

    private static Verdict Verdict(Look.Seen look, Pin[] pins) => Decide.For(look.Evidence.Found.Contents.Declared, pins, look, []);

    private static string Words(Look.Seen look, Pin[] pins) => string.Join('\n', Verdict(look, pins).Changes);

    private static string Slugs(Look.Seen look, Pin[] pins) => string.Join('\n', Verdict(look, pins).Changes.Select(change => (change.Rule.Slug, change.Verdict)));

    private static IEnumerable<string> Repeated(RepositoryIdentity? repository) =>
        repository is null ? [] : repository.Owners.Concat(repository.Owners.Select(owner => owner.ToUpperInvariant()));

    private static Look.Seen Respelled(Look.Seen look, string[] owners) =>
        look.Evidence.Found is { Repository: Finding<RepositorySignature>.Present { Value: var signed } } seen
            ? look with
            {
                Evidence = new(seen with
                {
                    Repository = new Finding<RepositorySignature>.Present(signed with { Identity = signed.Identity with { Owners = new(owners) } }),
                }),
            }
            : look;

    private static Pin Respelled(Pin pin, string[] owners) =>
        pin.Identity is { Repository: { } repository } who
            ? pin with { Identity = new(who.Provenance, who.Author, repository with { Owners = new(owners) }) }
            : pin;

    private static Pin Pin(string since, PublisherIdentity identity) =>
        new(PackageVersion.Parse(since), identity, new PinOrigin.FirstUse(default));

    private static LockDocument LockDocumentOf(PackageId id, Pin[] pins) => pins.Aggregate(LockDocument.Empty, (lockDocument, pin) => lockDocument.With(id, pin));

    private static bool IsPinned(EvidenceKind kind, PackageEvidence seen, Pin[] pins) =>
        PinSelection.For(seen.Contents.Declared.Version, pins)?.Identity is { } identity && IsPinned(kind, identity);

    private static bool IsPinned(EvidenceKind kind, PublisherIdentity identity) => kind switch
    {
        EvidenceKind.Provenance => identity.Provenance is not null,
        EvidenceKind.Author => identity.Author is not null,
        EvidenceKind.Repository => identity.Repository is not null,
        EvidenceKind.Claim => false,
    };

    private static FindingState StateOf(PackageEvidence seen, EvidenceKind kind) => kind switch
    {
        EvidenceKind.Provenance => seen.Provenance.State,
        EvidenceKind.Author => seen.Author.State,
        EvidenceKind.Repository => seen.Repository.State,
        EvidenceKind.Claim => seen.Claims.State,
    };

    private static PackageEvidence Without(PackageEvidence seen, EvidenceKind kind, FindingState state) => kind switch
    {
        EvidenceKind.Provenance => seen with { Provenance = Found.InState(state, seen.Provenance) },
        EvidenceKind.Author => seen with { Author = Found.InState(state, seen.Author) },
        EvidenceKind.Repository => seen with { Repository = Found.InState(state, seen.Repository) },
        EvidenceKind.Claim => seen with { Claims = Found.InState(state, seen.Claims) },
    };
}
