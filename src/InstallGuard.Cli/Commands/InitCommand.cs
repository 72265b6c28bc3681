using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Cli.Initializing;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard init</c>: three lines that guard every restore of a repository, and a record of what it uses today.</summary>
internal static class InitCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var path = SharedOptions.Repository();
        var undo = new Option<bool>("--undo") { Description = "Take the lines out again. The lock file stays." };
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("init", "Guard every restore of this repository: dotnet restore, build, test, run, publish.") { path, undo, roots };
        command.SetAction(async (parsed, cancel) =>
        {
            var start = parsed.GetValue(path)?.FullName ?? ports.Folder;
            var root = RepositoryRoot.Of(start) ?? start;
            _ = SharedOptions.Settings(ports, root, locked: false, parsed.GetValue(roots) ?? []);
            return (int)(parsed.GetValue(undo)
                ? Undo(ports, new(root))
                : await InitAsync(ports, sdk, new(root), parsed.GetValue(roots) ?? [], cancel));
        });
        return command;
    }

    private static async Task<ExitCode> InitAsync(
        Ports ports, DotNetSdk sdk, RepositoryFiles files, IReadOnlyCollection<FileInfo> roots, CancellationToken cancel)
    {
        var targets = RepositoryRoot.Solutions(files.Root) is { Count: > 0 } solutions ? solutions : RepositoryRoot.Projects(files.Root);
        if (targets.Count == 0)
        {
            throw new FormatException($"there is no project and no solution in {files.Root} or below it");
        }

        var changes = files.Guarding(ProductVersion.Text);
        Make(changes);
        var code = await ProveAsync(ports, sdk, targets, roots, cancel);
        if (code != ExitCode.Clean)
        {
            Make([.. changes.Reverse().Select(change => change.Reversed)]);
            await ports.Error.WriteLineAsync("nothing was changed in this repository");
            return code;
        }

        Tell(ports, files.Root, changes);
        await ports.Out.WriteLineAsync(changes.Count == 0
            ? "this repository is guarded already; nothing was changed"
            : "commit these files and installguard.lock.json; from then on every restore of this repository is guarded, on every machine");
        return ExitCode.Clean;
    }

    // That MSBuild finds the SDK, and who publishes what is used today.
    private static async Task<ExitCode> ProveAsync(
        Ports ports, DotNetSdk sdk, IReadOnlyList<string> targets, IReadOnlyCollection<FileInfo> roots, CancellationToken cancel)
    {
        if (await new Imports(new DotNet(sdk)).OfAsync(targets, cancel) is Imports.Unreadable unreadable)
        {
            await ports.Error.WriteLineAsync(
                $"error: the projects cannot be read with InstallGuard.Sdk {ProductVersion.Text}: {Reports.Visible.Text(unreadable.Problem)}; does a source in nuget.config have it?");
            return ExitCode.Undetermined;
        }

        foreach (var target in targets)
        {
            // To record is what it was called for, also on a build server.
            var settings = SharedOptions.Settings(ports, target, locked: false, roots);
            var code = await RestoreCommand.RunAsync(ports, sdk, settings, target, [], cancel);
            if (code != ExitCode.Clean)
            {
                await ports.Error.WriteLineAsync($"{Reports.Visible.Text(target)} could not be restored under guard");
                return code;
            }
        }

        return ExitCode.Clean;
    }

    private static ExitCode Undo(Ports ports, RepositoryFiles files)
    {
        var changes = files.Undoing();
        Make(changes);
        Tell(ports, files.Root, changes);
        ports.Out.WriteLine(changes.Count == 0
            ? "there was nothing to take back"
            : "restores of this repository are not guarded any more; installguard.lock.json is kept");
        return ExitCode.Clean;
    }

    private static void Make(IReadOnlyList<FileChange> changes)
    {
        foreach (var change in changes)
        {
            change.Make();
        }
    }

    private static void Tell(Ports ports, string root, IReadOnlyList<FileChange> changes)
    {
        foreach (var change in changes)
        {
            ports.Out.WriteLine($"{change.Word,-8} {Reports.Visible.Text(Path.GetRelativePath(root, change.Path))}");
        }
    }
}
