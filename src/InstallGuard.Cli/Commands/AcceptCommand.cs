using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard accept</c>: changes that were shown, written into the lock with who, when and why.</summary>
internal static class AcceptCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var ids = PackageArguments.Ids();
        var version = PackageArguments.Version();
        var hash = PackageArguments.PackageHash();
        var collected = new Option<bool>("--collected") { Description = "Accept everything that the last collecting restore or check listed, after showing it." };
        var audit = new Option<bool>("--from-audit") { Hidden = true };
        var yes = new Option<bool>("--yes") { Description = "With --collected: do not ask." };
        var reason = SharedOptions.Reason(required: true);
        var by = SharedOptions.By();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("accept", "Accept changes that were shown, for one reason, and write them into the lock.")
        {
            ids, version, hash, collected, audit, yes, reason, by, roots,
        };
        command.Validators.Add(result =>
        {
            // By what was typed: what cannot be read is an error already.
            bool Has(Option option) => result.GetResult(option) is { Implicit: false };
            var (count, isCollected) = (result.GetResult(ids)?.Tokens.Count ?? 0, Has(collected) || Has(audit));
            if (isCollected == count > 0)
            {
                result.AddError("name the packages, or take --collected; one of the two");
            }
            else if (Has(yes) && !isCollected)
            {
                result.AddError("--yes is for --collected");
            }
            else if (count != 1 && (Has(version) || Has(hash)))
            {
                result.AddError("--version and --package-hash are for one package");
            }
        });
        command.SetAction(parsed =>
        {
            var settings = SharedOptions.Settings(ports, ports.Folder, locked: false, parsed.GetValue(roots) ?? []);
            using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.WarnOnce);
            var acceptance = new Acceptance(engine.PackageCheck, engine.LockFile, engine.Refusals, engine.Sightings, ports.Clock);
            var shown = parsed.GetValue(collected) || parsed.GetValue(audit)
                ? Listed(ports, acceptance, parsed.GetValue(yes))
                : Named(ports, acceptance, parsed.GetValue(ids)!, parsed.GetValue(version), parsed.GetValue(hash));
            if (shown is null)
            {
                return (int)ExitCode.Usage;
            }

            var result = acceptance.Accept(shown, SharedOptions.Who(ports, parsed.GetValue(by)), parsed.GetValue(reason)!.Trim());
            return (int)AcceptanceText.Show(ports, settings.LockPath, result);
        });
        return command;
    }

    // Null: it has been said what is wrong.
    private static List<Refusal>? Named(Ports ports, Acceptance acceptance, IReadOnlyList<PackageId> ids, PackageVersion? version, string? hash)
    {
        var found = ids.Select(id => acceptance.Shown(id, version, hash)).ToList();
        if (found.Exists(shown => shown is not ShownChange.One))
        {
            var waiting = acceptance.Waiting();
            found.ForEach(other => AcceptanceText.Unclear(ports, other, waiting));
        }

        return found.TrueForAll(shown => shown is ShownChange.One) ? [.. found.Cast<ShownChange.One>().Select(shown => shown.Refusal)] : null;
    }

    private static List<Refusal>? Listed(Ports ports, Acceptance acceptance, bool yes)
    {
        var (listed, beyond) = acceptance.Collected();
        CollectedListing.SayWhatIsBeyond(beyond, ports.Error);
        if (listed.IsEmpty)
        {
            ports.Error.WriteLine("error: nothing is listed that is still to be accepted; run `installguard restore --collect`, or `installguard check --collect` after a restore");
            return null;
        }

        foreach (var (_, one) in listed)
        {
            ports.Out.WriteLine($"{Visible.Text(one.Package.ToString())}: {PublisherWords.Step(one.Verdict)}");
        }

        if (yes || ports.Ask?.Invoke(listed.Length == 1 ? "Accept this change?" : $"Accept these {listed.Length} changes?") == true)
        {
            return [.. listed.Select(one => one.Refusal)];
        }

        ports.Error.WriteLine(ports.Ask is null ? "error: nobody is there to be asked; look at the list, and run this with --yes" : "nothing was accepted");
        return null;
    }
}
