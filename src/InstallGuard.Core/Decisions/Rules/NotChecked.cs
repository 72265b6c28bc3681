using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>A project is built whose packages were restored without a check.</summary>
internal static class NotChecked
{
    public static Rule Rule { get; } = new("IG3006", "restore-not-checked", VerdictKind.Undetermined)
    {
        Summary = "the packages of this project were restored and not checked",
        Usually = "a restore by an IDE, by a solution that does not import InstallGuard, or `--no-restore` after an unguarded one",
        Next = NextStep.Retry,
    };
}
