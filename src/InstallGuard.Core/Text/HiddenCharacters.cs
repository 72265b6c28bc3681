using System.Globalization;
using System.Text;

namespace InstallGuard.Text;

/// <summary>What a reader does not see, or takes for a space: text that holds it reads like other text.</summary>
internal static class HiddenCharacters
{
    // Default_Ignorable_Code_Point of Unicode 16.0 (DerivedCoreProperties.txt), as far as the categories below do not say
    // it: also what is not assigned yet.
    private static readonly (int First, int Last)[] Ignorable =
    [
        (0x034f, 0x034f), (0x115f, 0x1160), (0x17b4, 0x17b5), (0x180b, 0x180f), (0x2060, 0x206f), (0x3164, 0x3164),
        (0xfe00, 0xfe0f), (0xffa0, 0xffa0), (0xfff0, 0xfff8), (0x1bca0, 0x1bca3), (0x1d173, 0x1d17a), (0xe0000, 0xe0fff),
    ];

    // Assigned, not ignorable, and without ink: braille with no dot, a null note head, a filler and two hieroglyphic blanks.
    private static readonly (int First, int Last)[] Blank =
        [(0x2800, 0x2800), (0x1d159, 0x1d159), (0x16fe4, 0x16fe4), (0x13441, 0x13442)];

    public static bool Contains(Rune rune)
    {
        if (rune.IsAscii)
        {
            return rune.Value is < ' ' or 0x7f;
        }

        return Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            || IsIn(Ignorable, rune) || IsIn(Blank, rune);
    }

    /// <summary>Whether it is drawn into the character before it.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsIn((int First, int Last)[] ranges, Rune rune) =>
        Array.Exists(ranges, range => rune.Value >= range.First && rune.Value <= range.Last);
}
