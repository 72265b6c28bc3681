using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Cli.Restoring;
using InstallGuard.Policies;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard restore</c>: the real restore with the plugin in it, then a check of everything it resolved.</summary>
internal static class RestoreCommand
{
    public const string Name = "restore";

    /// <param name="ports">The process.</param>
    /// <param name="sdk">The SDK that restores.</param>
    /// <param name="passed">Arguments for dotnet restore.</param>
    public static Command Make(Ports ports, DotNetSdk sdk, string[] passed)
    {
        var path = SharedOptions.Target();
        var locked = SharedOptions.Locked();
        var (collect, audit) = (SharedOptions.Collect(), SharedOptions.CollectByItsOldName());
        var roots = SharedOptions.TrustedRoots();
        var command = new Command(
            Name, "Restore under guard: packages are looked at before they are extracted. What follows -- goes to dotnet restore.")
        {
            path, locked, collect, audit, roots,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var start = SharedOptions.Start(ports, parsed.GetValue(path));
            var settings = SharedOptions.Settings(ports, start, parsed.GetValue(locked), parsed.GetValue(roots) ?? []);
            SharedOptions.RequireRestorable(ports, start);
            var begun = ports.Clock.GetUtcNow();
            var code = await RunAsync(ports, sdk, settings, start, passed, GraphCheck.ForPeople(ports), cancel);
            if (parsed.GetValue(collect) || parsed.GetValue(audit))
            {
                CollectedListing.Keep(ports, sdk, settings, begun, code, ports.Out);
            }

            return (int)code;
        });
        return command;
    }

    /// <summary>Restores and checks.</summary>
    /// <param name="ports">The process.</param>
    /// <param name="sdk">The SDK that restores.</param>
    /// <param name="settings">What is in force.</param>
    /// <param name="start">What is restored.</param>
    /// <param name="arguments">Arguments for dotnet restore.</param>
    /// <param name="report">Takes what comes of the check.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<ExitCode> RunAsync(
        Ports ports, DotNetSdk sdk, GuardSettings settings, string start, string[] arguments, IReport report, CancellationToken cancel)
    {
        if (!File.Exists(GuardedRestore.PluginPath))
        {
            await ports.Error.WriteLineAsync(RestoreMessage.Text(RestoreProblem.PluginMissing(GuardedRestore.PluginPath)));
            return ExitCode.Undetermined;
        }

        using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.WarnOnce);

        // An unreadable lock stops the restore before anything is downloaded.
        _ = engine.LockFile.Read();
        using var session = new RestoreSession();
        var restore = new GuardedRestore(new DotNet(sdk), settings, session, ports.Environment);
        var talk = new RestoreTalk(ports.Out);
        var code = await RunAsync(restore, talk, session, start, arguments, cancel);
        foreach (var warning in session.Warned())
        {
            ports.WarnOnce(warning);
        }

        var ended = ExitCode.InternalError;
        try
        {
            ended = code != 0
                ? Failed(ports, session.Journal(), code)
                : GraphCheck.Run(ports, engine, settings, session.Graph() ?? await restore.GraphAsync(start, ports.Folder, ports.Warn, cancel), session.Installed(), session.BegunAt, report, cancel);
            return ended;
        }
        finally
        {
            if (ended != ExitCode.Clean && session.Graph() is { } restored && TakenAway.Line(RestoreOutput.Remove(restored, evenChecked: code == 0)) is { } line)
            {
                ports.Warn(line);
            }
        }
    }

    // What was kept back is said here, or by whoever reads the journal next.
    private static async Task<int> RunAsync(GuardedRestore restore, RestoreTalk talk, RestoreSession session, string start, string[] arguments, CancellationToken cancel)
    {
        IReadOnlyList<string> blocked = [];
        try
        {
            var code = await restore.RunAsync(start, arguments, talk.Take, cancel);
            blocked = code == 0 ? [] : [.. session.Journal().Where(entry => entry.Event == JournalEntry.Blocked).Select(entry => entry.Package ?? "").Where(name => name.Length > 0)];
            return code;
        }
        finally
        {
            talk.End(blocked);
        }
    }

    // The client's own lines about them were left out: here the plugin's messages are whole.
    private static ExitCode Failed(Ports ports, IReadOnlyList<JournalEntry> journal, int code)
    {
        var blocked = journal.Where(entry => entry.Event == JournalEntry.Blocked).OrderBy(entry => entry.Package, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var (kind, text) in journal.Select(entry => (entry.Event, entry.Text ?? "")).Distinct())
        {
            if (kind == JournalEntry.SourceFailed)
            {
                ports.Error.WriteLine(RestoreMessage.Text(RestoreProblem.SourceFailed(text)));
            }
            else if (kind == JournalEntry.CredentialsWanted)
            {
                ports.Error.WriteLine(RestoreMessage.Text(RestoreProblem.CredentialsWanted(text, CredentialPlugins.NamesBeside(GuardedRestore.PluginPath, ports.Environment))));
            }
        }

        if (blocked.Count == 0)
        {
            ports.Error.WriteLine(RestoreMessage.Text(RestoreProblem.RestoreFailed(code)));
            return ExitCode.Undetermined;
        }

        foreach (var text in blocked.Select(entry => entry.Text).OfType<string>().Distinct())
        {
            ports.Error.WriteLine(Visible.Lines(text));
        }

        var names = blocked.Select(entry => Visible.Text(entry.Package ?? "")).Distinct().ToList();
        ports.Error.WriteLine($"blocked: {string.Join(", ", names)}; nothing of {(names.Count == 1 ? "it" : "them")} was extracted, nothing was recorded");

        // A verdict that this version does not know counts as blocked, not as doubt.
        var kinds = blocked.Select(entry => Enum.TryParse<VerdictKind>(entry.Verdict, out var kind) ? kind : VerdictKind.Reject);
        return ExitCodes.Of(Outcomes.Of(kinds));
    }
}
