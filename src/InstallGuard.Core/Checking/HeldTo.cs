namespace InstallGuard.Checking;

/// <summary>What the release that an update leads to is held to.</summary>
public enum HeldTo
{
    /// <summary>What a first use of the release before it would have pinned.</summary>
    ReleaseBefore,

    /// <summary>What the lock pins of the package.</summary>
    Lock,
}
