using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The restore installs to another packages folder than the one that the plugin was told of.</summary>
internal static class PackagesFolderUnknown
{
    public static Rule Rule { get; } = new("IG3004", "packages-folder-unknown", VerdictKind.Undetermined)
    {
        Summary = "the restore installs to another packages folder than InstallGuard",
        Usually = "a packages folder that is set inside a project, in a restore without `installguard restore`",
        Next = NextStep.Retry,
    };
}
