namespace InstallGuard.Reports;

/// <summary>Where a message is read, which is what its help leads on from.</summary>
public enum Occasion
{
    /// <summary>A restore or a check that this is the outcome of.</summary>
    Restore,

    /// <summary>An update that nobody has made yet.</summary>
    Trial,

    /// <summary>The explanation of one package: whoever reads it has asked for more already.</summary>
    Explanation,
}
