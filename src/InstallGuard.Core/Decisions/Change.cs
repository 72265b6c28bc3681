using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>One difference between the pin that applies and the evidence seen.</summary>
/// <param name="Rule">Which change it is.</param>
/// <param name="Kind">The kind of evidence it is about, or null where it is about the package as a whole.</param>
/// <param name="Pinned">What was pinned, in words.</param>
/// <param name="Seen">What is there now, in words. May hold text from the package.</param>
public sealed record Change(Rule Rule, EvidenceKind? Kind, string Pinned, string Seen)
{
    /// <summary>What happened, in one line: what the rule says, unless more is known.</summary>
    public string Summary { get; init; } = Rule.Summary;

    /// <summary>What it usually is: what the rule says, unless more is known.</summary>
    public string Usually { get; init; } = Rule.Usually;

    /// <summary>
    /// The cause in words that do not name the package, where other packages of the same run can have the very same one;
    /// otherwise null.
    /// </summary>
    public string? Cause { get; init; }

    /// <summary>What to do about it, where whoever found it knows better than the rule; otherwise null.</summary>
    public string? Remedy { get; init; }

    /// <summary>What it means, after softening.</summary>
    public VerdictKind Verdict { get; init; } = Rule.Verdict;

    /// <summary>
    /// The day on which the version was signed, when that was before the evidence that it lacks came into being (the day
    /// after it); otherwise null.
    /// </summary>
    public (DateOnly Signed, DateOnly Since)? Predates { get; init; }

    /// <summary>
    /// The day on which the version was signed, when that was before anything that is pinned (the day after it); otherwise
    /// null. It is said, and decides nothing.
    /// </summary>
    public (DateOnly Signed, DateOnly Since)? IsOlder { get; init; }

    /// <summary>Whether it is one only because of an edit of the lock, and none against the pins that were reviewed.</summary>
    public bool IsOfEdit { get; init; }

    /// <summary>The kind that vouched, when the change was softened; otherwise null.</summary>
    public EvidenceKind? VouchedBy { get; init; }

    /// <summary>
    /// Since when the lock knows the publisher, or knows him without what is gone, when the change was softened for that;
    /// otherwise null.
    /// </summary>
    public PackageVersion? KnownSince { get; init; }
}
