using InstallGuard.Adapters.Workspace;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>What `dotnet package add` is about to install, as properties of a restore that installs the same.</summary>
public sealed class ReadPackageAdd : Microsoft.Build.Utilities.Task
{
    /// <summary>The project that it adds to.</summary>
    [Required]
    public string Target { get; set; } = "";

    /// <summary>The properties.</summary>
    [Output]
    public string[] Properties { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Properties = [.. PackageAddCommand.Parse(Environment.GetCommandLineArgs()[1..]).Properties(Target)];
            return true;
        }
        catch (FormatException unknown)
        {
            Problem.Undetermined(Log, Target, $"{unknown.Message}; help: use `dotnet package add --no-restore`, then `dotnet restore`");
            return false;
        }
    }
}
