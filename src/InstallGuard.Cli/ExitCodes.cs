using InstallGuard.Checking;

namespace InstallGuard.Cli;

/// <summary>Outcome → exit code.</summary>
internal static class ExitCodes
{
    /// <summary>The exit code of an outcome.</summary>
    public static ExitCode Of(Outcome outcome) => outcome switch
    {
        Outcome.Clean => ExitCode.Clean,
        Outcome.Blocked => ExitCode.Blocked,
        Outcome.Undetermined => ExitCode.Undetermined,
    };
}
