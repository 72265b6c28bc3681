using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>
/// Whether a build has logged an error by now. Where warnings are taken for errors NuGet's task succeeds with one, everything
/// after it runs, and the build fails at its end all the same. MSBuild tells no task, so this asks what it asks itself then.
/// </summary>
internal static class LoggedErrors
{
    /// <summary>Whether there is one; false where this MSBuild does not tell.</summary>
    public static bool Of(IBuildEngine engine)
    {
        var host = ResolvedSdks.Member(engine, "_host");
        var log = host?.GetType().GetInterface("Microsoft.Build.BackEnd.IBuildComponentHost")?.GetProperty("LoggingService")?.GetValue(host);
        var type = log?.GetType().GetInterface("Microsoft.Build.BackEnd.Logging.ILoggingService");
        if (type?.GetMethod("HasBuildSubmissionLoggedErrors", [typeof(int)]) is not { } hasErrors || ResolvedSdks.SubmissionOf(engine) is not { } submission)
        {
            return false;
        }

        // What is logged waits in a queue.
        _ = type.GetMethod("WaitForLoggingToProcessEvents", [])?.Invoke(log, []);
        return hasErrors.Invoke(log, [submission]) is true;
    }
}
