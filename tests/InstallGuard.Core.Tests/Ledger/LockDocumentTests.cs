using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

[TestClass]
public sealed class LockDocumentTests
{
    private static readonly PackageId Json = PackageId.Parse("Contoso.Json");

    [TestMethod]
    public void Empty_lock_knows_nobody()
    {
        Assert.AreEqual(0, LockDocument.Empty.Count);
        Assert.IsEmpty(LockDocument.Empty.PinsOf(Json));
    }

    [TestMethod]
    public void Adding_a_pin_leaves_the_earlier_lock_as_it_was()
    {
        var before = LockDocument.Empty.With(Json, Publishers.Pinned("1.0.0"));
        var after = before.With(Json, Publishers.Pinned("2.0.0"));

        Assert.HasCount(1, before.PinsOf(Json));
        Assert.HasCount(2, after.PinsOf(Json));
    }

    [TestMethod]
    public void Pins_stand_in_the_order_of_their_versions()
    {
        var pins = LockDocument.Empty
            .With(Json, Publishers.Pinned("10.0.0"))
            .With(Json, Publishers.Pinned("2.0.0"))
            .With(Json, Publishers.Pinned("2.0.0-rc.1"))
            .PinsOf(Json);

        Assert.AreEqual("2.0.0-rc.1 2.0.0 10.0.0", string.Join(' ', pins.Select(pin => pin.Since)));
    }

    [TestMethod]
    [DataRow("1.0.0")]
    [DataRow("1.0")]
    [DataRow("1.0.0.0")]
    [DataRow("1.0.0+build")]
    public void Pin_at_the_same_version_is_replaced(string since)
    {
        var replaced = LockDocument.Empty
            .With(Json, Publishers.Pinned("1.0.0", author: Publishers.Contoso))
            .With(Json, Publishers.Pinned(since, author: Publishers.Mallory));

        Assert.AreEqual(Publishers.Mallory, replaced.PinsOf(Json).Single().Identity.Author);
    }

    [TestMethod]
    public void Package_is_found_in_any_spelling_and_is_one()
    {
        var both = LockDocument.Empty
            .With(Json, Publishers.Pinned("1.0.0"))
            .With(PackageId.Parse("CONTOSO.json"), Publishers.Pinned("2.0.0"));

        Assert.AreEqual(1, both.Count);
        Assert.HasCount(2, both.PinsOf(PackageId.Parse("contoso.JSON")));
    }

    [TestMethod]
    public void First_spelling_of_an_id_stays()
    {
        var both = LockDocument.Empty
            .With(Json, Publishers.Pinned("1.0.0"))
            .With(PackageId.Parse("CONTOSO.json"), Publishers.Pinned("2.0.0"));

        Assert.AreEqual("Contoso.Json", both.Packages.Single().Key.Text);
    }

    [TestMethod]
    public void Packages_stand_in_order_without_regard_to_case()
    {
        var all = new[] { "b", "A.b", "a", "C", "A-b" }
            .Aggregate(LockDocument.Empty, (document, id) => document.With(PackageId.Parse(id), Publishers.Pinned("1.0.0")));

        Assert.AreEqual("a A-b A.b b C", string.Join(' ', all.Packages.Select(package => package.Key)));
    }

    [TestMethod]
    public void What_is_added_to_a_lock_that_was_read_stands_in_its_place()
    {
        var read = LockReader.Read(LockWriter.Write(new[] { "B", "D", "F" }.Aggregate(
            LockDocument.Empty, (document, id) => document.With(PackageId.Parse(id), Publishers.Pinned("1.0.0")))));
        var all = new[] { "g", "a", "d", "c", "C" }
            .Aggregate(read, (document, id) => document.With(PackageId.Parse(id), Publishers.Pinned("2.0.0")));

        Assert.AreEqual("a B c D F g", string.Join(' ', all.Packages.Select(package => package.Key)));
        Assert.AreEqual(6, all.Count);
        Assert.HasCount(2, all.PinsOf(PackageId.Parse("d")));
        Assert.HasCount(1, read.PinsOf(PackageId.Parse("D")));
    }

    [TestMethod]
    public void Packages_of_a_file_may_stand_in_any_order()
    {
        var written = LockWriter.Write(new[] { "A", "B" }.Aggregate(
            LockDocument.Empty, (document, id) => document.With(PackageId.Parse(id), Publishers.Pinned("1.0.0"))));
        var text = System.Text.Encoding.UTF8.GetString(written).Replace("\"A\"", "\"C\"", StringComparison.Ordinal);

        var read = LockReader.Read(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.AreEqual("B C", string.Join(' ', read.Packages.Select(package => package.Key)));
        Assert.HasCount(1, read.PinsOf(PackageId.Parse("C")));
    }
}
