using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>What this machine saw before, and what it makes of it.</summary>
[TestClass]
public sealed class SightingTests
{
    private static readonly PackageEvidence Republished = Found.In(repository: Found.Countersigned(Publishers.NuGetOrg("ann")), contents: 'b');

    private readonly Machine _machine = new();

    [TestMethod]
    public void Same_version_with_other_contents_from_the_same_source_is_rejected()
    {
        _machine.Knows("ann");
        _machine.Saw(Publishers.Package(), 'a');

        var result = _machine.Restore(FakePackageFile.Of(Republished));

        Assert.AreEqual("content-changed", result.Packages.Single().Verdict.Decisive!.Rule.Slug);
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Source_is_the_same_in_any_case()
    {
        _machine.Saw(Publishers.Package(), 'a', FakePackageFile.Feed.ToUpperInvariant());

        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.Of(Republished)).Outcome);
    }

    [TestMethod]
    public void Other_contents_from_another_source_are_no_change()
    {
        _machine.Saw(Publishers.Package(), 'a', "https://mirror.example/index.json");

        Assert.AreEqual(Outcome.Clean, _machine.Restore(FakePackageFile.Of(Republished)).Outcome);
    }

    [TestMethod]
    public void Other_contents_of_another_version_are_no_change()
    {
        _machine.Saw(Publishers.Package(version: "1.9.0"), 'a');

        Assert.AreEqual(Outcome.Clean, _machine.Restore(FakePackageFile.Of(Republished)).Outcome);
    }

    [TestMethod]
    public void Republished_version_is_rejected_at_the_next_restore()
    {
        _machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.AreEqual("content-changed", _machine.Restore(FakePackageFile.Of(Republished)).Packages.Single().Verdict.Decisive!.Rule.Slug);
    }

    [TestMethod]
    public void Notice_of_a_version_that_predates_its_pin_is_news_once()
    {
        _machine.Lock.Put(
            PackageId.Parse("Contoso.Json"),
            Publishers.Pinned("2.0.0", author: Publishers.Contoso, repository: Publishers.NuGetOrg("ann")) with { Signed = DateOnly.FromDateTime(Found.Then.UtcDateTime).AddDays(1) });
        var older = FakePackageFile.OwnedBy("ann", version: "1.9.0");

        var first = _machine.Restore(older).Packages.Single();
        var again = _machine.Restore(older).Packages.Single();

        Assert.AreEqual((VerdictKind.Notice, false), (first.Verdict.Kind, first.WasNoticed));
        Assert.AreEqual((VerdictKind.Notice, true), (again.Verdict.Kind, again.WasNoticed));
    }

    [TestMethod]
    public void Every_package_that_passes_is_a_sighting()
    {
        _machine.Restore(FakePackageFile.Of(Republished));

        Assert.AreEqual(
            new Sighting(Publishers.Package(), Found.Digest('b'), "repository nuget.org, owners ann", FakePackageFile.Feed, Machine.Now),
            _machine.Sightings.All.Single() with { Publisher = null });
    }

    [TestMethod]
    public void Ledger_that_cannot_be_read_is_undetermined_and_blocks()
    {
        _machine.Knows("ann");
        _machine.Sightings.Broken = true;

        var result = _machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.AreEqual(Outcome.Undetermined, result.Outcome);
        Assert.AreEqual("ledger.db: database is locked", result.Packages.Single().Verdict.Decisive!.Seen);
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Forged_signature_stays_rejected_when_the_ledger_cannot_be_read()
    {
        _machine.Knows("ann");
        _machine.Sightings.Broken = true;

        var forged = Found.In(repository: Found.Invalid<RepositorySignature>(SignatureCheck.KnownRepository));

        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.Of(forged)).Outcome);
    }

    [TestMethod]
    public void Refusal_is_remembered_with_its_evidence_for_the_blocked_package_alone()
    {
        _machine.Knows("ann");

        _machine.Restore(FakePackageFile.OwnedBy("bob", "Other.Package"), FakePackageFile.OwnedBy("mallory"));

        var refusal = _machine.Refusals.All.Single();
        Assert.AreEqual(Publishers.Package(), refusal.Package);
        Assert.AreEqual(FakePackageFile.Feed, refusal.Source);
        Assert.AreEqual(Publishers.NuGetOrg("mallory"), refusal.Evidence.Identity.Repository);
        Assert.AreEqual(Machine.Now, refusal.At);
    }

    [TestMethod]
    public void Refusal_without_evidence_is_nothing_to_accept()
    {
        _machine.Restore(
            new FakePackageFile(Publishers.Package(), new Look.Malformed("no zip")),
            new FakePackageFile(Publishers.Package("Unread"), new Look.Failed("never")));

        Assert.IsEmpty(_machine.Refusals.All);
    }

    [TestMethod]
    public void Passing_check_refuses_nothing()
    {
        _machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.IsEmpty(_machine.Refusals.All);
    }
}
