using System.Globalization;
using System.Text;

namespace InstallGuard.Reports;

/// <summary>
/// Text from packages, feeds and files is attacker text. On its way to any screen, log or protocol line it passes here,
/// and nowhere else is it made safe.
/// </summary>
public static class Visible
{
    /// <summary>The longest text that is shown whole, in UTF-16 units.</summary>
    public const int LongestText = 400;

    /// <summary>The same text, in which nothing can move the cursor, forge a line or turn the writing direction.</summary>
    public static string Text(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= LongestText)
            {
                return shown.Append('…').ToString();
            }

            _ = IsHidden(rune)
                ? shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}")
                : shown.Append(rune);
        }

        return shown.ToString();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned;
}
