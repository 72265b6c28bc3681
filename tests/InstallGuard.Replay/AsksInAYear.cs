namespace InstallGuard.Replay;

/// <summary>
/// How often a team is asked that follows every release. A step of some years asks no more often than one of a week, so that
/// shares of steps say little about a year: here every step counts with the time between its two versions.
/// </summary>
public static class AsksInAYear
{
    private const double DaysOfAYear = 365.25;
    private const int Packages = 100;

    /// <summary>Asks for a hundred packages in a year.</summary>
    public static double Of(IReadOnlyCollection<Step> steps, Func<Step, bool> asks) => Packages * steps.Count(asks) / PackageYears(steps);

    /// <summary>The time that the steps span, in years of single packages. Steps in publishing order never go back.</summary>
    public static double PackageYears(IEnumerable<Step> steps) =>
        steps.Sum(step => (step.After.Published - step.Before.Published).TotalDays) / DaysOfAYear;
}
