using InstallGuard.Decisions;
using InstallGuard.Reports;
using Microsoft.Build.Utilities;

namespace InstallGuard.Sdk;

/// <summary>What kept InstallGuard from deciding, as an error of the build.</summary>
internal static class Problem
{
    /// <summary>The restore could not be looked at.</summary>
    public static void Undetermined(TaskLoggingHelper log, string target, string because) => log.LogError(
            null, RuleCatalog.Undetermined.Code, null, target, 0, 0, 0, 0, "the restore could not be guarded: {0}", Visible.Text(because));

    /// <summary>Something else that a rule has a code for.</summary>
    public static void Say(TaskLoggingHelper log, string target, Rule rule, string because) =>
        log.LogError(null, rule.Code, null, target, 0, 0, 0, 0, "{0}: {1}", rule.Summary, Visible.Text(because));
}
