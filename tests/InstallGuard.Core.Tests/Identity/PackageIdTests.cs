namespace InstallGuard.Core.Tests;

[TestClass]
public sealed class PackageIdTests
{
    [TestMethod]
    [DataRow("Newtonsoft.Json")]
    [DataRow("a")]
    [DataRow("_")]
    [DataRow("7")]
    [DataRow("Contoso.Json-Extras_2")]
    [DataRow("Übung.日本語")]
    public void An_id_is_read_as_it_is_spelled(string text) => Assert.AreEqual(text, PackageId.Parse(text).Text);

    [TestMethod]
    public void Null_is_no_id() => Assert.IsFalse(PackageId.TryParse(null, out _));

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    [DataRow("Contoso Json")]
    [DataRow("Contoso.Json ")]
    [DataRow(".Contoso")]
    [DataRow("Contoso.")]
    [DataRow("-Contoso")]
    [DataRow("Contoso-")]
    [DataRow("Contoso.-Json")]
    [DataRow("Contoso:Json")]
    [DataRow("Contoso*")]
    [DataRow("Contoso\0Json")]
    [DataRow("Contoso\nJson")]
    [DataRow("Contoso\u202eJson")]
    [DataRow("Contoso\u200bJson")]
    [DataRow("Contoso\ud83d\ude00")]
    public void What_is_no_id_is_refused(string text)
    {
        Assert.IsFalse(PackageId.TryParse(text, out var id));
        Assert.IsNull(id);
        Assert.ThrowsExactly<FormatException>(() => PackageId.Parse(text));
    }

    [TestMethod]
    public void Half_a_surrogate_pair_is_no_id() => Assert.IsFalse(PackageId.TryParse($"Contoso{(char)0xd800}", out _));

    [TestMethod]
    [DataRow(".")]
    [DataRow("..")]
    [DataRow("../evil")]
    [DataRow("..\\evil")]
    [DataRow("Contoso/../evil")]
    [DataRow("Contoso..Json")]
    [DataRow("/etc/passwd")]
    [DataRow("C:\\evil")]
    [DataRow("Contoso/Json")]
    [DataRow("Contoso\\Json")]
    [DataRow("%2e%2e")]
    [DataRow("~")]
    public void Nothing_that_names_another_folder_is_an_id(string text) => Assert.IsFalse(PackageId.TryParse(text, out _));

    [TestMethod]
    public void An_id_of_100_characters_is_read_and_one_of_101_is_not()
    {
        Assert.IsTrue(PackageId.TryParse(new string('a', PackageId.LongestLength), out _));
        Assert.IsFalse(PackageId.TryParse(new string('a', PackageId.LongestLength + 1), out _));
    }

    [TestMethod]
    public void Ids_that_differ_in_case_are_one_package()
    {
        var (one, other) = (PackageId.Parse("Newtonsoft.Json"), PackageId.Parse("NEWTONSOFT.json"));

        Assert.AreEqual(one, other);
        Assert.AreEqual(one.GetHashCode(), other.GetHashCode());
        Assert.AreEqual(0, one.CompareTo(other));
        Assert.IsTrue(one == other && one <= other && one >= other && !(one != other) && !(one < other) && !(one > other));
    }

    [TestMethod]
    [DataRow("Contoso.Json", "Contoso-Json")]
    [DataRow("Contoso.Json", "Contoso_Json")]
    [DataRow("Contoso.Json", "ContosoJson")]
    [DataRow("Contoso.Json", "C\u043entoso.Json")]
    public void Look_alikes_are_other_packages(string one, string other) =>
        Assert.AreNotEqual(PackageId.Parse(one), PackageId.Parse(other));
}
