using InstallGuard.Reports;
using Microsoft.Build.Utilities;

namespace InstallGuard.Sdk;

/// <summary>What kept InstallGuard from deciding, as an error of the build.</summary>
internal static class Problem
{
    /// <summary>Says it.</summary>
    public static void Say(TaskLoggingHelper log, string target, RestoreProblem problem) =>
        log.LogError(null, problem.Rule.Code, null, target, 0, 0, 0, 0, "{0}", RestoreMessage.Line(problem));
}
