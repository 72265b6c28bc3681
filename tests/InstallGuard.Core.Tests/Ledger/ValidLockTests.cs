using System.Text;
using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>Locks that are read, and written again as the same bytes: fixtures/locks/valid.</summary>
[TestClass]
public sealed class ValidLockTests
{
    public static IEnumerable<object[]> Locks =>
        Directory.EnumerateFiles(Fixtures.Path("locks", "valid"), "*.json").Order(StringComparer.Ordinal).Select(file => new object[] { Path.GetFileName(file) });

    [TestMethod]
    [DynamicData(nameof(Locks))]
    public void Lock_is_written_as_it_was_read(string name)
    {
        var bytes = Bytes(name);

        Assert.AreEqual(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(LockWriter.Write(LockReader.Read(bytes))));
        CollectionAssert.AreEqual(bytes, LockWriter.Write(LockReader.Read(bytes)));
    }

    [TestMethod]
    [DynamicData(nameof(Locks))]
    public void Checkout_with_windows_line_ends_reads_as_the_same(string name)
    {
        var windows = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Bytes(name)).ReplaceLineEndings("\r\n"));

        CollectionAssert.AreEqual(Bytes(name), LockWriter.Write(LockReader.Read(windows)));
    }

    [TestMethod]
    public void Lock_of_nobody_is_the_empty_one() => CollectionAssert.AreEqual(Bytes("empty.json"), LockWriter.Write(LockDocument.Empty));

    [TestMethod]
    public void Accepted_pin_is_read_with_all_that_was_said()
    {
        var pin = LockReader.Read(Bytes("accepted.json")).PinsOf(PackageId.Parse("autofac"))[1];

        Assert.AreEqual("4.9.4", pin.Since.Text);
        Assert.AreEqual(Publishers.NuGetOrg("Autofac"), pin.Identity.Repository);
        Assert.AreEqual(
            new PinOrigin.Accepted("owners-replaced", "jo@contoso.example", new(2026, 11, 22), "moved to the project's own account, see autofac/Autofac#1000"),
            pin.Origin);
    }

    [TestMethod]
    public void Every_kind_of_identity_is_read()
    {
        var identity = LockReader.Read(Bytes("every-kind.json")).PinsOf(PackageId.Parse("Contoso.Json"))[0].Identity;

        Assert.AreEqual(
            Publishers.Build with { Signer = "https://github.com/contoso/build/.github/workflows/pack.yml" },
            identity.Provenance);
        Assert.AreEqual(Publishers.Contoso, identity.Author);
        Assert.AreEqual(Publishers.NuGetOrg("ann"), identity.Repository);
    }

    [TestMethod]
    public void Hidden_characters_are_read_as_they_were_meant()
    {
        var identity = LockReader.Read(Bytes("hidden-characters.json")).PinsOf(PackageId.Parse("Contoso.Json"))[0].Identity;

        Assert.AreEqual("Contoso\u202edtL", identity.Author!.Name);
    }

    [TestMethod]
    public void Hidden_characters_never_stand_in_the_file_as_themselves() => Always.Holds(
        Any.Text,
        text =>
        {
            var written = Encoding.UTF8.GetString(LockWriter.Write(With("1.0.0", text)));
            Assert.IsFalse(written.Any(c => (char.IsControl(c) && c != '\n') || c is '\u202e' or '\u2028' or '\ufeff' or '\ue000'), written);
        });

    [TestMethod]
    public void Ids_out_of_order_are_written_in_order()
    {
        var text = Encoding.UTF8.GetString(Bytes("first-use.json"));
        var swapped = text.Replace("Autofac", "Zzz", StringComparison.Ordinal);

        var written = Encoding.UTF8.GetString(LockWriter.Write(LockReader.Read(Encoding.UTF8.GetBytes(swapped))));

        Assert.IsLessThan(written.IndexOf("Zzz", StringComparison.Ordinal), written.IndexOf("Newtonsoft", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Every_lock_that_is_written_reads_as_itself() => Always.Holds(
        from ids in Gen.SubListOf("Contoso.Json", "contoso-json", "Autofac", "Übung", "_x")
        from pins in Any.Pins
        from text in Any.Text
        select (ids, pins, text),
        it =>
        {
            var document = With("9.0.0", it.text);
            foreach (var id in it.ids)
            {
                document = it.pins.Aggregate(document, (lockDocument, pin) => lockDocument.With(PackageId.Parse(id), pin));
            }

            var bytes = LockWriter.Write(document);
            Assert.AreEqual(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(LockWriter.Write(LockReader.Read(bytes))));
        },
        tests: 1000);

    // A code point and not text: an attribute cannot hold half a surrogate pair.
    [TestMethod]
    [DataRow(-1, "empty")]
    [DataRow(0, "NUL")]
    [DataRow(0xd800, "half a surrogate pair")]
    public void Lock_that_could_not_be_read_again_is_not_written(int unit, string what)
    {
        var name = unit < 0 ? "" : $"a{(char)unit}b";
        byte[] bytes;
        try
        {
            bytes = LockWriter.Write(With("1.0.0", name));
        }
        catch (ArgumentException)
        {
            return;
        }

        Assert.AreEqual(1, LockReader.Read(bytes).Count, what);
    }

    private static LockDocument With(string since, string text) => LockDocument.Empty.With(
        PackageId.Parse("Contoso.Told"),
        new(
            PackageVersion.Parse(since),
            Publishers.Who(author: new(text, text, text, null, null), repository: Publishers.NuGetOrg(text)),
            new PinOrigin.Accepted("author-changed", text, new(2026, 11, 22), text)));

    private static byte[] Bytes(string name) => File.ReadAllBytes(Fixtures.Path("locks", "valid", name));
}
