using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The restore runs in a program that InstallGuard cannot stand in: MSBuild on .NET Framework, or an SDK before .NET 10. Or with a property by which NuGet only looks at projects.</summary>
internal static class NotGuardable
{
    public static Rule Rule { get; } = new("IG3005", "restore-not-guardable", VerdictKind.Undetermined)
    {
        Summary = "this restore cannot be guarded",
        Usually = "msbuild.exe or Visual Studio's own restore, or a .NET SDK before 10",
        Next = NextStep.Retry,
    };
}
