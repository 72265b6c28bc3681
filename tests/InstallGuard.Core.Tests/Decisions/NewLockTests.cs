using InstallGuard.Core.Tests.Fakes;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>A lock that is new, beside others that were reviewed.</summary>
[TestClass]
public sealed class NewLockTests
{
    [TestMethod]
    public void New_lock_begins_with_what_was_reviewed_in_the_locks_beside_it()
    {
        var machine = new Machine { History = { Base = OfAnother("ann") } };

        var result = machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.AreEqual(Checking.Outcome.Clean, result.Outcome);
        Assert.AreEqual("1.0.0", machine.Lock.Document.PinsOf(PackageId.Parse("Contoso.Json")).Single().Since.Text);
        Assert.AreEqual(Checking.Outcome.Clean, machine.Restore(FakePackageFile.OwnedBy("ann")).Outcome);
        Assert.AreEqual(1, machine.Lock.Writes);
    }

    [TestMethod]
    public void New_lock_lets_nobody_in_whom_the_locks_beside_it_keep_out()
    {
        var machine = new Machine { History = { Base = OfAnother("ann") } };
        Assert.AreEqual(Checking.Outcome.Blocked, machine.Restore(FakePackageFile.OwnedBy("mallory")).Outcome);
        machine.WroteNothing();

        machine.Knows("mallory");
        Assert.AreEqual("IG5002", machine.Restore(FakePackageFile.OwnedBy("mallory")).Packages.Single().Verdict.Decisive!.Rule.Code);
    }

    [TestMethod]
    public void Change_that_is_accepted_into_a_new_lock_brings_the_reviewed_pins_along()
    {
        var machine = new Machine { History = { Base = OfAnother("ann") } };
        machine.Restore(FakePackageFile.OwnedBy("mallory"));
        Assert.IsInstanceOfType<AcceptanceResult.Written>(machine.Accept());

        Assert.HasCount(2, machine.Lock.Document.PinsOf(PackageId.Parse("Contoso.Json")));
        Assert.AreEqual(Checking.Outcome.Clean, machine.Restore(FakePackageFile.OwnedBy("mallory")).Outcome);
    }

    [TestMethod]
    public void New_lock_that_may_not_be_written_must_have_the_reviewed_pins_already()
    {
        var machine = new Machine(locked: true) { History = { Base = OfAnother("ann") } };

        Assert.AreEqual("IG5002", machine.Restore(FakePackageFile.OwnedBy("ann")).Packages.Single().Verdict.Decisive!.Rule.Code);
    }

    private static LockBase.Known OfAnother(string owner) => new(
        [LockDocument.Empty.With(PackageId.Parse("Contoso.Json"), Pinned("1.0.0", repository: NuGetOrg(owner)))], "origin/main")
    {
        IsOfOthers = true,
    };
}
