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
        var (collect, audit) = (SharedOptions.Collect(), SharedOptions.CollectByItsOldName());
        var format = SharedOptions.Format();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("check", "Check what the last restore resolved, without restoring.") { path, locked, collect, audit, format, roots };
        command.SetAction(async (parsed, cancel) =>
        {
            var start = SharedOptions.Start(ports, parsed.GetValue(path));
            var settings = SharedOptions.Settings(ports, start, parsed.GetValue(locked), parsed.GetValue(roots) ?? []);
            SharedOptions.RequireRestorable(ports, start);
            var begun = ports.Clock.GetUtcNow();
            if (parsed.GetValue(format) != EvidenceFormat.Json)
            {
                var code = await RunAsync(ports, sdk, settings, start, GraphCheck.ForPeople(ports), cancel);
                KeepCollected(code, ports.Out);
                return (int)code;
            }

            // One document, whatever happens: of what was decided, or else of what kept it from being decided.
            using var document = new StringWriter();
            try
            {
                var code = await RunAsync(ports, sdk, settings, start, new JsonReport(document), cancel);
                KeepCollected(code, ports.Error);
                await ports.Out.WriteAsync(document.ToString());
                return (int)code;
            }
            catch (Exception failed) when (Failure.Of(failed) is { } failure)
            {
                await ports.Out.WriteLineAsync(DecisionReport.Json(failure.Problem));
                throw;
            }

            void KeepCollected(ExitCode code, TextWriter output)
            {
                if (parsed.GetValue(collect) || parsed.GetValue(audit))
                {
                    CollectedListing.Keep(ports, sdk, settings, begun, code, output);
                }
            }
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        Ports ports, DotNetSdk sdk, GuardSettings settings, string start, IReport report, CancellationToken cancel)
    {
        using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.WarnOnce);
        using var session = new RestoreSession();
        var graph = await new GuardedRestore(new DotNet(sdk), settings, session, ports.Environment).GraphAsync(start, ports.Folder, ports.Warn, cancel);

        // NuGet leaves the assets of an earlier restore as they are when the next one is stopped.
        if (AskedFor.ChangedSince(session.NuGetGraphPath, graph.Projects) is [var project, ..])
        {
            throw new InvalidDataException(
                $"{project.Path} asks for other packages now than when it was restored: since then its restore was stopped, or did not take place, or it had other properties; restore it first");
        }

        return GraphCheck.Run(ports, engine, settings, graph, [], begunAt: null, report, cancel);
    }
}
