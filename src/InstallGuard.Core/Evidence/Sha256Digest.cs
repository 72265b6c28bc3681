using System.Diagnostics.CodeAnalysis;
using InstallGuard.Text;

namespace InstallGuard.Evidence;

/// <summary>A SHA-256 of something, in lower-case hexadecimal, and never an arbitrary string.</summary>
public sealed record Sha256Digest
{
    private Sha256Digest(string hex) => Hex = hex;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>Wraps 32 bytes of hash.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static Sha256Digest FromBytes(ReadOnlySpan<byte> hash) =>
        hash.Length == 32
            ? new(Convert.ToHexStringLower(hash))
            : throw new ArgumentException($"a SHA-256 has 32 bytes, not {hash.Length}", nameof(hash));

    /// <summary>Reads 64 hexadecimal digits of either case.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Sha256Digest? digest)
    {
        digest = text is { Length: 64 } && text.All(char.IsAsciiHexDigit) ? new(text.ToLowerInvariant()) : null;
        return digest is not null;
    }

    /// <summary>Reads 64 hexadecimal digits that are known to be some.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static Sha256Digest Parse(string text) =>
        TryParse(text, out var digest) ? digest : throw new FormatException($"{Quoted.Text(text)} is not a SHA-256");

    /// <inheritdoc/>
    public override string ToString() => Hex;
}
