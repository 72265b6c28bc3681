using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard accept</c>: a change that was shown, written into the lock with who, when and why.</summary>
internal static class AcceptCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var id = PackageArguments.Id();
        var version = PackageArguments.Version();
        var hash = PackageArguments.PackageHash();
        var reason = new Option<string>("--reason") { Description = "Why it is right; it stands in the lock for review.", Required = true };
        reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(reason)))
            {
                result.AddError("--reason must not be empty");
            }
        });
        var by = new Option<string?>("--by") { Description = "Who accepts it; by default git's user.email, or else the user's name." };
        by.Validators.Add(result =>
        {
            if (result.GetValue(by) is { } name && string.IsNullOrWhiteSpace(name))
            {
                result.AddError("--by must not be empty");
            }
        });
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("accept", "Accept a change that was shown, and write it into the lock.")
        {
            id, version, hash, reason, by, roots,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = SharedOptions.Settings(ports, ports.Folder, locked: false, parsed.GetValue(roots) ?? []);
            using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.Error.WriteLine);
            var who = parsed.GetValue(by) ?? GitUser.Email(ports.Folder) ?? Environment.UserName;
            var acceptance = new Acceptance(engine.PackageCheck, engine.LockFile, engine.Refusals, ports.Clock);
            var result = acceptance.Accept(
                parsed.GetRequiredValue(id), parsed.GetValue(version), parsed.GetValue(hash), who, parsed.GetRequiredValue(reason).Trim());
            return (int)Show(ports, parsed.GetRequiredValue(id).Text, settings.LockPath, result);
        });
        return command;
    }

    private static ExitCode Show(Ports ports, string id, string lockPath, AcceptanceResult result)
    {
        switch (result)
        {
            case AcceptanceResult.Written written:
                ports.Out.WriteLine($"accepted {Visible.Text(written.Package.Package.ToString())}");
                ports.Out.WriteLine($"  pin: {PublisherWords.Pin(written.Pin)}");
                ports.Out.WriteLine($"  written to {lockPath}; review and commit it");
                return ExitCode.Clean;
            case AcceptanceResult.NotNeeded needless:
                ports.Out.WriteLine($"{Visible.Text(needless.Package.Package.ToString())}: nothing to accept, the lock lets it through");
                return ExitCode.Clean;
            case AcceptanceResult.NotAcceptable bad:
                ports.Error.WriteLine(PackageMessage.Text(bad.Package));
                ports.Error.WriteLine("this cannot be accepted");
                return ExitCodes.Of(Outcomes.Of([bad.Package.Verdict.Kind]));
            case AcceptanceResult.NothingShown:
                ports.Error.WriteLine($"error: no change of {id} was blocked here that could be accepted; run `installguard restore` first, and accept what it shows");
                return ExitCode.Usage;
            case AcceptanceResult.SeveralShown several:
                ports.Error.WriteLine($"error: several packages {id} were blocked; name one with --version, and with --package-hash where needed:");
                foreach (var shown in several.Refusals)
                {
                    ports.Error.WriteLine(
                        $"  {shown.Package.Version}, package hash {shown.Evidence.Contents.Hash}, from {Visible.Text(shown.Source)}: {Visible.Text(shown.Evidence.Identity.ToString())}");
                }

                return ExitCode.Usage;
            default:
                throw new System.Diagnostics.UnreachableException($"no words for {result}");
        }
    }
}
