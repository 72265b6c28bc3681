using System.Diagnostics.CodeAnalysis;
using InstallGuard.Text;

namespace InstallGuard.Identity;

/// <summary>
/// The name of a package, as NuGet compares it: without regard to case. The spelling that it was made with is kept
/// for people to read.
/// </summary>
public sealed class PackageId : IEquatable<PackageId>, IComparable<PackageId>
{
    /// <summary>The longest id that is read, in UTF-16 units. NuGet's own limit.</summary>
    public const int LongestLength = 100;

    private PackageId(string text) => Text = text;

    /// <summary>The id as it was spelled where it was read.</summary>
    public string Text { get; }

    /// <summary>Reads an id: letters that can be seen, digits and underscores, in parts joined by single dots or hyphens.</summary>
    /// <returns>False when the text is not a package id; nothing that could name a folder above its own, or that of another id, passes.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PackageId? id)
    {
        id = text is { Length: > 0 and <= LongestLength } && IsWellFormed(text) ? new(text) : null;
        return id is not null;
    }

    /// <summary>Reads an id that is known to be one.</summary>
    /// <exception cref="FormatException">The text is not a package id.</exception>
    public static PackageId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"{Quoted.Text(text)} is not a package id");

    /// <inheritdoc/>
    public bool Equals(PackageId? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PackageId);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    /// <inheritdoc/>
    public int CompareTo(PackageId? other) => StringComparer.OrdinalIgnoreCase.Compare(Text, other?.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Whether both name the same package.</summary>
    public static bool operator ==(PackageId? left, PackageId? right) => Equals(left, right);

    /// <summary>Whether they name different packages.</summary>
    public static bool operator !=(PackageId? left, PackageId? right) => !Equals(left, right);

    /// <summary>Order of the lock file.</summary>
    public static bool operator <(PackageId left, PackageId right) => left.CompareTo(right) < 0;

    /// <summary>Order of the lock file.</summary>
    public static bool operator <=(PackageId left, PackageId right) => left.CompareTo(right) <= 0;

    /// <summary>Order of the lock file.</summary>
    public static bool operator >(PackageId left, PackageId right) => left.CompareTo(right) > 0;

    /// <summary>Order of the lock file.</summary>
    public static bool operator >=(PackageId left, PackageId right) => left.CompareTo(right) >= 0;

    private static bool IsWellFormed(string text)
    {
        var joinAllowed = false;
        foreach (var c in text)
        {
            if ((char.IsLetterOrDigit(c) && !HiddenCharacters.Contains(new(c)) && HasOneSpelling(c)) || c == '_')
            {
                joinAllowed = true;
            }
            else if (c is '.' or '-' && joinAllowed)
            {
                joinAllowed = false;
            }
            else
            {
                return false;
            }
        }

        return joinAllowed;
    }

    // Ids are equal without regard to case, and a package lies in a folder whose name is its id in lower case. Of the letters
    // for which these are not the same, one id leads to the folder of another (the Kelvin sign to that of k). The ranges hold
    // letters that some file systems take for others: parts of Hangul syllables, and compatibility ideographs.
    private static bool HasOneSpelling(char c) =>
        char.IsAscii(c)
        || (char.ToUpperInvariant(char.ToLowerInvariant(c)) == char.ToUpperInvariant(c)
            && char.ToLowerInvariant(char.ToUpperInvariant(c)) == char.ToLowerInvariant(c)
            && c is not ((>= '\u1100' and <= '\u11ff') or (>= '\ua960' and <= '\ua97f') or (>= '\ud7b0' and <= '\ud7ff') or (>= '\uf900' and <= '\ufaff')));
}
