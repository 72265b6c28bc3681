using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>
/// How a reversal ended: <see cref="TakenOut"/>, <see cref="PutBack"/>, <see cref="NeedsReason"/>, <see cref="NobodyBefore"/>,
/// <see cref="AlreadyReverted"/> or <see cref="NothingAccepted"/>. Only the first two have written anything.
/// </summary>
public abstract record ReversalResult
{
    private ReversalResult()
    {
    }

    /// <summary>The pin is gone.</summary>
    /// <param name="Pin">The pin.</param>
    /// <param name="Before">Which one applies in its place; null when the package has none any more.</param>
    public sealed record TakenOut(Pin Pin, Pin? Before) : ReversalResult;

    /// <summary>The pin was reviewed already, and another one stands in its place.</summary>
    public sealed record PutBack(Pin Pin, Pin Back) : ReversalResult;

    /// <summary>The pin was reviewed already: what takes its place needs a reason.</summary>
    public sealed record NeedsReason(Pin Pin) : ReversalResult;

    /// <summary>There is no publisher before it to go back to: without it anybody could be the first.</summary>
    public sealed record NobodyBefore(Pin Pin) : ReversalResult;

    /// <summary>It has been taken back before: what the pin says now goes back to the publisher before.</summary>
    public sealed record AlreadyReverted(Pin Pin) : ReversalResult;

    /// <summary>No such pin was accepted.</summary>
    public sealed record NothingAccepted : ReversalResult;
}
