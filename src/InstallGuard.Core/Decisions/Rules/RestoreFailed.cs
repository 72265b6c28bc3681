using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>dotnet restore failed for a reason of its own, so that what it resolved could not be checked.</summary>
internal static class RestoreFailed
{
    public static Rule Rule { get; } = new("IG3002", "restore-failed", VerdictKind.Undetermined)
    {
        Summary = "dotnet restore did not finish, so its packages could not be checked",
        Usually = "a source that did not answer or wants credentials, a version that does not exist, or an error in a project",
        Next = NextStep.Retry,
    };
}
