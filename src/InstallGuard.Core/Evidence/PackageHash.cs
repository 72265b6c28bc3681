using System.Diagnostics.CodeAnalysis;

namespace InstallGuard.Evidence;

/// <summary>
/// The SHA-512 of a whole package file: what NuGet keeps in <c>.nupkg.sha512</c>. It names one exact set of bytes.
/// </summary>
public sealed record PackageHash
{
    private PackageHash(string base64) => Base64 = base64;

    /// <summary>64 bytes in Base64, 88 characters.</summary>
    public string Base64 { get; }

    /// <summary>Wraps 64 bytes of hash.</summary>
    /// <exception cref="ArgumentException">Not 64 bytes.</exception>
    public static PackageHash FromBytes(ReadOnlySpan<byte> hash) =>
        hash.Length == 64
            ? new(Convert.ToBase64String(hash))
            : throw new ArgumentException($"a SHA-512 has 64 bytes, not {hash.Length}", nameof(hash));

    /// <summary>Reads the Base64 text of 64 bytes, in its one canonical spelling.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PackageHash? hash)
    {
        Span<byte> bytes = stackalloc byte[64];
        hash = text is { Length: 88 }
            && Convert.TryFromBase64String(text, bytes, out var written)
            && written == 64
            && string.Equals(Convert.ToBase64String(bytes), text, StringComparison.Ordinal)
                ? new(text)
                : null;
        return hash is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Base64;
}
