using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The lock asks for less than it did where it was last reviewed, and nobody accepted that.</summary>
internal static class LockWeakened
{
    public static Rule Rule { get; } = new("IG5002", "lock-weakened", VerdictKind.Reject)
    {
        Summary = "the lock asks for less than before, and no acceptance says why",
        Usually = "an edit by hand or a merge that went wrong; also how an attack is prepared in a pull request",
        Reference = "before",
        Next = NextStep.RestoreLock,
    };

    public static Change Of(string before, string now) => new(Rule, null, before, now);
}
