using InstallGuard.Adapters.Session;
using InstallGuard.Decisions;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>When a project is built: its packages must be the ones that were checked when it was restored.</summary>
public sealed class RequireChecked : Microsoft.Build.Utilities.Task
{
    /// <summary>The project.</summary>
    [Required]
    public string Target { get; set; } = "";

    /// <summary>Its <c>project.assets.json</c>.</summary>
    [Required]
    public string AssetsFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            if (CheckedMark.IsOf(AssetsFile))
            {
                return true;
            }

            Problem.Say(Log, Target, RuleCatalog.NotChecked, "help: run `dotnet restore` for this project");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            Problem.Undetermined(Log, Target, failed.Message);
        }

        return false;
    }
}
