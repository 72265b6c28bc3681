using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InstallGuard.Text;

/// <summary>
/// Text of packages, feeds and files inside a message of ours. It stands in quotation marks, unless it is of characters
/// that could not be taken for ours; and it is short. Different texts never read the same.
/// </summary>
public static class Quoted
{
    /// <summary>The most that is shown of a text, in UTF-16 units.</summary>
    public const int LongestText = 80;

    /// <summary>The most that is shown of a sentence that a program of others made, such as the reason of a failure.</summary>
    public const int LongestSentence = 400;

    /// <summary>The most that is shown of an address without quotation marks.</summary>
    public const int LongestAddress = 200;

    private const int DigestDigits = 32;

    /// <summary>
    /// In quotation marks. What is longer than it may be is cut, which is said behind the marks, with a hash of the whole
    /// by which two of them can be told apart.
    /// </summary>
    public static string Text(string text) => Text(text, LongestText);

    /// <summary>The same of a sentence that a program of others made, and that may hold anybody's text.</summary>
    public static string Sentence(string text) => Text(text, LongestSentence);

    private static string Text(string text, int longest)
    {
        var shown = new StringBuilder("\"");
        foreach (var piece in SafeText.Pieces(text, isQuoted: true))
        {
            if (shown.Length - 1 + piece.Length > longest)
            {
                return shown.Append(CultureInfo.InvariantCulture, $"\"… ({text.Length} characters, sha256:{Digest(text)})").ToString();
            }

            shown.Append(piece);
        }

        return shown.Append('"').ToString();
    }

    /// <summary>The name of an account: in quotation marks where it could be taken for more than one word of a list.</summary>
    public static string Account(string name) => IsOf(name, LongestText, "._-") ? name : Text(name);

    /// <summary>An address of the web or a path: in quotation marks where it has characters that such have not.</summary>
    public static string Address(string text) =>
        IsOf(text, LongestAddress, "._-~/:@%+=&?!*\\") && !text.Contains("::", StringComparison.Ordinal) && text[^1] != ':' ? text : Text(text);

    /// <summary>The name of a person or company in a cell of its own: in quotation marks where it is no plain words.</summary>
    public static string Name(string text) =>
        text.Length is > 0 and <= LongestText && text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal)
        && string.Concat(SafeText.Pieces(text, isQuoted: true)) == text && text.All(c => char.IsLetterOrDigit(c) || " .,&'-()_/+@".Contains(c, StringComparison.Ordinal) || c > '~')
            ? text
            : Text(text);

    /// <summary>Hexadecimal digits that differ for different texts.</summary>
    internal static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)))[..DigestDigits];

    private static bool IsOf(string text, int longest, string marks) =>
        text.Length > 0 && text.Length <= longest && text.All(c => char.IsAsciiLetterOrDigit(c) || marks.Contains(c, StringComparison.Ordinal));
}
