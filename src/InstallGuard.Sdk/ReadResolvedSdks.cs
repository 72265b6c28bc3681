using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>What MSBuild has imported by now, for the restores and checks of the command line.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReadResolvedSdks : GuardTask
{
    /// <summary>Lines of a restore graph.</summary>
    [Output]
    public string[] Lines { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        Lines = ResolvedSdks.Lines(BuildEngine);
        return true;
    }
}
