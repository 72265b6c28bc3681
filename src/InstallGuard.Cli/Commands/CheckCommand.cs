using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Cli.Restoring;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard check</c>: everything that the last restore resolved, without restoring.</summary>
internal static class CheckCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var path = SharedOptions.Target();
        var locked = SharedOptions.Locked();
        var audit = SharedOptions.Audit();
        var format = SharedOptions.Format();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("check", "Check what the last restore resolved, without restoring.") { path, locked, audit, format, roots };
        command.SetAction(async (parsed, cancel) =>
        {
            var start = parsed.GetValue(path)?.FullName ?? ports.Folder;
            var settings = SharedOptions.Settings(ports, start, parsed.GetValue(locked), parsed.GetValue(roots) ?? []);
            SharedOptions.RequireRestorable(start);
            var isJson = parsed.GetValue(format) == EvidenceFormat.Json;
            using var listing = parsed.GetValue(audit) ? new AuditListing(ports, sdk, settings, isJson ? ports.Error : ports.Out) : null;
            try
            {
                var report = isJson ? new JsonReport(ports.Out) : GraphCheck.ForPeople(ports);
                return (int)await RunAsync(ports, sdk, settings, start, report, cancel);
            }
            catch (Exception failed) when (isJson && Failure.Of(failed) is { } failure)
            {
                // For the program that reads it; the person reads standard error.
                await ports.Out.WriteLineAsync(DecisionReport.Json(failure.Problem));
                throw;
            }
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        Ports ports, DotNetSdk sdk, GuardSettings settings, string start, IReport report, CancellationToken cancel)
    {
        using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.Error.WriteLine);
        using var session = new RestoreSession();
        var graph = await new GuardedRestore(new DotNet(sdk), settings, session, ports.Environment).GraphAsync(start, cancel);
        SayWhatIsStale(ports, graph);
        return GraphCheck.Run(ports, engine, settings, graph, [], report, cancel);
    }

    // NuGet leaves the assets of an earlier restore as they are when the next one is stopped.
    private static void SayWhatIsStale(Ports ports, RestoreGraph graph)
    {
        foreach (var project in graph.Projects.Where(project => File.Exists(project.AssetsPath) && File.GetLastWriteTimeUtc(project.Path) > File.GetLastWriteTimeUtc(project.AssetsPath)))
        {
            ports.Error.WriteLine($"note: {project.Path} was edited after the restore that is checked here; if its packages have changed, restore it first");
        }
    }
}
