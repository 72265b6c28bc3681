namespace InstallGuard.Evidence;

/// <summary>The cases of <see cref="Finding{T}"/>.</summary>
public enum FindingState
{
    /// <summary>There, and verified.</summary>
    Present,

    /// <summary>Looked for and not there.</summary>
    Absent,

    /// <summary>There, and does not verify.</summary>
    Invalid,

    /// <summary>Could not be looked at.</summary>
    Unavailable,

    /// <summary>Not looked for.</summary>
    NotSought,
}
