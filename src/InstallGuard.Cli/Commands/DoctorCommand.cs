using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Cli.Diagnosing;
using InstallGuard.Cli.Initializing;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard doctor</c>: whether the restores of this repository are really guarded on this machine.</summary>
internal static class DoctorCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var path = SharedOptions.Repository();
        var exclude = SharedOptions.Exclude();
        var verbose = new Option<bool>("--verbose") { Description = "Also say what is not covered on any machine." };
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("doctor", "Say whether the restores of this repository are really guarded on this machine.") { path, exclude, verbose, roots };
        command.SetAction(async (parsed, cancel) =>
        {
            var start = parsed.GetValue(path)?.FullName ?? ports.Folder;
            var root = RepositoryRoot.Of(start) ?? Path.TrimEndingDirectorySeparator(start);
            var settings = SharedOptions.Settings(ports, root, locked: null, parsed.GetValue(roots) ?? []);
            var targets = RestoreTargets.Of(root, [.. (parsed.GetValue(exclude) ?? []).Select(left => left.FullName)]);
            var worst = Diagnosis.Fine;
            await foreach (var finding in new Examination(ports, sdk, settings, root, targets).RunAsync(cancel))
            {
                worst = finding.Diagnosis > worst ? finding.Diagnosis : worst;
                Tell(ports, finding);
            }

            foreach (var gap in parsed.GetValue(verbose) ? KnownGaps.Everywhere : [])
            {
                Tell(ports, gap);
            }

            await ports.Out.WriteLineAsync(worst == Diagnosis.Broken ? "restores of this repository are not guarded, or not all of them" : "restores of this repository are guarded");
            return (int)(worst == Diagnosis.Broken ? ExitCode.Blocked : ExitCode.Clean);
        });
        return command;
    }

    private static void Tell(Ports ports, Finding finding)
    {
        ports.Out.WriteLine($"{Words(finding.Diagnosis)} {Reports.Visible.Line(finding.What)}");
        if (finding.Fix is { } fix)
        {
            ports.Out.WriteLine($"        fix: {Reports.Visible.Line(fix)}");
        }
    }

    private static string Words(Diagnosis diagnosis) => diagnosis switch
    {
        Diagnosis.Fine => "ok     ",
        Diagnosis.Gap => "note   ",
        Diagnosis.Broken => "problem",
    };
}
