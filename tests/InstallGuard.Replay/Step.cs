using InstallGuard.Decisions;
using InstallGuard.Policies;

namespace InstallGuard.Replay;

/// <summary>From one version of a package to the next.</summary>
/// <param name="Before">The version before.</param>
/// <param name="After">The version after.</param>
/// <param name="Verdict">What the rules say.</param>
public sealed record Step(Release Before, Release After, Verdict Verdict)
{
    /// <summary>Whether a person is asked.</summary>
    public bool Asks => Verdict.Kind >= VerdictKind.Review;
}
