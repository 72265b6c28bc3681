namespace InstallGuard.Policies;

/// <summary>What evidence means against the pin, from the most harmless to the gravest. The order is used: the gravest change is the verdict.</summary>
public enum VerdictKind
{
    /// <summary>Nothing that is pinned has changed.</summary>
    Match,

    /// <summary>Something changed that other evidence vouches for. Shown; nobody is asked.</summary>
    Notice,

    /// <summary>No pin: the package is seen for the first time.</summary>
    FirstUse,

    /// <summary>A person must look.</summary>
    Review,

    /// <summary>We could not look. Not an attack, and not a pass either.</summary>
    Undetermined,

    /// <summary>What is there contradicts itself or what was proven before.</summary>
    Reject,
}
