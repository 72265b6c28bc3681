using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

[TestClass]
public sealed class PinSelectionTests
{
    [TestMethod]
    [DataRow("2.5.0", "1.0.0 2.0.0 3.0.0", "2.0.0")]
    [DataRow("2.5.0", "2.0.0 2.4.0 2.6.0", "2.4.0")]
    [DataRow("2.5.0", "2.5.0 2.4.0", "2.5.0")]
    [DataRow("2.5.0", "2.5.0-rc.1", "2.5.0-rc.1")]
    [DataRow("2.5.0-rc.1", "2.4.0 2.5.0", "2.4.0")]
    [DataRow("2.5.0-rc.1", "1.0.0 2.5.0", "1.0.0")]
    [DataRow("4.0.0", "1.0.0 3.1.0", "3.1.0")]
    [DataRow("4.0.0-alpha", "1.0.0 3.1.0", "3.1.0")]
    [DataRow("4.0.0", "3.0.0 5.0.0", "3.0.0")]
    [DataRow("1.0.0", "5.0.0 3.0.0", "3.0.0")]
    [DataRow("0.9.0", "1.0.0", "1.0.0")]
    [DataRow("2.0.0.1", "2.0.0 2.0.0.2", "2.0.0")]
    public void Pin_applies(string version, string pins, string applies)
    {
        var selected = PinSelection.For(PackageVersion.Parse(version), [.. pins.Split(' ').Select(since => Publishers.Pinned(since))]);

        Assert.AreEqual(applies, selected!.Since.Text);
    }

    [TestMethod]
    public void Package_without_pins_has_none_that_applies() =>
        Assert.IsNull(PinSelection.For(PackageVersion.Parse("1.0.0"), []));

    [TestMethod]
    public void One_manual_release_in_another_line_is_compared_with_its_own_line()
    {
        Pin[] pins = [Publishers.Pinned("1.0.0", author: Publishers.Contoso), Publishers.Pinned("2.0.0")];

        Judged.Verdict(Found.In(Publishers.Package(version: "2.1.0")), pins).Says(VerdictKind.Match);
        Judged.Verdict(Found.In(Publishers.Package(version: "1.1.0")), pins).Says(VerdictKind.Review, "author-lost");
    }

    [TestMethod]
    public void Version_below_every_pin_is_compared_with_the_lowest() => Judged
        .Verdict(Found.In(Publishers.Package(version: "0.1.0")), Publishers.Pinned("1.0.0", author: Publishers.Contoso))
        .Says(VerdictKind.Review, "author-lost");

    [TestMethod]
    public void New_line_is_no_first_use() => Judged
        .Verdict(Found.In(Publishers.Package(version: "99.0.0"), author: Found.Signed(Publishers.Mallory)), Publishers.Pinned("1.0.0", author: Publishers.Contoso))
        .Says(VerdictKind.Review, "author-changed");

    [TestMethod]
    public void Verdict_names_the_pin_that_it_was_compared_with()
    {
        var pin = Publishers.Pinned("2.0.0");

        Assert.AreSame(pin, Judged.Verdict(Found.In(), Publishers.Pinned("1.0.0"), pin).Pin);
    }
}
