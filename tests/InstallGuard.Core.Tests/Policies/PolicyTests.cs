namespace InstallGuard.Core.Tests;

[TestClass]
public sealed class PolicyTests
{
    [TestMethod]
    [DataRow(VerdictKind.Match, Disposition.Allow, Disposition.Allow)]
    [DataRow(VerdictKind.Notice, Disposition.Warn, Disposition.Warn)]
    [DataRow(VerdictKind.FirstUse, Disposition.Record, Disposition.Block)]
    [DataRow(VerdictKind.Review, Disposition.Block, Disposition.Block)]
    [DataRow(VerdictKind.Undetermined, Disposition.Block, Disposition.Block)]
    [DataRow(VerdictKind.Reject, Disposition.Block, Disposition.Block)]
    public void Verdict_ends_in(VerdictKind verdict, Disposition open, Disposition locked)
    {
        Assert.AreEqual(open, new Policy(Locked: false).For(verdict));
        Assert.AreEqual(locked, new Policy(Locked: true).For(verdict));
    }

    [TestMethod]
    public void Locked_is_never_more_lenient_than_open()
    {
        foreach (var verdict in Enum.GetValues<VerdictKind>())
        {
            Assert.IsTrue(new Policy(Locked: true).For(verdict) >= new Policy(Locked: false).For(verdict), $"{verdict}");
        }
    }

    [TestMethod]
    public void Default_is_open() => Assert.IsFalse(Policy.Default.Locked);

    [TestMethod]
    public void Outcome_of_nothing_blocked_is_clean() => Assert.AreEqual(Outcome.Clean, Outcomes.Of([]));

    [TestMethod]
    public void Outcome_is_undetermined_only_when_nothing_was_found() =>
        Assert.AreEqual(Outcome.Undetermined, Outcomes.Of([VerdictKind.Undetermined, VerdictKind.Undetermined]));

    [TestMethod]
    [DataRow(VerdictKind.FirstUse)]
    [DataRow(VerdictKind.Review)]
    [DataRow(VerdictKind.Reject)]
    public void Outcome_is_blocked_when_something_was_found_beside_what_could_not_be_looked_at(VerdictKind found) =>
        Assert.AreEqual(Outcome.Blocked, Outcomes.Of([VerdictKind.Undetermined, found]));
}
