namespace InstallGuard.Decisions;

/// <summary>What a person does about a change. The report words it for the package at hand.</summary>
public enum NextStep
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Look at who is new, and commit the lock file.</summary>
    ReviewLock,

    /// <summary>Find out whether the change was meant, and accept it or stay on the earlier version.</summary>
    AcceptOrStay,

    /// <summary>Do not use these bytes; get the package again from its own repository.</summary>
    FetchAgain,

    /// <summary>Take the installed files away, and install the package again.</summary>
    InstallAgain,

    /// <summary>Restore it from the pinned feed; or where that feed itself has moved, write its address into the lock.</summary>
    NameFeed,

    /// <summary>Find out who packed it again; accept it where that was meant.</summary>
    AskWhoPacked,

    /// <summary>Take the edit of the lock back; what is meant by it, accept by name.</summary>
    RestoreLock,

    /// <summary>Put right what kept us from looking, and try again.</summary>
    Retry,

    /// <summary>Mend the named file.</summary>
    MendFile,
}
