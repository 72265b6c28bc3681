namespace InstallGuard.Core.Tests;

[TestClass]
public sealed class OwnerSetTests
{
    [TestMethod]
    [DataRow("ann,bob", "bob,ann")]
    [DataRow("ann,bob", "BOB,Ann")]
    [DataRow("ann,bob", "ann,bob,ANN,bob")]
    [DataRow("", "")]
    public void Order_case_and_repetition_make_no_difference(string one, string other)
    {
        var (left, right) = (Set(one), Set(other));

        Assert.AreEqual(left, right);
        Assert.AreEqual(left.GetHashCode(), right.GetHashCode());
    }

    [TestMethod]
    [DataRow("ann", "ann,bob")]
    [DataRow("ann,bob", "ann")]
    [DataRow("ann", "")]
    [DataRow("ann", "ann1")]
    [DataRow("ann", "\u0430nn")]
    [DataRow("ann", "ann ")]
    public void Another_name_makes_another_set(string one, string other)
    {
        Assert.AreNotEqual(Set(one), Set(other));
        Assert.AreNotEqual(Set(other), Set(one));
    }

    [TestMethod]
    public void Names_keep_their_spelling_and_stand_in_order() => Assert.AreEqual("Ann, bob, Cid", Set("Cid,Ann,bob").ToString());

    [TestMethod]
    public void Nobody_reads_as_nobody() => Assert.AreEqual("(none)", OwnerSet.None.ToString());

    [TestMethod]
    public void Difference_and_overlap_disregard_case()
    {
        Assert.AreEqual(Set("eve"), Set("ANN,eve").Except(Set("ann,bob")));
        Assert.IsTrue(Set("ANN").Overlaps(Set("ann,bob")));
        Assert.IsFalse(Set("ann").Overlaps(Set("bob")));
        Assert.IsFalse(OwnerSet.None.Overlaps(OwnerSet.None));
    }

    private static OwnerSet Set(string names) => new(names.Split(',', StringSplitOptions.RemoveEmptyEntries));
}
