using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Cli.Terminal;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Restoring;

/// <summary>Checks everything that the projects of a restore resolved, and shows what came of it.</summary>
internal static class GraphCheck
{
    /// <param name="ports">The process.</param>
    /// <param name="engine">What checks.</param>
    /// <param name="settings">What is in force.</param>
    /// <param name="graph">The restore.</param>
    /// <param name="installed">What the plugin installed.</param>
    /// <param name="begunAt">When the restore began, by the file system's clock; null where nothing was restored.</param>
    /// <param name="report">Takes what comes of it.</param>
    /// <param name="cancel">Ends it.</param>
    public static ExitCode Run(
        Ports ports,
        GuardEngine engine,
        GuardSettings settings,
        RestoreGraph graph,
        IReadOnlyCollection<ResolvedPackage> installed,
        DateTime? begunAt,
        IReport report,
        CancellationToken cancel)
    {
        var restored = RestoredPackages.Of(graph, installed);
        var marks = CheckedMark.Of(restored);
        var result = Progress.Of(ports, restored.All.Count == 1 ? "looking at 1 package" : $"looking at {restored.All.Count} packages", () => engine.RestoreCheckOf(graph).Run(restored.All, cancel));
        Reading.Out(result, settings.LockPath, report);
        if (result is { Outcome: Outcome.Clean, Against: { } against })
        {
            CheckedMark.Write(marks, against, settings.LockPath);
        }
        else if (begunAt is { } moment)
        {
            foreach (var left in BlockedInstallations.Remove(graph, moment, restored.Of(result.Blocked)))
            {
                ports.Warn(left);
            }
        }

        return ExitCodes.Of(result.Outcome);
    }

    /// <summary>A report for people.</summary>
    public static IReport ForPeople(Ports ports) => ports.Terminal is { } terminal ? new TerminalReport(terminal) : new TextReport(ports.Out);
}
