using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Cli.Restoring;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard check</c>: everything that the last restore resolved, without restoring.</summary>
internal static class CheckCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var path = SharedOptions.Target();
        var locked = SharedOptions.Locked();
        var audit = SharedOptions.Audit();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("check", "Check what the last restore resolved, without restoring.") { path, locked, audit, roots };
        command.SetAction(async (parsed, cancel) =>
        {
            var start = parsed.GetValue(path)?.FullName ?? ports.Folder;
            var settings = SharedOptions.Settings(ports, start, parsed.GetValue(locked), parsed.GetValue(roots) ?? []);
            SharedOptions.RequireRestorable(start);
            using var listing = parsed.GetValue(audit) ? new AuditListing(ports, sdk, settings) : null;
            using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.Error.WriteLine);
            using var session = new RestoreSession();
            var graph = await new GuardedRestore(new DotNet(sdk), settings, session, ports.Environment).GraphAsync(start, cancel);
            SayWhatIsStale(ports, graph);
            return (int)GraphCheck.Run(ports, engine, settings, graph, [], cancel);
        });
        return command;
    }

    // NuGet leaves the assets of an earlier restore as they are when the next one is stopped.
    private static void SayWhatIsStale(Ports ports, RestoreGraph graph)
    {
        foreach (var project in graph.Projects.Where(project => File.GetLastWriteTimeUtc(project.Path) > File.GetLastWriteTimeUtc(project.AssetsPath)))
        {
            ports.Error.WriteLine($"note: {project.Path} was edited after the restore that is checked here; if its packages have changed, restore it first");
        }
    }
}
