using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;
using Outcome = InstallGuard.Checking.Outcome;

namespace InstallGuard.Core.Tests;

/// <summary>Updates that nobody has made yet.</summary>
[TestClass]
public sealed class UpdateComparisonTests
{
    private const string Feed = "https://feed.contoso.example/index.json";
    private const string OtherFeed = "https://public.example/v3/index.json";
    private const int Many = 1000;

    private static readonly DateOnly Today = new(2026, 11, 22);

    [TestMethod]
    public void Package_compared_with_itself_is_a_match() => Always.Holds(
        from evidence in Any.SoundEvidence
        from source in Gen.Elements(null, Feed, "/packages")
        select Of(evidence, source),
        release =>
        {
            var result = UpdateComparison.Of([release, release], Today, []);

            Assert.AreEqual(VerdictKind.Match, result.Comparisons.Single().To.Verdict.Kind);
            Assert.IsEmpty(result.Comparisons.Single().To.Verdict.Changes);
            Assert.AreEqual(Outcome.Clean, result.Outcome);
        },
        Many);

    [TestMethod]
    public void Whatever_is_found_a_package_is_never_an_update_to_be_blocked_from_itself() => Always.Holds(
        Any.Evidence,
        evidence =>
        {
            var result = UpdateComparison.Of([Of(evidence), Of(evidence)], Today, []);

            Assert.AreEqual(result.Unpinnable is null, result.Comparisons is [{ To.Verdict.Kind: VerdictKind.Match }]);
        },
        Many);

    [TestMethod]
    public void Update_is_decided_as_a_restore_decides_it_after_a_first_use() => Always.Holds(
        from before in Any.SoundEvidence
        from after in Any.Evidence
        select (before, after),
        it =>
        {
            var step = UpdateComparison.Of([Of(it.before), Of(it.after)], Today, []).Comparisons.Single();

            var look = Found.Seen(it.before);
            var package = it.before.Contents.Declared;
            var pin = PinUpdate.After(package, look, Decide.For(package, [], look, []), Today)!;
            Assert.AreEqual(
                string.Join('\n', Judged.Verdict(it.after, pin).Changes),
                string.Join('\n', step.To.Verdict.Changes));
        },
        Many);

    [TestMethod]
    public void Each_verdict_has_its_disposition()
    {
        Decided(Owned("1.0.0", "ann"), Owned("2.0.0", "ann"), VerdictKind.Match, Disposition.Allow, Outcome.Clean);
        Decided(Owned("1.0.0", "ann", "bob"), Owned("2.0.0", "ann"), VerdictKind.Notice, Disposition.Warn, Outcome.Clean);
        Decided(Owned("1.0.0", "ann"), Owned("2.0.0", "mallory"), VerdictKind.Review, Disposition.Block, Outcome.Blocked);
        Decided(Owned("1.0.0", "ann"), OutOfReach("2.0.0"), VerdictKind.Undetermined, Disposition.Block, Outcome.Undetermined);
        Decided(Owned("1.0.0", "ann"), Forged("2.0.0"), VerdictKind.Reject, Disposition.Block, Outcome.Blocked);
    }

    [TestMethod]
    public void Download_that_is_no_package_is_rejected()
    {
        var bad = new Release(Package(), Feed, new Look.Malformed("no zip"));

        Decided(Owned("1.0.0", "ann"), bad, VerdictKind.Reject, Disposition.Block, Outcome.Blocked);
        Assert.AreSame(bad.Look, UpdateComparison.Of([bad, Owned("3.0.0", "ann")], Today, []).Unpinnable?.Look);
    }

    [TestMethod]
    public void Download_that_says_it_is_another_package_is_rejected() => Decided(
        Owned("1.0.0", "ann"),
        Owned("2.0.0", "ann") with { Package = Package(version: "3.0.0") },
        VerdictKind.Reject,
        Disposition.Block,
        Outcome.Blocked);

    [TestMethod]
    public void Downgrade_is_decided_against_the_newer_one() =>
        Decided(Owned("2.0.0", "mallory"), Owned("1.0.0", "ann"), VerdictKind.Review, Disposition.Block, Outcome.Blocked);

    [TestMethod]
    public void Each_is_compared_with_the_one_before_it_and_no_other()
    {
        var result = UpdateComparison.Of([Owned("1.0.0", "ann"), Owned("2.0.0", "mallory"), Owned("3.0.0", "mallory"), Owned("4.0.0", "ann")], Today, []);

        Assert.AreSequenceEqual(
            [VerdictKind.Review, VerdictKind.Match, VerdictKind.Review], result.Comparisons.Select(step => step.To.Verdict.Kind));
        Assert.AreSequenceEqual(["1.0.0", "2.0.0", "3.0.0"], result.Comparisons.Select(step => step.From.Package.Version.Text));
    }

