using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>Several versions of a package in one restore: what a repository uses on the day on which it begins.</summary>
[TestClass]
public sealed class SeveralVersionsTests
{
    private static readonly PackageId Json = PackageId.Parse("Contoso.Json");

    private readonly Machine _machine = new();

    [TestMethod]
    public void Versions_of_different_publishers_are_first_uses_all_of_them()
    {
        var result = _machine.Restore(FakePackageFile.OwnedBy("bob", version: "2.83.0"), FakePackageFile.OwnedBy("ann", version: "2.80.0"));

        Assert.AreEqual("FirstUse FirstUse", Verdicts(result));
        Assert.AreEqual(Checking.Outcome.Clean, result.Outcome);
        Assert.IsTrue(result.Packages.All(package => package.Disposition == Disposition.Record), "nothing is a warning");
        Assert.AreEqual("2.80.0 2.83.0", Pins());
        Assert.IsTrue(_machine.Lock.Document.PinsOf(Json).All(pin => pin.Origin is PinOrigin.FirstUse));
        Assert.AreEqual("2.80.0", result.Packages[1].Verdict.Beside!.Since.Text);
        Assert.IsNull(result.Packages[0].Verdict.Beside);
    }

    [TestMethod]
    public void Second_run_over_them_is_clean_and_changes_nothing()
    {
        _ = Three();

        var second = Three();

        Assert.AreEqual("Match Match Match", Verdicts(second));
        Assert.IsEmpty(second.Recorded);
        Assert.AreEqual(1, _machine.Lock.Writes);
    }

    [TestMethod]
    public void Publisher_who_comes_back_in_a_higher_version_is_pinned_again()
    {
        _ = Three();

        Assert.AreEqual("2.0.0 2.1.0 2.2.0", Pins());
    }

    [TestMethod]
    public void Version_between_them_is_held_to_the_nearest_pin_below()
    {
        _ = Three();

        Assert.AreEqual("Review", Verdicts(_machine.Restore(FakePackageFile.OwnedBy("bob", version: "2.0.5"))));
        Assert.AreEqual("Match", Verdicts(_machine.Restore(FakePackageFile.OwnedBy("bob", version: "2.1.5"))));
        Assert.AreEqual("Review", Verdicts(_machine.Restore(FakePackageFile.OwnedBy("bob", version: "2.3.0"))));
        Assert.AreEqual("Review", Verdicts(_machine.Restore(FakePackageFile.OwnedBy("mallory", version: "3.0.0"))));
    }

    [TestMethod]
    public void Owner_who_left_between_two_of_them_is_no_notice()
    {
        var result = _machine.Restore(Owned("2.0.0", "ann", "bob"), Owned("3.0.0", "ann"));

        Assert.AreEqual("FirstUse FirstUse", Verdicts(result));
        Assert.IsTrue(result.Recorded.All(recorded => recorded.Pin.Origin is PinOrigin.FirstUse));
    }

    [TestMethod]
    public void Unsigned_versions_of_two_feeds_are_each_pinned_to_their_own()
    {
        var result = _machine.Restore(Unsigned("1.0.0", "https://one.example/index.json"), Unsigned("2.0.0", "https://two.example/index.json"));

        Assert.AreEqual("FirstUse FirstUse", Verdicts(result));
        Assert.AreEqual("Reject", Verdicts(_machine.Restore(Unsigned("1.0.1", "https://two.example/index.json"))));
        Assert.AreEqual("Match", Verdicts(_machine.Restore(Unsigned("2.0.1", "https://two.example/index.json"))));
    }

    [TestMethod]
    public void One_that_contradicts_itself_blocks_them_all()
    {
        foreach (var look in new Look[]
        {
            Found.Seen(Found.In(Publishers.Package(version: "2.1.0"), author: Found.Invalid<AuthorSignature>())),
            Found.Seen(Found.In(Publishers.Package(version: "2.1.0"), repository: Found.Unlisted(Publishers.NuGetOrg("ann"))), Found.AnnouncedAtHome()),
            Found.Seen(Found.In(Publishers.Package(version: "2.0.0"))),
            new Look.Failed("disk"),
        })
        {
            var result = _machine.Restore(FakePackageFile.OwnedBy("ann"), new FakePackageFile(Publishers.Package(version: "2.1.0"), look));

            Assert.AreNotEqual(Checking.Outcome.Clean, result.Outcome);
            Assert.AreEqual("2.1.0", result.Blocked.Single().Package.Version.Text);
            _machine.WroteNothing();
        }
    }

