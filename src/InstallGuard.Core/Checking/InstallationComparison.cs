using InstallGuard.Evidence;

namespace InstallGuard.Checking;

/// <summary>What came of comparing installed files with their package: <see cref="Same"/>, <see cref="Other"/> or <see cref="Failed"/>.</summary>
public abstract record InstallationComparison
{
    private InstallationComparison()
    {
    }

    /// <summary>Each is the one in the package, and there is nothing besides.</summary>
    public sealed record Same : InstallationComparison;

    /// <summary>They are not.</summary>
    /// <param name="Difference">The first that was found.</param>
    public sealed record Other(InstallationDifference Difference) : InstallationComparison;

    /// <summary>They could not be compared.</summary>
    /// <param name="Because">What failed.</param>
    public sealed record Failed(string Because) : InstallationComparison;
}
