using InstallGuard.Policies;
using InstallGuard.Text;

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

    /// <summary>The lock has no pin of a package any more.</summary>
    /// <param name="before">The pin that it had.</param>
    /// <param name="where">Where the lock has it that was reviewed.</param>
    public static Change Gone(string before, string where) =>
        new(Rule, null, before, "no such pin")
        {
            Usually = "a lock file that was deleted, or a merge that went wrong; also how an attack is prepared in a pull request",
            Cause = $"the lock in {Quoted.Address(where)} has pins of them, and the lock here has none",
            Remedy = $"take installguard.lock.json back as it is in {Quoted.Address(where)}, and restore again",
        };

    public static Change Of(string before, string now) => new(Rule, null, before, now);
}
