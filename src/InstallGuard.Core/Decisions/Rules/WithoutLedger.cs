using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>What this machine has seen before could not be asked, or is lost.</summary>
internal static class WithoutLedger
{
    public static Rule Rule { get; } = new("IG1060", "without-ledger", VerdictKind.Notice)
    {
        Summary = "this machine's ledger could not be used",
        Usually = "a home that cannot be written, as in containers and sandboxes, or a file that was damaged",
        Next = NextStep.None,
    };
}
