using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The restore downloaded packages and the plugin was never asked: nothing was checked before it was extracted.</summary>
internal static class NotAsked
{
    public static Rule Rule { get; } = new("IG3003", "plugin-not-asked", VerdictKind.Undetermined)
    {
        Summary = "dotnet restore did not ask the InstallGuard plugin",
        Usually = "the plugin is missing, could not be started, or was replaced by a setting of this machine",
        Next = NextStep.Retry,
    };
}
