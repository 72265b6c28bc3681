using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The lock file is there and is not a lock file. It is never read as empty.</summary>
internal static class LockUnreadable
{
    public static Rule Rule { get; } = new("IG5001", "lock-unreadable", VerdictKind.Reject)
    {
        Summary = "the lock file cannot be read",
        Usually = "a merge that was not finished, an edit by hand, or a lock of a newer InstallGuard",
        Next = NextStep.MendFile,
    };
}
