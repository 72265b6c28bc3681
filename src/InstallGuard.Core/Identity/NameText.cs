using System.Text;

namespace InstallGuard.Identity;

/// <summary>When two names in certificates are one.</summary>
internal static class NameText
{
    /// <summary>
    /// RFC 5280, section 7.1: names compare without regard to case and to how much white space separates words. Letters that
    /// merely have the same upper case, such as the long s and s, are not the same.
    /// </summary>
    public static bool Same(string? left, string? right) =>
        string.Equals(left, right, StringComparison.Ordinal) || string.Equals(Words(left), Words(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash for <see cref="Same"/>.</summary>
    public static int Hash(string? text) => StringComparer.OrdinalIgnoreCase.GetHashCode(Words(text));

    /// <summary>Its letters and digits alone: "DigiCert Inc" and "DigiCert, Inc." are one company.</summary>
    public static string Letters(string text) => string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit));

    private static string Words(string? text) =>
        text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
