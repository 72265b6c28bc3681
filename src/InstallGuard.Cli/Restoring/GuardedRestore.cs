using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Cli.Restoring;

/// <summary>Runs the real <c>dotnet restore</c> with the plugin in it.</summary>
/// <param name="dotnet">Runs dotnet.</param>
/// <param name="settings">What the plugin is told.</param>
/// <param name="session">Where plugin and host meet.</param>
/// <param name="environment">Reads the environment that we were started in.</param>
internal sealed class GuardedRestore(
    DotNet dotnet, GuardSettings settings, RestoreSession session, Func<string, string?> environment)
{
    /// <summary>The plugin, beside this program.</summary>
    public static string PluginPath { get; } = Path.Combine(AppContext.BaseDirectory, "nuget-plugin-installguard.dll");

    private static readonly string[] WithoutHttpCache = ["--no-http-cache", "--no-cache"];

    /// <summary>Restores.</summary>
    /// <returns>The exit code of dotnet.</returns>
    public Task<int> RunAsync(string target, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var told = settings with { NoHttpCache = settings.NoHttpCache || arguments.Any(WithoutHttpCache.Contains) };
        return dotnet.RunAsync(
            ["restore", target, .. Graph, .. arguments],
            session.Variables(told, PluginPath, environment),
            cancel);
    }

    /// <summary>Asks MSBuild what a restore of the target would be about, without restoring.</summary>
    /// <exception cref="InvalidDataException">MSBuild could not say.</exception>
    public async Task<RestoreGraph> GraphAsync(string target, CancellationToken cancel)
    {
        var code = await dotnet.RunAsync(
            ["msbuild", target, "-nologo", "-v:q", "-t:InstallGuardWriteRestoreGraph", .. Graph],
            new Dictionary<string, string?>(),
            cancel);
        return (code == 0 ? session.Graph() : null)
            ?? throw new InvalidDataException($"{target} is no project or solution that can be restored");
    }

    private string[] Graph => [$"-p:NuGetRestoreTargets={Targets}", $"-p:InstallGuardGraph={session.GraphPath}"];

    private static string Targets => Path.Combine(AppContext.BaseDirectory, "Restoring", "InstallGuard.Restore.targets");
}
