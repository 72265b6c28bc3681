namespace InstallGuard.Cli;

/// <summary>What the process says when it ends. Documented in docs/exit-codes.md; never renumbered.</summary>
internal enum ExitCode
{
    /// <summary>Everything passes.</summary>
    Clean = 0,

    /// <summary>A fault of InstallGuard's own.</summary>
    InternalError = 1,

    /// <summary>The arguments do not say what to do.</summary>
    Usage = 2,

    /// <summary>A package, or the lock, is not what it should be.</summary>
    Blocked = 3,

    /// <summary>Something could not be looked at, so that nothing is known about it.</summary>
    Undetermined = 4,
}
