namespace InstallGuard.Adapters.Storage;

[TestClass]
public sealed class FileGateTests
{
    [TestMethod]
    public void Nobody_enters_while_one_is_alone_inside()
    {
        using var folder = new TestFolder();
        var gate = new FileGate(folder["gate"], new TestClock(TimeSpan.FromSeconds(20)));
        using var alone = gate.Enter();

        Assert.ThrowsExactly<IOException>(gate.Enter);
        Assert.ThrowsExactly<IOException>(gate.EnterShared);
    }

    [TestMethod]
    public void Several_enter_together_but_nobody_alone()
    {
        using var folder = new TestFolder();
        var gate = new FileGate(folder["gate"], new TestClock(TimeSpan.FromSeconds(20)));
        using var one = gate.EnterShared();
        using var two = gate.EnterShared();

        Assert.ThrowsExactly<IOException>(gate.Enter);
    }

    [TestMethod]
    public void The_count_is_seen_by_those_who_enter_later()
    {
        using var folder = new TestFolder();
        var gate = new FileGate(folder["gate"], new TestClock());
        using (var alone = gate.Enter())
        {
            alone.Raise();
            Assert.AreEqual(1, alone.Count);
        }

        using (var alone = gate.Enter())
        {
            alone.Raise();
        }

        using var together = gate.EnterShared();
        Assert.AreEqual(2, together.Count);
    }

    [TestMethod]
    public void A_gate_that_cannot_be_made_fails_at_once()
    {
        using var folder = new TestFolder();

        Assert.Throws<IOException>(new FileGate(folder["no/such/folder/gate"], new TestClock()).Enter);
    }
}
