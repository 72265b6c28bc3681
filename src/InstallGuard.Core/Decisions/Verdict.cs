using System.Collections.Immutable;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>What the evidence means against the pin. It does not say what to do about it.</summary>
public sealed class Verdict
{
    internal Verdict(Pin? pin, ImmutableArray<Change> changes)
    {
        (Pin, Changes) = (pin, changes);
        Kind = changes.Select(change => change.Verdict).DefaultIfEmpty(VerdictKind.Match).Max();
    }

    /// <summary>The gravest of the changes.</summary>
    public VerdictKind Kind { get; }

    /// <summary>The pin it was compared with; null when the package has none.</summary>
    public Pin? Pin { get; }

    /// <summary>
    /// Where versions of different publishers are first uses of one run: the pin of the nearest version below, from which this
    /// one differs; otherwise null.
    /// </summary>
    public Pin? Beside { get; init; }

    /// <summary>Every change, gravest first. Empty: a match.</summary>
    public ImmutableArray<Change> Changes { get; }

    /// <summary>Whether the package needs no pin because the .NET SDK speaks for it.</summary>
    public bool IsVouchedForBySdk { get; internal init; }

    /// <summary>The change that decided; null for a match without any.</summary>
    public Change? Decisive => Changes.IsEmpty ? null : Changes[0];
}
