using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>Attacker text on its way to a terminal, a log or a protocol line.</summary>
[TestClass]
public sealed class VisibleTests
{
    [TestMethod]
    [DataRow("\u001b[2J\u001b[31mok", "\\u{1b}[2J\\u{1b}[31mok")]
    [DataRow("\u009b2J", "\\u{9b}2J")]
    [DataRow("\u0007", "\\u{7}")]
    [DataRow("a\bb", "a\\u{8}b")]
    [DataRow("a\u007fb", "a\\u{7f}b")]
    public void Terminal_is_not_steered(string text, string shown) => Assert.AreEqual(shown, Visible.Text(text));

    [TestMethod]
    [DataRow("a\r\nerror IG0000: b", "a\\u{d}\\u{a}error IG0000: b")]
    [DataRow("a\rb", "a\\u{d}b")]
    [DataRow("a\tb", "a\\u{9}b")]
    [DataRow("a\vb", "a\\u{b}b")]
    [DataRow("a\fb", "a\\u{c}b")]
    [DataRow("a\u0085b", "a\\u{85}b")]
    [DataRow("a\u2028b", "a\\u{2028}b")]
    [DataRow("a\u2029b", "a\\u{2029}b")]
    [DataRow("a\0b", "a\\u{0}b")]
    public void Line_is_not_forged(string text, string shown) => Assert.AreEqual(shown, Visible.Text(text));

    [TestMethod]
    [DataRow("Contoso\u202egpj.exe", "Contoso\\u{202e}gpj.exe")]
    [DataRow("a\u2066b\u2069", "a\\u{2066}b\\u{2069}")]
    [DataRow("a\u200eb", "a\\u{200e}b")]
    public void Writing_direction_is_not_turned(string text, string shown) => Assert.AreEqual(shown, Visible.Text(text));

    [TestMethod]
    [DataRow("Con\u200btoso", "Con\\u{200b}toso")]
    [DataRow("\ufeffContoso", "\\u{feff}Contoso")]
    [DataRow("Con\u00adtoso", "Con\\u{ad}toso")]
    [DataRow("a\ue000b", "a\\u{e000}b")]
    [DataRow("a\udb40\udc41b", "a\\u{e0041}b")]
    [DataRow("a\uffffb", "a\\u{ffff}b")]
    public void Nothing_stays_hidden(string text, string shown) => Assert.AreEqual(shown, Visible.Text(text));

    [TestMethod]
    [DataRow("")]
    [DataRow("Contoso.Json 2.0.0")]
    [DataRow("株式会社コントソ, JP")]
    [DataRow("Société d’Édition")]
    [DataRow("\ud83d\ude80 emoji")]
    [DataRow("C:\\temp\\a \"b\" 'c' <d> &e;")]
    public void Honest_text_is_shown_as_it_is(string text) => Assert.AreEqual(text, Visible.Text(text));

    [TestMethod]
    [DataRow(0xd800)]
    [DataRow(0xdfff)]
    public void Half_a_surrogate_pair_is_shown_as_a_replacement(int unit) => Assert.AreEqual("a\ufffdb", Visible.Text($"a{(char)unit}b"));

    [TestMethod]
    public void Text_of_the_longest_length_is_shown_whole_and_longer_text_is_cut()
    {
        var longest = new string('a', Visible.LongestText);

        Assert.AreEqual(longest, Visible.Text(longest));
        Assert.AreEqual(longest + "…", Visible.Text(longest + "b"));
        Assert.AreEqual(longest + "…", Visible.Text(longest + new string('b', 1_000_000)));
    }

    [TestMethod]
    public void Cut_does_not_split_a_character()
    {
        var shown = Visible.Text(new string('a', Visible.LongestText - 1) + "\ud83d\ude80\ud83d\ude80");

        Assert.AreEqual(new string('a', Visible.LongestText - 1) + "\ud83d\ude80…", shown);
    }

    [TestMethod]
    public void Whatever_comes_in_is_safe_and_short() => Always.Holds(
        from units in Gen.OneOf(Gen.Choose(0, 0xffff), Gen.Choose(0, 0x20), Gen.Choose(0x2000, 0x206f), Gen.Choose(0xd800, 0xdfff)).ListOf()
        select string.Concat(units.Select(unit => (char)unit)),
        text =>
        {
            var shown = Visible.Text(text);
            Assert.IsLessThanOrEqualTo(Visible.LongestText + "\\u{10ffff}…".Length, shown.Length);
            foreach (var rune in shown.EnumerateRunes())
            {
                Assert.IsFalse(
                    System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
                    shown);
            }
        },
        tests: 2000);
}
