namespace InstallGuard.Reports;

/// <summary>Where a message is read, which is what its help leads on from.</summary>
public enum Occasion
{
    /// <summary>A restore or a check that this is the outcome of.</summary>
    Restore,

    /// <summary>An update that nobody has made yet, held to the release before it: nothing is pinned.</summary>
    Trial,

    /// <summary>An update that nobody has made yet, held to what the lock pins.</summary>
    TrialHere,

    /// <summary>The explanation of one package: whoever reads it has asked for more already.</summary>
    Explanation,
}
