using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard revert</c>: takes back what was accepted.</summary>
internal static class RevertCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var id = PackageArguments.Id();
        var version = PackageArguments.Version();
        version.Description = "The version that the accepted pin begins with; by default the one that was accepted last.";
        var reason = SharedOptions.Reason(required: false);
        reason.Description = "Why; needed where the acceptance has been reviewed already.";
        var by = SharedOptions.By();
        var command = new Command("revert", "Take back an acceptance: the publisher before it counts again.") { id, version, reason, by };
        command.SetAction(parsed =>
        {
            var settings = SharedOptions.Settings(ports, ports.Folder, locked: false, []);
            using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.WarnOnce);
            var result = new Reversal(engine.LockFile, engine.History, ports.Clock).Revert(
                parsed.GetRequiredValue(id), parsed.GetValue(version), SharedOptions.Who(ports, parsed.GetValue(by)), parsed.GetValue(reason)?.Trim());
            return (int)Show(ports, parsed.GetRequiredValue(id).Text, settings.LockPath, result, () => Accepted(engine.LockFile.Read().Document));
        });
        return command;
    }

    private static IEnumerable<string> Accepted(LockDocument document) =>
        document.Packages.Where(package => package.Value.Any(pin => pin.Origin is PinOrigin.Accepted)).Select(package => package.Key.Text);

    private static ExitCode Show(Ports ports, string id, string lockPath, ReversalResult result, Func<IEnumerable<string>> accepted)
    {
        switch (result)
        {
            case ReversalResult.TakenOut(var pin, var before):
                ports.Out.WriteLine($"{id}: took out the pin {PublisherWords.Pin(pin)}");
                ports.Out.WriteLine(before is null ? "  no pin of it is left; it would be a first use" : $"  what counts again: {PublisherWords.Pin(before)}");
                ports.Out.WriteLine($"written to {ports.Shown(lockPath)}; review and commit it");
                return ExitCode.Clean;
            case ReversalResult.PutBack(var pin, var back):
                ports.Out.WriteLine($"{id}: the pin {PublisherWords.Pin(pin)} has been reviewed, and another stands in its place");
                ports.Out.WriteLine($"  pin: {PublisherWords.Pin(back)}");
                ports.Out.WriteLine($"written to {ports.Shown(lockPath)}; review and commit it");
                return ExitCode.Clean;
            case ReversalResult.NeedsReason(var pin):
                ports.Error.WriteLine($"error: {id}: the pin {PublisherWords.Pin(pin)} has been reviewed already; say why it goes, with --reason");
                return ExitCode.Usage;
            case ReversalResult.NobodyBefore(var pin):
                ports.Error.WriteLine($"error: {id}: the pin {PublisherWords.Pin(pin)} is the only one; there is no publisher in the lock to go back to");
                return ExitCode.Usage;
            case ReversalResult.AlreadyReverted(var pin):
                ports.Error.WriteLine($"error: {id}: it has been taken back already: the pin is {PublisherWords.Pin(pin)}; to let the other publisher in again, restore and accept what is shown");
                return ExitCode.Usage;
            case ReversalResult.NothingAccepted:
                ports.Error.WriteLine($"error: {id}: no such change was accepted; see `installguard explain {id}`{Spelling.Question(id, accepted())}");
                return ExitCode.Usage;
            default:
                throw new System.Diagnostics.UnreachableException($"no words for {result}");
        }
    }
}
