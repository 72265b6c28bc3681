using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>A package of one's own, packed into a folder again and again under one version.</summary>
[TestClass]
public sealed class PackedAgainTests
{
    private const string Folder = "/home/jo/packages";

    private readonly Machine _machine = new();

    [TestMethod]
    public void Unsigned_package_that_was_packed_again_is_shown_and_passes()
    {
        _ = _machine.Restore(Unsigned('a'));

        var again = _machine.Restore(Unsigned('b'));

        Assert.AreEqual("packed-again Notice", Says(again));
        Assert.AreEqual(Outcome.Clean, again.Outcome);
        Assert.IsEmpty(again.Recorded);
        Assert.AreEqual("", Says(_machine.Restore(Unsigned('b'))), "it is shown once");
        Assert.AreEqual("", Says(_machine.Restore(Unsigned('a'))), "contents that are known are nothing new");
        Assert.AreEqual(1, _machine.Lock.Writes);
    }

    [TestMethod]
    public void Unsigned_package_that_was_packed_again_passes_in_the_version_after_its_pin_and_is_not_noted()
    {
        _ = _machine.Restore(Unsigned('a', version: "1.0.0"));
        _ = _machine.Restore(Unsigned('a'));

        Assert.AreEqual("packed-again Notice", Says(_machine.Restore(Unsigned('b'))));
        Assert.AreEqual(1, _machine.Lock.Writes);
    }

    [TestMethod]
    public void Signed_package_that_was_packed_again_is_asked_about_each_time()
    {
        _ = _machine.Restore(Signed('a'));
        Assert.AreEqual("packed-again Review", Says(_machine.Restore(Signed('b'))));

        Assert.IsInstanceOfType<AcceptanceResult.Written>(_machine.Accept(reason: "packed again by ourselves"));

        Assert.AreEqual("", Says(_machine.Restore(Signed('b'))));
        Assert.AreEqual("packed-again Review", Says(_machine.Restore(Signed('c'))));
    }

    [TestMethod]
    public void Package_that_was_signed_when_it_was_seen_before_is_asked_about_at_first_use_too()
    {
        _ = _machine.Restore(Signed('a'));
        _machine.Lock.Put(LockDocument.Empty);

        Assert.AreEqual("packed-again Review, first-use FirstUse", Says(_machine.Restore(Unsigned('b'))));
    }

    [TestMethod]
    public void Folder_of_the_repository_is_a_folder_and_one_of_another_machine_is_asked_about()
    {
        Assert.AreEqual(VerdictKind.Notice, From(FeedIdentity.InRepository("artifacts/packages")));
        Assert.AreEqual(VerdictKind.Notice, From(FeedIdentity.Local));
        Assert.AreEqual(VerdictKind.Review, From(FeedIdentity.Of("file://server/drops")));
        Assert.AreEqual(VerdictKind.Reject, From(Found.Feed));
        Assert.AreEqual(VerdictKind.Reject, From(null));
    }

    private static VerdictKind From(FeedIdentity? feed) => Decide.For(
        Publishers.Package(),
        [new(PackageVersion.Parse("1.0.0"), PublisherIdentity.Unsigned, new PinOrigin.FirstUse(default))],
        Found.Seen(Found.In(contents: 'b')) with { From = feed },
        [Found.Digest('a')]).Kind;

    private static FakePackageFile Unsigned(char contents, string version = "2.0.0") =>
        In(Found.In(Publishers.Package(version: version), contents: contents));

    private static FakePackageFile Signed(char contents) => In(Found.In(author: Found.Signed(Publishers.Contoso), contents: contents));

    private static FakePackageFile In(PackageEvidence seen) => new(seen.Contents.Declared, Found.Seen(seen)) { Source = Folder };

    private static string Says(CheckResult result) =>
        string.Join(", ", result.Packages.Single().Verdict.Changes.Select(change => $"{change.Rule.Slug} {change.Verdict}"));
}
