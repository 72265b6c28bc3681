using InstallGuard.Identity;

namespace InstallGuard.Adapters.Storage;

[TestClass]
public sealed class StorageKeyTests
{
    [TestMethod]
    [DataRow("1.0", "1.0.0.0", true)]
    [DataRow("1.0.0-Beta.1", "1.0.0-bETA.01", true)]
    [DataRow("1.0.0-beta.1+build", "1.0.0-beta.1", true)]
    [DataRow("1.0.0-beta-1", "1.0.0-beta.1", false)]
    [DataRow("1.0.0-99999999999", "1.0.0-099999999999", false)]
    public void Versions_that_are_equal_have_one_key(string left, string right, bool same)
    {
        var (a, b) = (PackageVersion.Parse(left), PackageVersion.Parse(right));

        Assert.AreEqual(same, a == b);
        Assert.AreEqual(same, StorageKey.Of(a) == StorageKey.Of(b));
    }

    [TestMethod]
    [DataRow("Contoso.Ärger", "contoso.ärger", true)]
    [DataRow("Contoso.I", "contoso.ı", false)]
    public void Ids_that_are_equal_have_one_key(string left, string right, bool same)
    {
        var (a, b) = (PackageId.Parse(left), PackageId.Parse(right));

        Assert.AreEqual(same, a == b);
        Assert.AreEqual(same, StorageKey.Of(a) == StorageKey.Of(b));
    }
}
