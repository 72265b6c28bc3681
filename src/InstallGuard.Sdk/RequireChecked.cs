using InstallGuard.Adapters.Session;
using InstallGuard.Reports;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>When a project is built: its packages and MSBuild SDKs must be the ones that were checked when it was restored.</summary>
[MSBuildMultiThreadableTask]
public sealed class RequireChecked : GuardTask
{
    /// <summary>Its <c>project.assets.json</c>.</summary>
    [Required]
    public string AssetsFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            if (!CheckedMark.IsOf(AssetsFile))
            {
                Log.Problem(RestoreProblem.NotChecked());
            }
            else if (CheckedMark.UncheckedSdk(AssetsFile, ResolvedSdks.ImportedByProject(BuildEngine)) is { } other)
            {
                Log.Problem(RestoreProblem.SdkNotChecked(other));
            }
            else
            {
                return true;
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Log.Problem(RestoreProblem.NotGuarded(failed.Message));
        }

        return false;
    }
}