    [TestMethod]
    public void Series_ends_at_what_would_not_pass_by_itself()
    {
        var result = UpdateComparison.Of([Owned("1.0.0", "ann"), Forged("2.0.0"), Owned("3.0.0", "ann")], Today, []);

        Assert.AreEqual(VerdictKind.Reject, result.Comparisons.Single().To.Verdict.Kind);
        Assert.AreEqual("2.0.0", result.Unpinnable?.Package.Version.Text);
        Assert.AreEqual(Outcome.Blocked, result.Outcome);
        Assert.AreEqual(Outcome.Undetermined, UpdateComparison.Of([OutOfReach("1.0.0"), Owned("2.0.0", "ann")], Today, []).Outcome);
    }

    [TestMethod]
    public void Unsigned_package_is_held_to_its_feed_where_both_have_one()
    {
        Decided(Unsigned("1.0.0", Feed), Unsigned("2.0.0", Feed), VerdictKind.Match, Disposition.Allow, Outcome.Clean);
        Decided(Unsigned("1.0.0", Feed), Unsigned("2.0.0", OtherFeed), VerdictKind.Reject, Disposition.Block, Outcome.Blocked);
    }

    [TestMethod]
    [DataRow(null, null)]
    [DataRow(Feed, null)]
    [DataRow(null, Feed)]
    public void File_says_nothing_of_its_feed(string? before, string? after) =>
        Decided(Unsigned("1.0.0", before), Unsigned("2.0.0", after), VerdictKind.Match, Disposition.Allow, Outcome.Clean);

    [TestMethod]
    public void Different_packages_are_no_update()
    {
        var wrong = Assert.ThrowsExactly<FormatException>(() => UpdateComparison.Of([Owned("1.0.0", "ann"), Of(Found.In(Package("Contoso.Xml")))], Today, []));

        Assert.Contains("Contoso.Json and Contoso.Xml", wrong.Message);
    }

    [TestMethod]
    public void Id_may_be_spelled_otherwise() => Assert.AreEqual(
        Outcome.Clean, UpdateComparison.Of([Of(Found.In(Package("contoso.json"))), Of(Found.In(Package("Contoso.Json")))], Today, []).Outcome);

    [TestMethod]
    public void Claims_are_noted_and_decide_nothing()
    {
        var step = UpdateComparison.Of(
            [Of(Found.In(claims: new("Ann", null, null, null))), Of(Found.In(claims: new("Mallory", null, null, null)))], Today, []).Comparisons.Single();

        Assert.AreSequenceEqual([new("authors", "Ann", "Mallory")], step.Notes);
        Assert.AreEqual(Disposition.Allow, step.To.Disposition);
    }

    [TestMethod]
    public void Update_that_the_lock_has_accepted_passes_and_one_that_it_has_not_is_held_to_the_lock()
    {
        var (ann, mallory) = (Pinned("1.0.0", "ann"), Pinned("2.0.0", "mallory"));
        Release[] update = [Owned("1.0.0", "ann"), Owned("2.0.0", "mallory"), Owned("3.0.0", "mallory")];

        var accepted = UpdateComparison.Of(update, Today, [ann, mallory]);
        var unknown = UpdateComparison.Of(update, Today, [ann]);

        Assert.AreEqual((Outcome.Clean, HeldTo.Lock), (accepted.Outcome, accepted.HeldTo));
        Assert.AreSequenceEqual([VerdictKind.Review, VerdictKind.Review], unknown.Comparisons.Select(step => step.To.Verdict.Kind));
        Assert.AreEqual(HeldTo.ReleaseBefore, UpdateComparison.Of(update, Today, []).HeldTo);
    }

    private static Pin Pinned(string version, string owner) =>
        new(PackageVersion.Parse(version), ((Look.Seen)Owned(version, owner).Look).Identity, new PinOrigin.FirstUse(Today));

    private static void Decided(Release before, Release after, VerdictKind kind, Disposition disposition, Outcome outcome)
    {
        var result = UpdateComparison.Of([before, after], Today, []);

        Assert.AreEqual((kind, disposition), (result.Comparisons.Single().To.Verdict.Kind, result.Comparisons.Single().To.Disposition));
        Assert.AreEqual(outcome, result.Outcome);
        Assert.IsNull(result.Unpinnable);
    }

    private static Release Of(PackageEvidence evidence, string? source = Feed) => new(
        evidence.Contents.Declared,
        source ?? "package.nupkg",
        Found.Seen(evidence) with { From = source is null ? null : FeedIdentity.Of(source) });

    private static Release Owned(string version, params string[] owners) =>
        Of(Found.In(Package(version: version), repository: Found.Countersigned(NuGetOrg(owners))));

    private static Release Unsigned(string version, string? source) => Of(Found.In(Package(version: version)), source);

    private static Release Forged(string version) => Of(Found.In(Package(version: version), repository: Found.Invalid<RepositorySignature>()));

    private static Release OutOfReach(string version) =>
        Of(Found.In(Package(version: version), repository: Found.Unavailable<RepositorySignature>()));
}
