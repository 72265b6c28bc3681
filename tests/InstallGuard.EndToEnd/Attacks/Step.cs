namespace InstallGuard.EndToEnd.Attacks;

/// <summary>A package's next version, 2.0.0, after a version 1.0.0 that is pinned, and what a guarded restore says of it.</summary>
/// <param name="Name">What happens, in a few words.</param>
/// <param name="Pinned">The version that is pinned; null where the package was never used before.</param>
/// <param name="Next">The version that comes next.</param>
/// <param name="Codes">The codes with which it is shown, and no others; none where it passes without a word.</param>
public sealed record Step(string Name, Func<Publishers, byte[]>? Pinned, Func<Publishers, byte[]> Next, params IReadOnlyList<string> Codes)
{
    /// <summary>What else stands in the message; the package's id for {id}, the repository's address for {index}.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>What the lock says of the change afterwards.</summary>
    public string? Noticed { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
