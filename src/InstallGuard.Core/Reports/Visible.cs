using System.Text;
using InstallGuard.Text;

namespace InstallGuard.Reports;

/// <summary>
/// Text from packages, feeds and files is attacker text. On its way to any screen, log or protocol line it passes here,
/// whatever was made of it before.
/// </summary>
public static class Visible
{
    /// <summary>The longest text that is shown whole, in UTF-16 units.</summary>
    public const int LongestText = 400;

    /// <summary>The longest line of ours: it holds any number of texts that were cut one by one.</summary>
    public const int LongestLine = 8000;

    /// <summary>The same text, in which nothing can move the cursor, forge a line or a part of one, give an order or hide.</summary>
    public static string Text(string text) => Shown(text, LongestText);

    /// <summary>The same of words of ours, in which each text of others was quoted by <see cref="Quoted"/> and so cut.</summary>
    public static string Line(string text) => Shown(text, LongestLine);

    /// <summary>The same of a whole message that a program of ours wrote, in one line or several.</summary>
    public static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => Shown(line, LongestLine, hasLabels: true)));

    private static string Shown(string text, int longest, bool hasLabels = false)
    {
        var shown = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var piece in SafeText.Pieces(text, isQuoted: false, hasLabels))
        {
            if (shown.Length >= longest)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(piece);
        }

        return shown.ToString();
    }
}
