using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>What holds for every pin and every evidence, attacker's choice included.</summary>
[TestClass]
public sealed class DecisionPropertyTests
{
    private const int Many = 3000;

    private static readonly Gen<RepositoryAnnouncement?> Announced = Gen.Elements(
        null, new RepositoryAnnouncement(NuGetIndex, true, [Found.Digest('2')]), new(NuGetIndex, true, [Found.Digest('9')]), new(NuGetIndex, false, []));

    private static readonly Gen<(Pin[] Pins, PackageEvidence Seen, RepositoryAnnouncement? Announced)> Cases =
        from pins in Any.Pins
        from seen in Any.Evidence
        from announced in Announced
        select (pins, seen, announced);

    [TestMethod]
    [DataRow(EvidenceKind.Provenance)]
    [DataRow(EvidenceKind.Author)]
    [DataRow(EvidenceKind.Repository)]
    public void Stripping_pinned_evidence_never_helps(EvidenceKind kind) => Always.Holds(
        Cases,
        it =>
        {
            var whole = Kind(it.Seen, it.Pins, it.Announced);
            foreach (var state in new[] { FindingState.Absent, FindingState.Unavailable, FindingState.Invalid, FindingState.NotSought })
            {
                var gone = state is FindingState.Absent or FindingState.NotSought;
                if (StateOf(it.Seen, kind) == FindingState.Present && (!gone || IsPinned(kind, it.Seen, it.Pins) || it.Pins is []))
                {
                    var stripped = Kind(Without(it.Seen, kind, state), it.Pins, it.Announced);
                    Assert.IsTrue(stripped >= whole, $"{kind} {state}: {whole} became {stripped}");
                }
            }
        },
        Many);

    [TestMethod]
    public void Same_identity_again_is_a_match() => Always.Holds(
        from publisher in Any.Publisher
        from version in Any.Version
        from since in Any.Version
        select (publisher, version, pin: new Pin(since, publisher, new PinOrigin.FirstUse(default))),
        it => Judged.Verdict(Any.Of(it.publisher, it.version), it.pin).Says(VerdictKind.Match),
        Many);

    [TestMethod]
    public void Order_of_pins_makes_no_difference() => Always.Holds(
        from it in Cases
        from shuffled in Gen.Shuffle(it.Pins)
        select (it, shuffled),
        it => Assert.AreEqual(
            Words(it.it.Seen, it.it.Pins, it.it.Announced),
            Words(it.it.Seen, it.shuffled, it.it.Announced)),
        Many);

    [TestMethod]
    public void Order_case_and_repetition_of_owners_make_no_difference() => Always.Holds(
        from pinned in Any.Repository
        from seen in Any.Repository
        from author in Gen.Elements(null, Contoso)
        from shuffled in Gen.Shuffle(seen.Owners.Concat(seen.Owners.Select(owner => owner.ToUpperInvariant())))
        select (pin: Pinned("1.0.0", null, author, pinned), author, seen, respelled: seen with { Owners = new(shuffled) }),
        it => Assert.AreEqual(
            Judged.Kind(Any.Of(Who(null, it.author, it.seen), PackageVersion.Parse("1.1.0")), it.pin),
            Judged.Kind(Any.Of(Who(null, it.author, it.respelled), PackageVersion.Parse("1.1.0")), it.pin)),
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
            Words(it.next, [it.accepted], null),
            Words(it.next, [it.before, it.accepted], null),
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
            if (Kinds.Any(kind => StateOf(it.Seen, kind) == FindingState.Unavailable))
            {
                Assert.AreEqual(Disposition.Block, Policy.Default.For(Kind(it.Seen, it.Pins, it.Announced)));
            }
        },
        Many);

    [TestMethod]
    public void Nothing_that_does_not_verify_is_less_than_rejected() => Always.Holds(
        Cases,
        it =>
        {
            if (Kinds.Any(kind => StateOf(it.Seen, kind) == FindingState.Invalid))
            {
                Assert.AreEqual(VerdictKind.Reject, Kind(it.Seen, it.Pins, it.Announced));
            }
        },
        Many);

    [TestMethod]
    public void Nothing_that_was_not_sought_passes_where_it_is_pinned() => Always.Holds(
        Cases,
        it =>
        {
            if (Kinds.Any(kind => StateOf(it.Seen, kind) == FindingState.NotSought && IsPinned(kind, it.Seen, it.Pins)))
            {
                Assert.IsGreaterThanOrEqualTo((int)VerdictKind.Undetermined, (int)Kind(it.Seen, it.Pins, it.Announced));
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

    private static readonly EvidenceKind[] Kinds = [EvidenceKind.Provenance, EvidenceKind.Author, EvidenceKind.Repository];

    private static VerdictKind Kind(PackageEvidence seen, Pin[] pins, RepositoryAnnouncement? announced) => Verdict(seen, pins, announced).Kind;

    private static Verdict Verdict(PackageEvidence seen, Pin[] pins, RepositoryAnnouncement? announced) =>
        Decide.For(seen.Contents.Declared, pins, Found.Seen(seen, announced), []);

    private static string Words(PackageEvidence seen, Pin[] pins, RepositoryAnnouncement? announced) =>
        string.Join('\n', Verdict(seen, pins, announced).Changes);

    private static Pin Pin(string since, PublisherIdentity identity) =>
        new(PackageVersion.Parse(since), identity, new PinOrigin.FirstUse(default));

    private static LockDocument LockDocumentOf(PackageId id, Pin[] pins) => pins.Aggregate(LockDocument.Empty, (lockDocument, pin) => lockDocument.With(id, pin));

    private static bool IsPinned(EvidenceKind kind, PackageEvidence seen, Pin[] pins) =>
        PinSelection.For(seen.Contents.Declared.Version, pins)?.Identity is { } identity
        && kind switch
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
