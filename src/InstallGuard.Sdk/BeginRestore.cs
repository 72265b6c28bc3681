using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>Before NuGet restores: names our plugin to it, and tells the plugin what is restored.</summary>
[MSBuildMultiThreadableTask]
public sealed class BeginRestore : GuardTask
{
    /// <summary>The project that restores, or the one that MSBuild makes of a solution.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>What is restored, as NuGet's graph has it.</summary>
    public ITaskItem[] Entries { get; set; } = [];

    /// <summary>What else the restore is about, as <see cref="Adapters.Workspace.RestoreGraph"/> reads it.</summary>
    public string[] Graph { get; set; } = [];

    /// <summary>The lock file, where the repository names one.</summary>
    public string LockFile { get; set; } = "";

    /// <summary>The folder of InstallGuard.targets, where the lock lies unless the repository names one.</summary>
    public string Repository { get; set; } = "";

    /// <summary>Whether the lock stays as it is: <c>true</c>, <c>false</c> or nothing.</summary>
    public string Locked { get; set; } = "";

    /// <summary>The restore's <c>--no-cache</c>.</summary>
    public string NoHttpCache { get; set; } = "";

    /// <summary>The restore's <c>--no-http-cache</c>.</summary>
    public string NoHttpCacheEither { get; set; } = "";

    /// <summary>Where the command line wants the graph, when it is the command line that restores.</summary>
    public string OutsideGraph { get; set; } = "";

    /// <summary>What NuGet's restore has to find in its environment; nothing when it is guarded from outside.</summary>
    [Output]
    public string[] Variables { get; private set; } = [];

    /// <summary>What was there before.</summary>
    [Output]
    public string[] VariablesBefore { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        // `installguard restore` is at work, around this very restore.
        if (GuardedProcess.IsGuardedFromOutside(OutsideGraph))
        {
            return true;
        }

        try
        {
            var properties = new RepositoryProperties(LockFile, Repository, Locked);
            var settings = properties.InForce(Variable, Target);
            settings = settings with { NoHttpCache = settings.NoHttpCache || IsTrue(NoHttpCache) || IsTrue(NoHttpCacheEither) };
            if (properties.UnlocksInVain(settings))
            {
                Log.Notice(RepositoryProperties.UnlockedInVain);
            }

#pragma warning disable CA2000 // MSBuild disposes it at the end of the build, if its check has not done so.
            var restore = GuardedProcess.Begin(Target, [.. GraphLines.Of(Project, Entries), .. Graph, .. ResolvedSdks.Lines(BuildEngine)], settings);
#pragma warning restore CA2000

            // If the restore fails nobody else takes the variables back.
            ((IBuildEngine4)BuildEngine).RegisterTaskObject(restore.Key, restore, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
            restore.BeganAfterErrors = LoggedErrors.Of(BuildEngine);
            restore.PrepareCheck();
            (Variables, VariablesBefore) = (restore.Variables, restore.VariablesBefore);
            return true;
        }
        catch (Exception failed) when (failed is FormatException or InvalidDataException or IOException or UnauthorizedAccessException or InvalidOperationException or DotNetSdkNotFoundException)
        {
            Log.Problem(GuardFailure.Of(failed));
            return false;
        }
    }

    private static bool IsTrue(string property) => property.Equals("true", StringComparison.OrdinalIgnoreCase);
}
