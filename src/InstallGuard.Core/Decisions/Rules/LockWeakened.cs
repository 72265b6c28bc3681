using InstallGuard.Identity;
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
    /// <param name="memory">The lock that was reviewed.</param>
    public static Change Gone(string before, LockMemory memory) =>
        new(Rule, null, before, "no such pin")
        {
            Summary = "its pins are gone from the lock, and no acceptance says why",
            Usually = "a lock file that was deleted, or a merge that went wrong; also how an attack is prepared in a pull request",
            Cause = $"the lock in {Quoted.Address(memory.Where)} has pins of them, and the lock here has none",
            Remedy = $"take the lock back as it is in {Quoted.Address(memory.Where)}{Command(memory)}, and restore again",
        };

    /// <summary>The lock has not got one of the pins of a package any more.</summary>
    /// <param name="before">The pin that it had.</param>
    /// <param name="memory">The lock that was reviewed.</param>
    public static Change OneGone(string before, LockMemory memory) =>
        new(Rule, null, before, "no such pin") { Summary = "a pin of it is gone from the lock, and no acceptance says why", Remedy = Remedy(memory) };

    /// <summary>A pin says something else.</summary>
    /// <param name="before">What it said, and where.</param>
    /// <param name="now">What it says.</param>
    /// <param name="from">The publisher that it named.</param>
    /// <param name="to">The one that it names.</param>
    /// <param name="memory">The lock that was reviewed.</param>
    public static Change Of(string before, string now, PublisherIdentity from, PublisherIdentity to, LockMemory memory) =>
        new(Rule, null, before, now)
        {
            Summary = IdentityStrength.Same(from, to) ? "the lock says something else about a pin than before, and no acceptance says why"
                : IdentityStrength.Keeps(to, from) ? Rule.Summary
                : "the lock names another publisher than before, and no acceptance says why",
            Remedy = Remedy(memory),
        };

    private static string? Remedy(LockMemory memory) => memory.PutBack is null ? null
        : $"take the edit of the lock back{Command(memory)}, and restore again, which adds what is new; if a change of publisher is meant by the edit, accept what is shown then";

    private static string Command(LockMemory memory) => memory.PutBack is { } command ? $" (`{command}`)" : "";
}
