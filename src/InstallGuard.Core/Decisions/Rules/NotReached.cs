using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The restore went past the plugin: to another packages folder, or to a package that it never asked for.</summary>
internal static class NotReached
{
    public static Rule Rule { get; } = new("IG3004", "plugin-bypassed", VerdictKind.Undetermined)
    {
        Summary = "the restore tried to install a package past InstallGuard",
        Usually = "projects with different packages folders in one restore",
        Next = NextStep.Retry,
    };
}
