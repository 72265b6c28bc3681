namespace InstallGuard.Identity;

/// <summary>The contents of one package file: what an unsigned package is held to instead of its feed, where they can be pinned.</summary>
public sealed record ContentsIdentity
{
    private const int Bytes = 64;

    private ContentsIdentity(string sha512) => Sha512 = sha512;

    /// <summary>SHA-512 over the whole file, in Base64.</summary>
    public string Sha512 { get; }

    /// <summary>Reads <see cref="Sha512"/> in its one spelling; null when it is something else.</summary>
    public static ContentsIdentity? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == Bytes && Convert.ToBase64String(bytes) == text ? new(text) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"contents sha512:{Sha512}";
}
