using System.Collections.Immutable;
using InstallGuard.Identity;

namespace InstallGuard.Ledger;

/// <summary>How a merge of locks ended: <see cref="Merged"/> or <see cref="Differs"/>.</summary>
public abstract record LockMergeResult
{
    private LockMergeResult()
    {
    }

    /// <summary>There is one lock with what both sides say.</summary>
    public sealed record Merged(LockDocument Document) : LockMergeResult;

    /// <summary>Both sides say something else about these pins, and neither as it was.</summary>
    public sealed record Differs(ImmutableArray<Difference> Pins) : LockMergeResult;

    /// <summary>A pin that the sides do not agree about.</summary>
    /// <param name="Id">The package.</param>
    /// <param name="Since">The version that it begins with.</param>
    /// <param name="Ours">What one side says; null where it has no such pin.</param>
    /// <param name="Theirs">What the other one says.</param>
    public sealed record Difference(PackageId Id, PackageVersion Since, Pin? Ours, Pin? Theirs);
}
