using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Storage;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Reports;
using InstallGuard.Text;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>What `dotnet package add` is about to install, as properties of a restore that installs the same.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReadPackageAdd : GuardTask
{
    /// <summary>The lock file, where the repository names one.</summary>
    public string LockFile { get; set; } = "";

    /// <summary>The folder of InstallGuard.targets, where the lock lies unless the repository names one.</summary>
    public string Repository { get; set; } = "";

    /// <summary>The properties.</summary>
    [Output]
    public string[] Properties { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var command = PackageAddCommand.Parse(Environment.GetCommandLineArgs()[1..]);
            if (command.Version is { } version)
            {
                Properties = [.. command.Properties(Target, version)];
                return true;
            }

            var id = PackageId.TryParse(command.Id, out var parsed) ? parsed : throw new FormatException($"{Quoted.Text(command.Id)} is not a package id");
            switch (ListedVersions.LatestAsync(id, command.Prerelease, Path.GetDirectoryName(Target)!, command.Source, CancellationToken.None).GetAwaiter().GetResult())
            {
                case LatestVersion.Listed latest:
                    Properties = [.. command.Properties(Target, latest.Version)];
                    return true;
                case LatestVersion.NoneListed:
                    Log.Problem(RestoreProblem.NoListedVersion(id));
                    return false;
                case LatestVersion.NoPackage none:
                    Log.Problem(RestoreProblem.NoSuchPackage(id, none.Sources, Pinned()));
                    return false;
            }
        }
        catch (LockFormatException unreadable)
        {
            Log.Problem(RestoreProblem.LockUnreadable(unreadable.Message));
        }
        catch (Exception unknown) when (unknown is FeedException or FormatException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Log.Problem(RestoreProblem.AddUnclear(unknown.Message));
        }

        return false;
    }

    private IEnumerable<PackageId> Pinned()
    {
        try
        {
            var settings = new RepositoryProperties(LockFile, Repository, Locked: "").InForce(Variable, Target);
            return new LockFileOnDisk(settings.LockPath, settings.GateFolder, TimeProvider.System).Read().Document.Packages.Select(package => package.Key);
        }
        catch (FormatException setting) when (setting is not LockFormatException)
        {
            // Every restore says which setting it is; here it would stand in place of the name that is wrong.
            return [];
        }
    }
}
