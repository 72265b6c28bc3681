using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Identity;
using InstallGuard.Reports;
using InstallGuard.Text;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>What `dotnet package add` is about to install, as properties of a restore that installs the same.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReadPackageAdd : GuardTask
{
    /// <summary>The properties.</summary>
    [Output]
    public string[] Properties { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var command = PackageAddCommand.Parse(Environment.GetCommandLineArgs()[1..]);
            Properties = [.. command.Properties(Target, command.Version ?? Latest(command))];
            return true;
        }
        catch (Exception unknown) when (unknown is FormatException or FeedException or InvalidDataException)
        {
            Log.Problem(RestoreProblem.AddUnclear(unknown.Message));
            return false;
        }
    }

    private string Latest(PackageAddCommand command) =>
        PackageId.TryParse(command.Id, out var id)
            ? ListedVersions.LatestAsync(id, command.Prerelease, Path.GetDirectoryName(Target)!, command.Source, CancellationToken.None).GetAwaiter().GetResult()
                ?? throw new FormatException($"no source lists a version of {id}")
            : throw new FormatException($"{Quoted.Text(command.Id)} is not a package id");
}
