using InstallGuard.Adapters.Session;
using InstallGuard.Ledger;
using InstallGuard.Reports;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>When a project is built: its packages and MSBuild SDKs must be the ones that were checked when it was restored, against the lock that is there.</summary>
[MSBuildMultiThreadableTask]
public sealed class RequireChecked : GuardTask
{
    /// <summary>Its <c>project.assets.json</c>.</summary>
    [Required]
    public string AssetsFile { get; set; } = "";

    /// <summary>Where the project imports props and targets of its packages from.</summary>
    public string PackageRoot { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var sdks = ResolvedSdks.ImportedByProject(BuildEngine);
            var mark = CheckedMark.Find(AssetsFile);
            if (mark?.UncheckedSdk(sdks) is { } unseen)
            {
                Log.Problem(RestoreProblem.SdkNotChecked(unseen));
                return false;
            }

            if (mark?.KnowsFolder(PackageRoot) == false)
            {
                Log.Problem(RestoreProblem.OtherPackagesFolder(PackageRoot));
                return false;
            }

            if (mark?.ChangedLock() is { } other)
            {
                Log.Problem(RestoreProblem.CheckedAgainstAnotherLock(other));
                return false;
            }

            var changed = mark?.Changed(sdks);
            if (mark is not null && changed is null)
            {
                return true;
            }

            Log.Problem(changed switch
            {
                null => RestoreProblem.NotChecked(),
                { IsGone: true } => RestoreProblem.InstallationGone(changed.Folder),
                _ => RestoreProblem.OtherInstallation(changed.Folder),
            });

            // Then the next restore does not take the assets for checked.
            CheckedMark.Remove(AssetsFile);
        }
        catch (LockFormatException unreadable)
        {
            Log.Problem(RestoreProblem.LockUnreadable(unreadable.Message));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Log.Problem(GuardFailure.Of(failed));
        }

        return false;
    }
}
