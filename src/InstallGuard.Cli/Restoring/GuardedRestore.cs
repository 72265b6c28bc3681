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
    public static string PluginPath { get; } = Path.Combine(AppContext.BaseDirectory, "InstallGuard.Plugin.dll");

    private static readonly string[] WithoutHttpCache = ["--no-http-cache", "--no-cache"];

    /// <summary>Restores.</summary>
    /// <param name="target">The project or solution.</param>
    /// <param name="arguments">What else dotnet is told.</param>
    /// <param name="said">Takes what dotnet says, a line at a time.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The exit code of dotnet.</returns>
    public Task<int> RunAsync(string target, IReadOnlyList<string> arguments, Action<string> said, CancellationToken cancel)
    {
        var told = settings with { NoHttpCache = settings.NoHttpCache || arguments.Any(WithoutHttpCache.Contains) };
        return dotnet.RunAsync(
            ["restore", target, .. Graph, .. arguments],
            session.Variables(told, PluginPath, environment),
            said,
            cancel);
    }

    /// <summary>Asks MSBuild what a restore of the target would be about, without restoring. NuGet's own form of it lies in the session too.</summary>
    /// <param name="target">The project, solution or file-based app.</param>
    /// <param name="folder">Where MSBuild runs.</param>
    /// <param name="said">Takes what MSBuild says, a line at a time.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="InvalidDataException">MSBuild could not say.</exception>
    public async Task<RestoreGraph> GraphAsync(string target, string folder, Action<string> said, CancellationToken cancel)
    {
        var before = session.GraphLength;
        var (code, output) = await dotnet.AskAsync(
            [.. IsApp(target) ? (string[])["build", target, "--no-restore"] : ["msbuild", target], "-nologo", "-v:q", "-tl:off", "-t:InstallGuardWriteRestoreGraph;GenerateRestoreGraphFile", $"-p:RestoreGraphOutputPath={session.NuGetGraphPath}", .. Graph],
            folder,
            _ => false,
            cancel);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var line in lines)
        {
            said(line);
        }

        // What an earlier target has written says nothing about this one.
        return (code == 0 && session.GraphLength > before ? session.Graph() : null)
            ?? throw new InvalidDataException(
                $"MSBuild does not say what {target} restores: {lines.FirstOrDefault(line => line.Contains(": error", StringComparison.Ordinal)) ?? $"it ended with exit code {code}"}");
    }

    // A file-based app is a project to the command line only, which hands targets on.
    private static bool IsApp(string target) => Path.GetExtension(target).Equals(".cs", StringComparison.OrdinalIgnoreCase);

    private string[] Graph => [$"-p:NuGetRestoreTargets={Targets}", $"-p:InstallGuardGraph={session.GraphPath}"];

    private static string Targets => Path.Combine(AppContext.BaseDirectory, "Restoring", "InstallGuard.Restore.targets");
}
