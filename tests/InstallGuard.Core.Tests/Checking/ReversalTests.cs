using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>An acceptance is taken back.</summary>
[TestClass]
public sealed class ReversalTests
{
    private static readonly PackageId Json = PackageId.Parse("Contoso.Json");

    private readonly Machine _machine = new();

    [TestMethod]
    public void Publisher_before_counts_again()
    {
        Accept("bob");

        var taken = (ReversalResult.TakenOut)_machine.Revert();

        Assert.AreEqual("2.0.0", taken.Pin.Since.Text);
        Assert.AreEqual("1.0.0", taken.Before!.Since.Text);
        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.OwnedBy("bob")).Outcome);
        Assert.AreEqual(Outcome.Clean, _machine.Restore(FakePackageFile.OwnedBy("ann", version: "1.5.0")).Outcome);
    }

    [TestMethod]
    public void Latest_acceptance_is_the_one_that_is_taken_back()
    {
        Accept("bob");
        Accept("cid", "3.0.0");

        Assert.AreEqual("3.0.0", ((ReversalResult.TakenOut)_machine.Revert()).Pin.Since.Text);
        Assert.AreEqual("2.0.0", ((ReversalResult.TakenOut)_machine.Revert()).Pin.Since.Text);
        Assert.IsInstanceOfType<ReversalResult.NothingAccepted>(_machine.Revert());
    }

    [TestMethod]
    public void Acceptance_that_is_named_is_taken_back()
    {
        Accept("bob");
        Accept("cid", "3.0.0");

        Assert.AreEqual("2.0.0", ((ReversalResult.TakenOut)_machine.Revert("2.0.0")).Pin.Since.Text);
        Assert.IsInstanceOfType<ReversalResult.NothingAccepted>(_machine.Revert("1.0.0"));
    }

    [TestMethod]
    public void First_use_is_no_acceptance()
    {
        _machine.Knows("ann");

        Assert.IsInstanceOfType<ReversalResult.NothingAccepted>(_machine.Revert());
        Assert.HasCount(1, _machine.Lock.Document.PinsOf(Json));
    }

    [TestMethod]
    public void Acceptance_that_was_reviewed_is_answered_by_another_that_says_why()
    {
        Accept("bob");
        _machine.History.Base = new LockBase.Known([_machine.Lock.Document], "origin/main");

        Assert.IsInstanceOfType<ReversalResult.NeedsReason>(_machine.Revert());
        var back = ((ReversalResult.PutBack)_machine.Revert(reason: "the account was stolen")).Back;

        Assert.AreEqual(new PinOrigin.Accepted(PinOrigin.Reverted, "jo@contoso.example", new(2026, 11, 21), "the account was stolen"), back.Origin);
        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.OwnedBy("bob")).Outcome);
        Assert.AreEqual(Outcome.Clean, _machine.Restore(FakePackageFile.OwnedBy("ann", version: "2.0.1")).Outcome);
    }

    [TestMethod]
    public void Reversal_that_is_repeated_does_not_bring_the_publisher_back()
    {
        Accept("bob");
        _machine.History.Base = new LockBase.Known([_machine.Lock.Document], "origin/main");
        _machine.Revert(reason: "the account was stolen");
        var reverted = _machine.Lock.Document;

        Assert.IsInstanceOfType<ReversalResult.AlreadyReverted>(_machine.Revert());
        Assert.IsInstanceOfType<ReversalResult.AlreadyReverted>(_machine.Revert(reason: "again"));

        CollectionAssert.AreEqual(LockWriter.Write(reverted), LockWriter.Write(_machine.Lock.Document));
    }

    [TestMethod]
    public void Machine_that_has_seen_what_was_taken_back_goes_on_with_the_publisher_before()
    {
        Accept("bob");
        Assert.AreEqual(Outcome.Clean, _machine.Restore(FakePackageFile.OwnedBy("bob")).Outcome);
        _machine.History.Base = new LockBase.Known([_machine.Lock.Document], "origin/main");
        _machine.Revert(reason: "the account was stolen");

        Assert.AreEqual(Outcome.Clean, _machine.Restore(FakePackageFile.OwnedBy("ann", version: "1.0.0")).Outcome);
        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.OwnedBy("bob")).Outcome);
        Assert.IsInstanceOfType<AcceptanceResult.Written>(_machine.Accept());
    }

    [TestMethod]
    public void Only_publisher_there_ever_was_has_nobody_before_it()
    {
        var locked = new Machine(locked: true);
        locked.Restore(FakePackageFile.OwnedBy("ann"));
        locked.Accept();
        locked.History.Base = new LockBase.Known([locked.Lock.Document], "origin/main");

        Assert.IsInstanceOfType<ReversalResult.NobodyBefore>(locked.Revert(reason: "a mistake"));

        locked.History.Base = new LockBase.None("nobody reviewed it", "review it");

        Assert.IsNull(((ReversalResult.TakenOut)locked.Revert()).Before);
        Assert.AreEqual(0, locked.Lock.Document.Count);
    }

    private void Accept(string owner, string version = "2.0.0")
    {
        if (_machine.Lock.Document.Count == 0)
        {
            _machine.Knows("ann");
        }

        _machine.Restore(FakePackageFile.OwnedBy(owner, version: version));
        Assert.IsInstanceOfType<AcceptanceResult.Written>(_machine.Accept(version));
    }
}
