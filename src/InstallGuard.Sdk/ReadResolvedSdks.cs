using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>What is restored, and what MSBuild has imported by now, for the restores and checks of the command line.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReadResolvedSdks : GuardTask
{
    /// <summary>What is restored, as NuGet's graph has it.</summary>
    public ITaskItem[] Entries { get; set; } = [];

    /// <summary>Lines of a restore graph.</summary>
    [Output]
    public string[] Lines { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        Lines = [.. GraphLines.Of(Target, Entries), .. ResolvedSdks.Lines(BuildEngine)];
        return true;
    }
}
