using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Reports;
using InstallGuard.Text;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard move-feed</c>: the feed that unsigned packages are pinned to has another address now.</summary>
internal static class MoveFeedCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var from = new Argument<string>("old") { Description = "The feed that is pinned, as the lock has it: an address, \"local folder\", or a folder of the repository (./packages)." };
        var to = new Argument<string>("new") { Description = "Where it is now, written the same way." };
        var reason = SharedOptions.Reason(required: true);
        var by = SharedOptions.By();
        var command = new Command("move-feed", "Accept that a feed has moved, for all unsigned packages that are pinned to it.") { from, to, reason, by };
        command.SetAction(parsed =>
        {
            var settings = SharedOptions.Settings(ports, ports.Folder, locked: false, []);
            using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.Warn);
            var (old, next) = (Feed(ports, engine, parsed.GetRequiredValue(from)), Feed(ports, engine, parsed.GetRequiredValue(to)));
            if (old.Equals(next))
            {
                throw new FormatException($"both are {old}");
            }

            var result = new FeedMove(engine.LockFile, ports.Clock).Move(old, next, SharedOptions.Who(ports, parsed.GetValue(by)), parsed.GetRequiredValue(reason)!.Trim());
            return (int)Show(ports, settings.LockPath, old, result);
        });
        return command;
    }

    // What the lock says comes first: there, "./" is the root of the repository, wherever the command is typed.
    private static FeedIdentity Feed(Ports ports, GuardEngine engine, string text) =>
        FeedIdentity.Parse(text)
        ?? engine.FeedOf(text)
        ?? (Path.GetFullPath(text, ports.Folder) is var folder && Directory.Exists(folder) ? engine.FeedOf(folder) : null)
        ?? throw new FormatException($"{Quoted.Text(text)} is neither the address of a feed nor a folder");

    private static ExitCode Show(Ports ports, string lockPath, FeedIdentity old, FeedMoveResult result)
    {
        switch (result)
        {
            case FeedMoveResult.Written(var pins):
                foreach (var (id, pin) in pins)
                {
                    ports.Out.WriteLine($"{Visible.Text(id.Text)}: {PublisherWords.Pin(pin)}");
                }

                ports.Out.WriteLine($"written to {Visible.Text(lockPath)}; review and commit it");
                return ExitCode.Clean;
            case FeedMoveResult.NothingThere(var feeds):
                ports.Error.WriteLine($"error: no unsigned package is pinned to {old} in {Visible.Text(lockPath)}; {(feeds.IsEmpty ? "none is pinned to any feed" : $"the feeds there are: {string.Join(", ", feeds)}")}; nothing was written");
                return ExitCode.Usage;
            default:
                throw new System.Diagnostics.UnreachableException($"no words for {result}");
        }
    }
}