    [TestMethod]
    public void One_version_of_two_publishers_blocks()
    {
        var result = _machine.Restore(FakePackageFile.OwnedBy("ann"), FakePackageFile.Of(Found.In(repository: Found.Countersigned(Publishers.NuGetOrg("bob")))));

        Assert.AreEqual("FirstUse Review", Verdicts(result));
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Nothing_is_a_first_use_where_restores_are_locked()
    {
        var locked = new Machine(locked: true);

        var result = locked.Restore(FakePackageFile.OwnedBy("ann", version: "2.0.0"), FakePackageFile.OwnedBy("bob", version: "3.0.0"));

        Assert.AreEqual(2, result.Blocked.Count());
        locked.WroteNothing();
    }

    [TestMethod]
    public void New_lock_beside_a_reviewed_one_is_held_to_its_pins()
    {
        var reviewed = LockDocument.Empty.With(Json, Publishers.Pinned("1.0.0", repository: Publishers.NuGetOrg("ann")));
        _machine.History.Base = new LockBase.Known([reviewed], "origin/main") { IsOfOthers = true };

        var result = _machine.Restore(FakePackageFile.OwnedBy("ann", version: "2.0.0"), FakePackageFile.OwnedBy("bob", version: "3.0.0"));

        Assert.AreEqual("Match Review", Verdicts(result));
        _machine.WroteNothing();
    }

    [TestMethod]
    public void They_are_no_edit_of_a_reviewed_lock_without_the_package_and_one_of_a_lock_with_it()
    {
        LockBase Reviewed(LockDocument document) => new LockBase.Known([document], "origin/main");

        _machine.History.Base = Reviewed(LockDocument.Empty);
        _ = Three();
        Assert.AreEqual("Match Match Match", Verdicts(Three()));

        _machine.History.Base = Reviewed(_machine.Lock.Document);
        Assert.AreEqual("Match Match Match", Verdicts(Three()));

        _machine.History.Base = Reviewed(LockDocument.Empty.With(Json, _machine.Lock.Document.PinsOf(Json)[0]));
        Assert.AreEqual("IG5002", Three().Packages[0].Verdict.Decisive!.Rule.Code);
    }

    [TestMethod]
    public void Whatever_a_repository_begins_with_its_second_run_is_clean() => Always.Holds(
        from seen in Any.SoundEvidence.NonEmptyListOf()
        from sources in Gen.Elements(FakePackageFile.Feed, "https://other.example/index.json", "/packages").ListOf(6)
        select seen.Take(6).DistinctBy(one => one.Contents.Declared)
            .Select((one, i) => one with { Contents = Found.In(one.Contents.Declared, contents: (char)('a' + i)).Contents })
            .Select((one, i) => new FakePackageFile(one.Contents.Declared, Found.Seen(one)) { Source = sources[i] }).ToArray(),
        files =>
        {
            var machine = new Machine();

            var first = machine.Restore(files);
            var second = machine.Restore(files);

            Assert.AreEqual(Checking.Outcome.Clean, first.Outcome, Verdicts(first));
            Assert.IsTrue(first.Packages.All(package => package.Verdict.Kind is VerdictKind.FirstUse or VerdictKind.Match), Verdicts(first));
            Assert.IsTrue(second.Packages.All(package => package.Verdict.Kind == VerdictKind.Match), string.Join('\n', second.Packages.SelectMany(package => package.Verdict.Changes.Select(change => $"{package.Package}, {change}"))));
            Assert.AreEqual(1, machine.Lock.Writes);
        },
        tests: 1000);

    private CheckResult Three() => _machine.Restore(
        FakePackageFile.OwnedBy("ann", version: "2.0.0"), FakePackageFile.OwnedBy("bob", version: "2.1.0"), FakePackageFile.OwnedBy("ann", version: "2.2.0"));

    private string Pins() => string.Join(' ', _machine.Lock.Document.PinsOf(Json).Select(pin => pin.Since));

    private static FakePackageFile Owned(string version, params string[] owners) =>
        FakePackageFile.Of(Found.In(Publishers.Package(version: version), repository: Found.Countersigned(Publishers.NuGetOrg(owners))));

    private static FakePackageFile Unsigned(string version, string source) =>
        new(Publishers.Package(version: version), Found.Seen(Found.In(Publishers.Package(version: version)))) { Source = source };

    private static string Verdicts(CheckResult result) => string.Join(' ', result.Packages.Select(one => one.Verdict.Kind));
}
