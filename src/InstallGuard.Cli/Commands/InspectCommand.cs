using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard inspect</c>: the evidence in one package file. No lock, no decision.</summary>
internal static class InspectCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var file = new Argument<FileInfo>("file") { Description = "A .nupkg file." }.AcceptExistingOnly();
        file.Validators.Add(result =>
        {
            if (Directory.Exists(result.Tokens.Count == 1 ? result.Tokens[0].Value : null))
            {
                result.AddError("a folder is no package file");
            }
        });
        var format = SharedOptions.Format();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("inspect", "Show what one package file proves and claims about its publisher.") { file, format, roots };
        command.SetAction((parsed, cancel) =>
        {
            var settings = SharedOptions.Settings(ports, ports.Folder, locked: false, parsed.GetValue(roots) ?? []);
            using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.Warn);
            using var stream = parsed.GetRequiredValue(file).OpenRead();
            var look = engine.Reader.Read(stream, ports.Clock.GetUtcNow(), cancel);
            return Task.FromResult((int)Show(ports, parsed.GetRequiredValue(file).Name, look, parsed.GetValue(format)));
        });
        return command;
    }

    private static ExitCode Show(Ports ports, string file, Look look, EvidenceFormat format)
    {
        switch (look)
        {
            case Look.Seen seen:
                var evidence = seen.Evidence.Found;
                if (format == EvidenceFormat.Json)
                {
                    ports.Out.WriteLine(EvidenceReport.Json(evidence));
                }
                else
                {
                    ports.Out.WriteLine(Visible.Text(evidence.Contents.Declared.ToString()));
                    EvidenceText.Write(ports.Out, evidence);
                }

                return Code(evidence);
            default:
                return NoPackage.Say(ports, file, look);
        }
    }

    private static ExitCode Code(PackageEvidence evidence)
    {
        FindingState[] states = [evidence.Author.State, evidence.Repository.State, evidence.Provenance.State];
        return states.Contains(FindingState.Invalid) ? ExitCode.Blocked
            : states.Contains(FindingState.Unavailable) ? ExitCode.Undetermined
            : ExitCode.Clean;
    }
}
