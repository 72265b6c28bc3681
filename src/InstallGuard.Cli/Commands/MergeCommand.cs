using System.CommandLine;
using InstallGuard.Adapters.Storage;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Ledger;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard merge</c>: the way out of a conflict in the lock.</summary>
internal static class MergeCommand
{
    public static Command Make(Ports ports)
    {
        var command = new Command("merge", "Put the lock together that a git merge left with a conflict: the pins of both sides.");
        command.SetAction(_ =>
        {
            var settings = SharedOptions.Settings(ports, ports.Folder, locked: false, []);
            var file = new LockFileOnDisk(settings.LockPath, settings.GateFolder, ports.Clock);
            return (int)Merge(ports, file, UnfinishedMerge.Of(settings.LockPath));
        });
        return command;
    }

    private static ExitCode Merge(Ports ports, LockFileOnDisk file, UnfinishedMerge merge)
    {
        var name = ports.Shown(file.Path);
        switch (merge)
        {
            case UnfinishedMerge.Sides(var before, var ours, var theirs):
                return Write(ports, file, LockMerge.Of(before, ours, theirs));
            case UnfinishedMerge.OneSide:
                ports.Error.WriteLine($"error: one side of the merge has deleted {name}; take the other one's (`git checkout --ours -- {name}`, or `--theirs`) and restore; nothing was written");
                return ExitCode.Blocked;
            case UnfinishedMerge.Nothing:
                ports.Error.WriteLine($"error: no merge waits for {name}; if it was added with its conflict, `git checkout -m -- {name}` brings both sides back; nothing was written");
                return ExitCode.Usage;
            case UnfinishedMerge.Unknown(var because):
                ports.Error.WriteLine($"error: cannot see the two sides of {name}: {Visible.Text(because)}; nothing was written");
                return ExitCode.Undetermined;
            default:
                throw new System.Diagnostics.UnreachableException($"no words for {merge}");
        }
    }

    private static ExitCode Write(Ports ports, LockFileOnDisk file, LockMergeResult result)
    {
        var name = ports.Shown(file.Path);
        switch (result)
        {
            case LockMergeResult.Merged(var document):
                file.Overwrite(document);
                ports.Out.WriteLine($"{document.Count} {(document.Count == 1 ? "package" : "packages")}, with the pins of both sides; written to {name}");
                ports.Out.WriteLine($"`git add {name}`, go on with the merge, and restore: the result is compared with the reviewed lock as any other");
                return ExitCode.Clean;
            case LockMergeResult.Differs(var pins):
                foreach (var (id, since, ours, theirs) in pins)
                {
                    ports.Error.WriteLine($"error: {Visible.Text(id.Text)}: the sides differ about the pin since {since}");
                    ports.Error.WriteLine($"  ours: {Words(ours)}");
                    ports.Error.WriteLine($"  theirs: {Words(theirs)}");
                }

                ports.Error.WriteLine($"nothing was written; take one side whole (`git checkout --theirs -- {name}`, or `--ours`) and restore: it adds what is missing, and shows what only the other side had accepted, to be accepted again");
                return ExitCode.Blocked;
            default:
                throw new System.Diagnostics.UnreachableException($"no words for {result}");
        }
    }

    private static string Words(Identity.Pin? pin) => pin is null ? "no such pin" : PublisherWords.Pin(pin);
}
