namespace InstallGuard.Policies;

/// <summary>What is done about a verdict.</summary>
public enum Disposition
{
    /// <summary>Nothing: the package goes through.</summary>
    Allow,

    /// <summary>It goes through and its identity is written into the lock.</summary>
    Record,

    /// <summary>It goes through, is shown, and its identity is written into the lock.</summary>
    Warn,

    /// <summary>It does not go through; nothing of it is extracted.</summary>
    Block,
}
