using InstallGuard.Core.Tests.Fakes;

namespace InstallGuard.Core.Tests;

/// <summary>The lock is taken as it is.</summary>
[TestClass]
public sealed class LockedModeTests
{
    private readonly Machine _machine = new(locked: true);

    [TestMethod]
    public void Package_without_a_pin_blocks_and_is_not_written()
    {
        var result = _machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.AreEqual(Outcome.Blocked, result.Outcome);
        Assert.AreEqual(VerdictKind.FirstUse, result.Packages.Single().Verdict.Kind);
        Assert.IsEmpty(result.Recorded);
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Known_publisher_passes()
    {
        _machine.Knows("ann");

        Assert.AreEqual(Outcome.Clean, _machine.Restore(FakePackageFile.OwnedBy("ann")).Outcome);
        Assert.AreEqual(0, _machine.Lock.Writes);
    }

    [TestMethod]
    public void Notice_passes_and_is_not_written()
    {
        _machine.Knows("ann,bob");

        var result = _machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.AreEqual(Disposition.Warn, result.Packages.Single().Disposition);
        Assert.IsEmpty(result.Recorded);
        Assert.AreEqual(0, _machine.Lock.Writes);
    }

    [TestMethod]
    public void Sightings_are_kept_because_they_are_the_machines_and_not_the_repositorys()
    {
        _machine.Knows("ann");

        _machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.HasCount(1, _machine.Sightings.All);
    }
}
