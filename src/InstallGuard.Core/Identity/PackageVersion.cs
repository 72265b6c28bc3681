using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using InstallGuard.Text;

namespace InstallGuard.Identity;

/// <summary>
/// A NuGet version: up to four numbers, then Semantic Versioning 2.0.0's prerelease labels. Build metadata is kept for
/// reading and takes no part in comparing, as in NuGet.
/// </summary>
public sealed class PackageVersion : IEquatable<PackageVersion>, IComparable<PackageVersion>
{
    /// <summary>The longest version that is read, in UTF-16 units.</summary>
    public const int LongestLength = 256;

    private readonly int[] _numbers;
    private readonly string[] _labels;

    private PackageVersion(int[] numbers, string[] labels)
    {
        (_numbers, _labels) = (numbers, labels);
        var core = string.Create(CultureInfo.InvariantCulture, $"{numbers[0]}.{numbers[1]}.{numbers[2]}");
        core = numbers[3] == 0 ? core : string.Create(CultureInfo.InvariantCulture, $"{core}.{numbers[3]}");
        Text = labels.Length == 0 ? core : $"{core}-{string.Join('.', labels)}";
    }

    /// <summary>NuGet's normalised form, without build metadata: <c>1.0</c> is <c>1.0.0</c>.</summary>
    public string Text { get; }

    /// <summary>The first number: the release line.</summary>
    public int Major => _numbers[0];

    /// <summary>Whether it carries prerelease labels.</summary>
    public bool IsPrerelease => _labels.Length > 0;

    /// <summary>Reads a version in any spelling that NuGet takes.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PackageVersion? version)
    {
        version = null;
        if (text is not { Length: > 0 and <= LongestLength })
        {
            return false;
        }

        var withoutMetadata = text.Split('+', 2);
        var parts = withoutMetadata[0].Split('-', 2);
        if (withoutMetadata.Length == 2 && !AreLabels(withoutMetadata[1].Split('.')))
        {
            return false;
        }

        var labels = parts.Length == 2 ? parts[1].Split('.') : [];
        if (!TryReadNumbers(parts[0], out var numbers) || !AreLabels(labels))
        {
            return false;
        }

        version = new(numbers, labels);
        return true;
    }

    /// <summary>Reads a version that is known to be one.</summary>
    /// <exception cref="FormatException">The text is not a version.</exception>
    public static PackageVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException($"{Quoted.Text(text)} is not a package version");

    /// <inheritdoc/>
    public int CompareTo(PackageVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var i = 0; i < _numbers.Length; i++)
        {
            if (_numbers[i] != other._numbers[i])
            {
                return _numbers[i].CompareTo(other._numbers[i]);
            }
        }

        return CompareLabels(_labels, other._labels);
    }

    /// <inheritdoc/>
    public bool Equals(PackageVersion? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PackageVersion);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Only what equal versions surely share: "-01" and "-1" are equal labels.
        var hash = default(HashCode);
        foreach (var number in _numbers)
        {
            hash.Add(number);
        }

        hash.Add(_labels.Length);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Whether both are the same version.</summary>
    public static bool operator ==(PackageVersion? left, PackageVersion? right) => Equals(left, right);

    /// <summary>Whether they are different versions.</summary>
    public static bool operator !=(PackageVersion? left, PackageVersion? right) => !Equals(left, right);

    /// <summary>Order of precedence.</summary>
    public static bool operator <(PackageVersion left, PackageVersion right) => left.CompareTo(right) < 0;

    /// <summary>Order of precedence.</summary>
    public static bool operator <=(PackageVersion left, PackageVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Order of precedence.</summary>
    public static bool operator >(PackageVersion left, PackageVersion right) => left.CompareTo(right) > 0;

    /// <summary>Order of precedence.</summary>
    public static bool operator >=(PackageVersion left, PackageVersion right) => left.CompareTo(right) >= 0;

    private static bool TryReadNumbers(string text, out int[] numbers)
    {
        numbers = new int[4];
        var parts = text.Split('.');
        if (parts.Length > 4)
        {
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (!parts[i].All(char.IsAsciiDigit) || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreLabels(string[] labels) =>
        labels.All(label => label.Length > 0 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    // Semantic Versioning 2.0.0, section 11. NuGet compares labels without regard to case.
    private static int CompareLabels(string[] left, string[] right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return right.Length.CompareTo(left.Length);
        }

        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = CompareLabel(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareLabel(string left, string right)
    {
        var leftIsNumber = int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var leftNumber);
        var rightIsNumber = int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var rightNumber);
        return (leftIsNumber, rightIsNumber) switch
        {
            (true, true) => leftNumber.CompareTo(rightNumber),
            (true, false) => -1,
            (false, true) => 1,
            (false, false) => StringComparer.OrdinalIgnoreCase.Compare(left, right),
        };
    }
}
