using System.Globalization;
using System.Text;

namespace InstallGuard.Text;

/// <summary>
/// Text in which nothing is hidden, moves the cursor or forges a line, and that no build server takes for an order:
/// Azure Pipelines and GitHub Actions obey <c>##</c> anywhere in a line, and <c>::</c> at its start.
/// </summary>
internal static class SafeText
{
    /// <summary>The text, piece by piece: a character, or the escape in its place.</summary>
    /// <param name="text">Anybody's text.</param>
    /// <param name="isQuoted">
    /// Whether it will stand in quotation marks: then it holds none, nor anything that separates the parts of a message.
    /// </param>
    /// <param name="hasLabels">Whether it is a message of ours, whose parts are labelled, and in which texts of others were quoted.</param>
    public static IEnumerable<string> Pieces(string text, bool isQuoted, bool hasLabels = false)
    {
        var (before, takesMark) = (default(Rune), false);
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            at += length;
            var isMark = HiddenCharacters.IsMark(rune);
            var isUnsafe = HiddenCharacters.Contains(rune)
                || (isMark && !takesMark)
                || (rune == before && rune.Value is '#' or ':')
                || (isQuoted ? Separates(rune, text, at) : !hasLabels && rune.Value == ';' && IsLabel(text, at));
            yield return isUnsafe ? Escape(rune) : isQuoted && rune.Value == '\\' ? "\\\\" : rune.ToString();
            (before, takesMark) = (rune, !isUnsafe && (isMark || Rune.IsLetterOrDigit(rune)));
        }
    }

    private static string Escape(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");

    // A colon belongs to addresses and paths, and to a label only where a space follows.
    private static bool Separates(Rune rune, string text, int next) =>
        rune.Value is '"' or ';' or '→' || (rune.Value == ':' && (next == text.Length || !IsPrinting(text[next])));

    private static bool IsPrinting(char c) => c > ' ' && !char.IsWhiteSpace(c) && (char.IsSurrogate(c) || !HiddenCharacters.Contains(new(c)));

    // The parts of a message in one line are joined as in "now: …; help: …".
    private static bool IsLabel(string text, int at)
    {
        while (at < text.Length && !IsPrinting(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '-'))
        {
            end++;
        }

        return end > at && end < text.Length && text[end] == ':';
    }
}
