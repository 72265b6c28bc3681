namespace InstallGuard.Checking;

/// <summary>What a series of updates would bring.</summary>
/// <param name="Comparisons">Each update that could be decided, in order.</param>
/// <param name="Unpinnable">
/// The package at which the series ends, because it would not pass by itself and nothing can be held to it; null when the
/// series goes to its end.
/// </param>
/// <param name="HeldTo">What each release was held to.</param>
public sealed record ComparisonResult(IReadOnlyList<Comparison> Comparisons, CheckedPackage? Unpinnable, HeldTo HeldTo)
{
    /// <summary>The packages that would not go through.</summary>
    public IEnumerable<CheckedPackage> Blocked =>
        Comparisons.Select(step => step.To).Concat(Unpinnable is null ? [] : [Unpinnable]).Where(package => !package.Passes);

    /// <summary>How it ends.</summary>
    public Outcome Outcome => Outcomes.Of(Blocked.Select(package => package.Verdict.Kind));
}
