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
        IReport report,
        CancellationToken cancel)
    {
        var marks = CheckedMark.Of(graph);
        var files = RestoredPackages.Of(graph, installed);
        var result = Progress.Of(ports, $"looking at {files.Count} packages", () => engine.RestoreCheck.Run(files, cancel));
        if (result.Outcome == Outcome.Clean)
        {
            CheckedMark.Write(marks);
        }

        Reading.Out(result, settings.LockPath, report);

        return ExitCodes.Of(result.Outcome);
    }

    /// <summary>A report for people.</summary>
    public static IReport ForPeople(Ports ports) => ports.Terminal is { } terminal ? new TerminalReport(terminal) : new TextReport(ports.Out);
}
