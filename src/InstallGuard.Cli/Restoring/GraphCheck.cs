using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Cli.Terminal;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Restoring;

/// <summary>Checks everything that the projects of a restore resolved, and shows what came of it.</summary>
internal static class GraphCheck
{
    public static ExitCode Run(
        Ports ports,
        GuardEngine engine,
        GuardSettings settings,
        RestoreGraph graph,
        IReadOnlyCollection<ResolvedPackage> installed,
        CancellationToken cancel)
    {
        var files = RestoredPackages.Of(graph, installed);
        var result = Progress.Of(ports, $"looking at {files.Count} packages", () => engine.RestoreCheck.Run(files, cancel));
        IReport report = ports.Terminal is { } terminal ? new TerminalReport(terminal) : new TextReport(ports.Out);
        Reading.Out(result, settings.LockPath, report);
        if (result.Outcome == Outcome.Clean)
        {
            foreach (var project in graph.Projects)
            {
                CheckedMark.Write(project.AssetsPath);
            }
        }

        return ExitCodes.Of(result.Outcome);
    }
}
