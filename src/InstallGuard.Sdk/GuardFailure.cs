using InstallGuard.Checking;
using InstallGuard.Reports;

namespace InstallGuard.Sdk;

/// <summary>What is said about an error that kept a restore from being guarded.</summary>
internal static class GuardFailure
{
    /// <summary>The problem that it stands for. What a setting or a file holds says itself what it is.</summary>
    public static RestoreProblem Of(Exception failed) => failed switch
    {
        FormatException => RestoreProblem.SettingInvalid(failed.Message),
        LedgerException or IOException or UnauthorizedAccessException => RestoreProblem.NotGuarded(failed.Message),
        _ => RestoreProblem.NotGuardedForCause(failed.Message),
    };
}
