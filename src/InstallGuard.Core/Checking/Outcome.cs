using InstallGuard.Policies;

namespace InstallGuard.Checking;

/// <summary>How a check ended. Hosts turn it into an exit code.</summary>
public enum Outcome
{
    /// <summary>Everything passes.</summary>
    Clean,

    /// <summary>Something is blocked because of what was found.</summary>
    Blocked,

    /// <summary>Something is blocked because it could not be looked at, and nothing because of what was found.</summary>
    Undetermined,
}

/// <summary>Sums verdicts up.</summary>
public static class Outcomes
{
    /// <summary>The outcome of a check in which packages with these verdicts were blocked.</summary>
    public static Outcome Of(IEnumerable<VerdictKind> blocked)
    {
        var kinds = blocked.Distinct().ToList();
        return kinds.Count == 0 ? Outcome.Clean
            : kinds.All(kind => kind == VerdictKind.Undetermined) ? Outcome.Undetermined
            : Outcome.Blocked;
    }
}
