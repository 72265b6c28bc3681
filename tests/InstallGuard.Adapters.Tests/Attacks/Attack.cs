using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Adapters.Attacks;

/// <summary>A step of a package's history that is an attack, or that looks like one and is not; and what must become of it.</summary>
/// <param name="Name">The row of docs/decisions.md.</param>
/// <param name="Codes">The codes that are shown; empty for none.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="ExitCode">The exit code of a restore with it.</param>
/// <param name="Told">What a person must read; empty where nothing is to be said.</param>
internal sealed record Attack(string Name, string Codes, VerdictKind Verdict, int ExitCode, string Told)
{
    /// <summary>Whether nobody does anything wrong here.</summary>
    public bool IsHonest { get; init; }

    /// <summary>What the team has restored so far, in this order.</summary>
    public required IReadOnlyList<Offer> Before { get; init; }

    /// <summary>What is offered now.</summary>
    public required Offer Next { get; init; }

    /// <summary>
    /// A sound package that says what the offered one seems to say: what is read by rules that verify nothing. Null where
    /// the offered one can be read so itself.
    /// </summary>
    public byte[]? Seemingly { get; init; }

    /// <summary>How the lock was edited in the same change, pin by pin; null takes one out. Null where nobody edited it.</summary>
    public Func<Pin, Pin?>? LockEdit { get; init; }

    /// <summary>Whether the lock may not change, as in CI.</summary>
    public bool IsLocked { get; init; }
}

/// <summary>A version that a feed offers.</summary>
/// <param name="Version">Under which number.</param>
/// <param name="Bytes">What comes.</param>
internal sealed record Offer(string Version, byte[] Bytes)
{
    public string Id { get; init; } = Cast.Id;

    public string Feed { get; init; } = Cast.Feed;

    /// <summary>Whether a person accepted it, as it was blocked.</summary>
    public bool IsAccepted { get; init; }

    public Package Package => new(PackageId.Parse(Id), PackageVersion.Parse(Version));
}
