namespace InstallGuard.Adapters.Feeds;

/// <summary>What came of an installation.</summary>
public enum InstallOutcome
{
    /// <summary>It was refused, and nothing of it is left.</summary>
    Refused,

    /// <summary>The package that was filled in is installed.</summary>
    Installed,

    /// <summary>Another process had installed a package of this name by then, whatever is in it.</summary>
    FoundInstalled,
}
