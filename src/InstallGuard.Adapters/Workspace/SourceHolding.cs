namespace InstallGuard.Adapters.Workspace;

/// <summary>Whether a source has a package, as far as it can be told without asking the network.</summary>
public enum SourceHolding
{
    /// <summary>Nobody looked: it is not a folder, or cannot be read, or no version is named.</summary>
    Unknown,

    /// <summary>The package lies in its folder.</summary>
    Has,

    /// <summary>It does not, or there is no such folder.</summary>
    HasNot,
}
