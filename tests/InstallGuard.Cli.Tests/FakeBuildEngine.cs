using System.Collections;
using Microsoft.Build.Framework;

namespace InstallGuard.Cli;

/// <summary>Keeps what a task logs.</summary>
internal sealed class FakeBuildEngine : IBuildEngine
{
    public List<string> Lines { get; } = [];

    public List<string> Warnings { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "app.csproj";

    public void LogErrorEvent(BuildErrorEventArgs e) => Lines.Add(e.Message!);

    public void LogWarningEvent(BuildWarningEventArgs e)
    {
        Lines.Add(e.Message!);
        Warnings.Add(e.Message!);
    }

    public void LogMessageEvent(BuildMessageEventArgs e) => Lines.Add(e.Message!);

    public void LogCustomEvent(CustomBuildEventArgs e) => Lines.Add(e.Message!);

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;
}
