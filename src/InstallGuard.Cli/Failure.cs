using InstallGuard.Adapters.Feeds;
using InstallGuard.Checking;
using InstallGuard.Ledger;
using InstallGuard.Reports;

namespace InstallGuard.Cli;

/// <summary>The errors of the world that end a command: what is said about them, and the exit code.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Problem">What is said.</param>
internal sealed record Failure(ExitCode Code, RestoreProblem Problem)
{
    /// <summary>The failure that an exception stands for; null for one that is none of these.</summary>
    public static Failure? Of(Exception exception) => exception switch
    {
        LockFormatException unreadable => new(ExitCode.Blocked, RestoreProblem.LockUnreadable(unreadable.Message)),
        FeedException { IsMissing: true } => new(ExitCode.Undetermined, RestoreProblem.VersionNotFound(exception.Message)),
        FeedException { WantsCredentials: true } => new(ExitCode.Undetermined, RestoreProblem.CommandUnauthorized(exception.Message)),
        FeedException => new(ExitCode.Undetermined, RestoreProblem.CommandUnanswered(exception.Message)),
        LedgerException or IOException or UnauthorizedAccessException => new(ExitCode.Undetermined, RestoreProblem.CommandFailed(exception.Message)),
        InvalidDataException => new(ExitCode.Undetermined, RestoreProblem.CommandFailedForCause(exception.Message)),
        _ => null,
    };
}
