using System.Collections.Immutable;
using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>
/// How an acceptance ended: <see cref="Written"/>, <see cref="NotNeeded"/>, <see cref="NotAcceptable"/>,
/// <see cref="NothingShown"/> or <see cref="SeveralShown"/>.
/// </summary>
public abstract record AcceptanceResult
{
    private AcceptanceResult()
    {
    }

    /// <summary>The pin stands in the lock.</summary>
    public sealed record Written(CheckedPackage Package, Pin Pin) : AcceptanceResult;

    /// <summary>The lock lets the package through as it is.</summary>
    public sealed record NotNeeded(CheckedPackage Package) : AcceptanceResult;

    /// <summary>What was found cannot be accepted: it contradicts itself, or could not be looked at.</summary>
    public sealed record NotAcceptable(CheckedPackage Package) : AcceptanceResult;

    /// <summary>Nothing that could be accepted of this package was refused in this repository on this machine.</summary>
    public sealed record NothingShown() : AcceptanceResult;

    /// <summary>Several versions were refused, or one with different bytes; one must be named.</summary>
    public sealed record SeveralShown(ImmutableArray<Refusal> Refusals) : AcceptanceResult;
}
