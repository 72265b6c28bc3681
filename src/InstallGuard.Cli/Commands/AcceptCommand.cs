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
        var audit = new Option<bool>("--from-audit") { Description = "Accept everything that the last audit of this repository listed, after showing it." };
        var yes = new Option<bool>("--yes") { Description = "With --from-audit: do not ask." };
        var reason = SharedOptions.Reason(required: true);
        var by = SharedOptions.By();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("accept", "Accept changes that were shown, for one reason, and write them into the lock.")
        {
            ids, version, hash, audit, yes, reason, by, roots,
        };
        command.Validators.Add(result =>
        {
            // By what was typed: what cannot be read is an error already.
            bool Has(Option option) => result.GetResult(option) is { Implicit: false };
            var (count, isAudit) = (result.GetResult(ids)?.Tokens.Count ?? 0, Has(audit));
            if (isAudit == count > 0)
            {
                result.AddError("name the packages, or take --from-audit; one of the two");
            }
            else if (Has(yes) && !isAudit)
            {
                result.AddError("--yes is for --from-audit");
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
            var shown = parsed.GetValue(audit)
                ? Listed(ports, engine, parsed.GetValue(yes))
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

    private static IReadOnlyList<Refusal>? Listed(Ports ports, GuardEngine engine, bool yes)
    {
        var listed = engine.Refusals.OfAudit();
        if (listed.Count == 0)
        {
            ports.Error.WriteLine("error: the last audit of this repository listed nothing that is still to be accepted; run `installguard restore --audit`, or `installguard check --audit` after a restore");
            return null;
        }

        var document = engine.LockFile.Read().Document;
        foreach (var refusal in listed)
        {
            var one = engine.PackageCheck.Decide(refusal, document.PinsOf(refusal.Package.Id));
            ports.Out.WriteLine($"{Visible.Text(one.Package.ToString())}: {PublisherWords.Step(one.Verdict)}");
        }

        if (yes || ports.Ask?.Invoke($"Accept these {listed.Count} changes?") == true)
        {
            return listed;
        }

        ports.Error.WriteLine(ports.Ask is null ? "error: nobody is there to be asked; look at the list, and run this with --yes" : "nothing was accepted");
        return null;
    }
}
