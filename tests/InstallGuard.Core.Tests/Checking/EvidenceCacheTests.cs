using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>When a file need not be opened again, and when it must.</summary>
[TestClass]
public sealed class EvidenceCacheTests
{
    private static readonly PackageEvidence ByAnn = Found.In(repository: Found.Countersigned(Publishers.NuGetOrg("ann")), contents: 'a');

    private readonly Machine _machine = new();

    [TestMethod]
    public void Known_bytes_are_not_opened()
    {
        _machine.Cache.Keep([new(ByAnn)], _machine.Reader.Trust);
        var file = File();

        var result = _machine.Restore(file);

        Assert.AreEqual(VerdictKind.FirstUse, result.Packages.Single().Verdict.Kind);
        Assert.AreEqual(0, file.Opened);
    }

    [TestMethod]
    public void Known_bytes_are_decided_about_all_the_same()
    {
        _machine.Cache.Keep([new(ByAnn)], _machine.Reader.Trust);
        _machine.Knows("bob");

        Assert.AreEqual(Outcome.Blocked, _machine.Restore(File()).Outcome);
    }

    [TestMethod]
    public void Known_bytes_of_another_package_are_rejected()
    {
        _machine.Cache.Keep([new(ByAnn)], _machine.Reader.Trust);

        var result = _machine.Restore(new FakePackageFile(Publishers.Package("Other.Package"), new Look.Failed("never")) { Bound = Found.Hash('a') });

        Assert.AreEqual("package-malformed", result.Packages.Single().Verdict.Decisive!.Rule.Slug);
    }

    [TestMethod]
    public void Evidence_under_another_trust_is_a_miss()
    {
        _machine.Cache.Keep([new(ByAnn)], Found.Digest('8'));
        var file = File();

        _machine.Restore(file);

        Assert.AreEqual(1, file.Opened);
    }

    [TestMethod]
    public void Evidence_about_other_bytes_is_a_miss()
    {
        _machine.Cache.Keep([new(ByAnn)], _machine.Reader.Trust);
        var file = new FakePackageFile(Publishers.Package(), Found.Seen(ByAnn)) { Bound = Found.Hash('b') };

        _machine.Restore(file);

        Assert.AreEqual(1, file.Opened);
    }

    [TestMethod]
    public void Installation_that_is_not_bound_is_opened()
    {
        _machine.Cache.Keep([new(ByAnn)], _machine.Reader.Trust);
        var file = new FakePackageFile(Publishers.Package(), Found.Seen(ByAnn));

        _machine.Restore(file);

        Assert.AreEqual(1, file.Opened);
    }

    [TestMethod]
    public void What_was_read_once_is_not_opened_again()
    {
        var (first, second) = (File(), File());

        _machine.Restore(first);
        _machine.Restore(second);

        Assert.AreEqual(1, first.Opened);
        Assert.AreEqual(0, second.Opened);
    }

    public static IEnumerable<object[]> Fleeting =>
    [
        [Found.In(author: Found.Invalid<AuthorSignature>())],
        [Found.In(repository: Found.Unavailable<RepositorySignature>())],
        [Found.In(provenance: Found.Unavailable<BuildProvenance>())],
        [Found.In(author: new Finding<AuthorSignature>.Present(new(Publishers.Contoso, Found.Certificate('1'), new SignatureTime.Claimed(Found.Then))))],
    ];

    [TestMethod]
    [DynamicData(nameof(Fleeting))]
    public void Evidence_that_another_day_may_answer_otherwise_is_not_lasting(object evidence) =>
        Assert.IsFalse(((PackageEvidence)evidence).IsLasting);

    [TestMethod]
    public void Sound_evidence_is_lasting_also_without_any_signature()
    {
        Assert.IsTrue(ByAnn.IsLasting);
        Assert.IsTrue(Found.In().IsLasting);
        Assert.IsTrue(Found.In(provenance: Found.NotSought<BuildProvenance>()).IsLasting);
    }

    private static FakePackageFile File() => new(Publishers.Package(), Found.Seen(ByAnn)) { Bound = Found.Hash('a') };
}
