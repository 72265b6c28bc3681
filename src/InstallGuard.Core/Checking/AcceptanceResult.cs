using System.Collections.Immutable;
using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>A change that was accepted, and the pin that says so.</summary>
public sealed record AcceptedChange(CheckedPackage Package, Pin Pin);

/// <summary>
/// How an acceptance ended: <see cref="Written"/>, <see cref="NotNeeded"/>, <see cref="NotAcceptable"/> or
/// <see cref="ShownOtherwise"/>. Only the first has written anything.
/// </summary>
public abstract record AcceptanceResult
{
    private AcceptanceResult()
    {
    }

    /// <summary>The pins stand in the lock; what the lock let through anyway is left out.</summary>
    public sealed record Written(ImmutableArray<AcceptedChange> Changes) : AcceptanceResult;

    /// <summary>The lock lets everything through as it is.</summary>
    public sealed record NotNeeded(ImmutableArray<CheckedPackage> Packages) : AcceptanceResult;

    /// <summary>What was found of these cannot be accepted: it contradicts itself, or could not be looked at.</summary>
    public sealed record NotAcceptable(ImmutableArray<CheckedPackage> Packages) : AcceptanceResult;

    /// <summary>The lock has changed since these were shown: the change is another one now, and nobody has seen it.</summary>
    public sealed record ShownOtherwise(ImmutableArray<Refusal> Refusals) : AcceptanceResult;
}
