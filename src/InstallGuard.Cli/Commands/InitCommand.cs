using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Cli.Initializing;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard init</c>: a few lines that guard every restore of a repository, and a record of what it uses today.</summary>
internal static class InitCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var path = SharedOptions.Target();
        path.Description = "The repository, by default the one that the current folder is in; or the solution or project of it that is restored here.";
        var undo = new Option<bool>("--undo") { Description = "Take the lines out again. The lock file stays." };
        var exclude = SharedOptions.Exclude();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("init", "Guard every restore of this repository: dotnet restore, build, test, run, publish.") { path, undo, exclude, roots };
        command.SetAction(async (parsed, cancel) =>
        {
            var given = parsed.GetValue(path);
            var start = given?.FullName ?? ports.Folder;
            var root = Path.TrimEndingDirectorySeparator(RepositoryRoot.Of(start) ?? (File.Exists(start) ? Path.GetDirectoryName(start)! : start));
            var settings = SharedOptions.Settings(ports, root, locked: false, parsed.GetValue(roots) ?? []);
            if (parsed.GetValue(undo))
            {
                return (int)Undo(ports, new(root));
            }

            var targets = RestoreTargets.Of(root, [.. (parsed.GetValue(exclude) ?? []).Select(left => left.FullName)]);
            return (int)await new Initialization(ports, sdk, settings, root).RunAsync(targets, given is FileInfo named ? named.FullName : null, cancel);
        });
        return command;
    }

    private static ExitCode Undo(Ports ports, RepositoryFiles files)
    {
        var changes = files.Undoing();
        foreach (var change in changes)
        {
            change.Make();
            ports.Out.WriteLine(Visible.Text(change.Words(files.Root)));
        }

        ports.Out.WriteLine(changes.Count == 0
            ? "there was nothing to take back"
            : "restores of this repository are not guarded any more; installguard.lock.json is kept");
        return ExitCode.Clean;
    }
}
