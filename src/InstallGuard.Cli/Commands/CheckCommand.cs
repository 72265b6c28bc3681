using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Cli.Initializing;
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
        var exclude = SharedOptions.Exclude();
        var format = SharedOptions.Format();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("check", "Check what the last restore resolved, without restoring.") { path, exclude, locked, collect, audit, format, roots };
        command.SetAction(async (parsed, cancel) =>
        {
            var start = SharedOptions.Start(ports, parsed.GetValue(path));
            var settings = SharedOptions.Settings(ports, start, parsed.GetValue(locked), parsed.GetValue(roots) ?? []);
            using var whole = WholeRepository.At(ports, start, [.. (parsed.GetValue(exclude) ?? []).Select(left => left.FullName)]);
            if (whole is null)
            {
                SharedOptions.RequireRestorable(ports, start);
            }

            var begun = ports.Clock.GetUtcNow();
            if (parsed.GetValue(format) != EvidenceFormat.Json)
            {
                var code = await CheckAsync(GraphCheck.ForPeople(ports));
                KeepCollected(code, ports.Out);
                return (int)code;
            }

            // One document, whatever happens: of what was decided, or else of what kept it from being decided.
            using var document = new StringWriter();
            try
            {
                var code = await CheckAsync(new JsonReport(document));
                KeepCollected(code, ports.Error);
                await ports.Out.WriteAsync(document.ToString());
                return (int)code;
            }
            catch (Exception failed) when (Failure.Of(failed) is { } failure)
            {
                await ports.Out.WriteLineAsync(DecisionReport.Json(failure.Problem));
                throw;
            }

            async Task<ExitCode> CheckAsync(IReport report)
            {
                try
                {
                    return await RunAsync(ports, sdk, settings, whole?.Restored ?? [start], report, cancel);
                }
                catch (InvalidDataException one) when (whole is not null)
                {
                    throw new InvalidDataException($"{one.Message}; what is not restored here is left out with --exclude", one);
                }
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
        Ports ports, DotNetSdk sdk, GuardSettings settings, IReadOnlyList<string> targets, IReport report, CancellationToken cancel)
    {
        using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.WarnOnce);
        using var session = new RestoreSession();
        var graph = await GraphAsync(ports, new(new DotNet(sdk), settings, session, ports.Environment), session, targets, cancel);
        return GraphCheck.Run(ports, engine, settings, graph, [], begunAt: null, report, cancel);
    }

    // All that they restore: each target adds to what the ones before it have written down.
    private static async Task<RestoreGraph> GraphAsync(Ports ports, GuardedRestore restore, RestoreSession session, IReadOnlyList<string> targets, CancellationToken cancel)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        RestoreGraph? graph = null;
        foreach (var target in targets)
        {
            graph = await restore.GraphAsync(target, ports.Folder, ports.Warn, cancel);

            // NuGet leaves the assets of an earlier restore as they are when the next one is stopped.
            if (AskedFor.ChangedSince(session.NuGetGraphPath, [.. graph.Projects.Where(project => known.Add(project.Path))]) is [var project, ..])
            {
                throw new InvalidDataException(
                    $"{project.Path} asks for other packages now than when it was restored: since then its restore was stopped, or did not take place, or it had other properties; restore it first");
            }
        }

        return graph ?? throw new System.Diagnostics.UnreachableException("nothing was to be checked");
    }
}
