using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>Two restores at once: the slower one reads again and decides again, and nothing is lost.</summary>
[TestClass]
public sealed class LockRaceTests
{
    private readonly Machine _machine = new();

    [TestMethod]
    public void Pin_of_a_faster_restore_is_kept()
    {
        OnceBeforeReplacing(() => _machine.Knows("bob", id: "Other.Package"));

        var result = _machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.AreEqual(Outcome.Clean, result.Outcome);
        Assert.AreEqual("Contoso.Json Other.Package", string.Join(' ', _machine.Lock.Document.Packages.Select(package => package.Key)));
        Assert.AreEqual(2, _machine.Lock.Reads);
    }

    [TestMethod]
    public void Publisher_that_a_faster_restore_pinned_counts()
    {
        OnceBeforeReplacing(() => _machine.Knows("ann"));

        var result = _machine.Restore(FakePackageFile.OwnedBy("mallory"));

        Assert.AreEqual(Outcome.Blocked, result.Outcome);
        Assert.AreEqual(VerdictKind.Review, result.Packages.Single().Verdict.Kind);
        Assert.AreEqual(Publishers.NuGetOrg("ann"), _machine.Lock.Document.PinsOf(PackageId.Parse("Contoso.Json")).Single().Identity.Repository);
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Same_pin_of_a_faster_restore_is_not_written_again()
    {
        OnceBeforeReplacing(() => _machine.Knows("ann"));

        var result = _machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.AreEqual(VerdictKind.Match, result.Packages.Single().Verdict.Kind);
        Assert.IsEmpty(result.Recorded);
        Assert.AreEqual(0, _machine.Lock.Writes);
    }

    [TestMethod]
    public void Pin_that_was_removed_meanwhile_is_missed()
    {
        _machine.Knows("ann,bob");
        OnceBeforeReplacing(() => _machine.Lock.Put(LockDocument.Empty));

        Assert.AreEqual(VerdictKind.FirstUse, _machine.Restore(FakePackageFile.OwnedBy("ann")).Packages.Single().Verdict.Kind);
    }

    [TestMethod]
    public void Packages_are_looked_at_once_however_often_is_decided()
    {
        OnceBeforeReplacing(() => _machine.Knows("bob", id: "Other.Package"));
        var file = FakePackageFile.OwnedBy("ann");

        _machine.Restore(file);

        Assert.AreEqual(1, file.Opened);
    }

    [TestMethod]
    public void Lock_that_keeps_changing_ends_the_check()
    {
        var round = 0;
        _machine.Lock.BeforeReplacing = () => _machine.Knows("bob", id: $"Other.Package.{round++}");

        var failure = Assert.ThrowsExactly<IOException>(() => _machine.Restore(FakePackageFile.OwnedBy("ann")));

        Assert.AreEqual("/repo/installguard.lock.json kept changing while it was being written", failure.Message);
        Assert.AreEqual(RestoreCheck.MostAttempts, round);
        _machine.WroteNothing();
    }

    private void OnceBeforeReplacing(Action faster) => _machine.Lock.BeforeReplacing = () =>
    {
        _machine.Lock.BeforeReplacing = null;
        faster();
    };
}
