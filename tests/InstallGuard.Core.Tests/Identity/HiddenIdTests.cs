using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>Letters that show nothing: a name that holds one reads like another name.</summary>
[TestClass]
public sealed class HiddenIdTests
{
    [TestMethod]
    [DataRow("Contoso.Json\u3164")]
    [DataRow("Contoso\uffa0.Json")]
    [DataRow("\u115fContoso.Json")]
    [DataRow("Contoso.\u1160")]
    public void Id_with_a_letter_that_shows_nothing_is_none(string text) => Assert.IsFalse(PackageId.TryParse(text, out _));

    [TestMethod]
    [DataRow("Contoso.\u212ait")]
    [DataRow("\u212bngstrom")]
    [DataRow("\u2126mega")]
    [DataRow("Stra\u1e9ee")]
    [DataRow("Odysseu\u03c2")]
    [DataRow("\u1112\u1161\u11ab")]
    [DataRow("\uf900")]
    public void Id_whose_folder_is_that_of_another_id_is_none(string text) => Assert.IsFalse(PackageId.TryParse(text, out _));

    [TestMethod]
    [DataRow("Übung.Json")]
    [DataRow("日本語")]
    [DataRow("한국어")]
    public void Id_of_letters_of_another_script_is_one(string text) => Assert.IsTrue(PackageId.TryParse(text, out _));

    [TestMethod]
    public void Lock_shows_what_cannot_be_seen()
    {
        foreach (var of in Hostile.Texts)
        {
            var pin = new Pin(PackageVersion.Parse("1.0.0"), Hostile.Publisher(of), new PinOrigin.FirstUse(new(2026, 11, 21)));
            var written = PinText.Write(pin);

            foreach (var line in written.Split('\n').Where(line => !line.Contains(Hostile.Endless, StringComparison.Ordinal)))
            {
                Hostile.IsHarmless(line.Replace("##", "#", StringComparison.Ordinal).Replace("#", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal), of);
            }

            Assert.AreEqual(of, PinText.Read(written).Identity.Author!.Name);
        }
    }
}
