using InstallGuard.Reports;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>What is said in a build, about the project or solution that is restored or built.</summary>
internal sealed class BuildLog(IBuildEngine engine, string target)
{
    private const string Sender = "InstallGuard";

    /// <summary>Says what kept InstallGuard from deciding.</summary>
    public void Problem(RestoreProblem problem) => Error(problem.Rule.Code, RestoreMessage.Line(problem));

    /// <summary>An error. It does not end the task: that is for its result to do.</summary>
    public void Error(string? code, string text) =>
        engine.LogErrorEvent(new(null, code, target, 0, 0, 0, 0, text, null, Sender, HelpPage.Of(code), TimeProvider.System.GetUtcNow().UtcDateTime, null));

    /// <summary>
    /// A warning. It fails no build: where a build takes this one for an error all the same, it is a message that is shown, since
    /// what it is about has passed, and stands in the lock by now.
    /// </summary>
    public void Warning(string? code, string text)
    {
        if (engine is IBuildEngine8 asErrors && asErrors.ShouldTreatWarningAsError(code))
        {
            Notice($"{target}: {Sender} warning{(code is null ? "" : $" {code}")}: {text}");
        }
        else
        {
            engine.LogWarningEvent(new(null, code, target, 0, 0, 0, 0, text, null, Sender, HelpPage.Of(code), TimeProvider.System.GetUtcNow().UtcDateTime, null));
        }
    }

    /// <summary>What `-verbosity:minimal` shows: no warning, which a build may take for an error.</summary>
    public void Notice(string text) => engine.LogMessageEvent(new(text, null, Sender, MessageImportance.High));

    /// <summary>What `-verbosity:normal` shows.</summary>
    public void Message(string text) => engine.LogMessageEvent(new(text, null, Sender, MessageImportance.Normal));
}
