namespace InstallGuard.Policies;

/// <summary>What locks restores.</summary>
public enum LockedBy
{
    /// <summary><c>CI=true</c>, as build servers set it.</summary>
    BuildServer,

    /// <summary><c>INSTALLGUARD_LOCKED=true</c>.</summary>
    Environment,

    /// <summary>The property <c>InstallGuardLocked</c> of the repository.</summary>
    Repository,

    /// <summary><c>--locked</c>.</summary>
    CommandLine,
}
