using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Cli.Diagnosing;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard doctor</c>: whether the restores of this repository are really guarded on this machine.</summary>
internal static class DoctorCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var path = SharedOptions.Repository();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("doctor", "Say whether the restores of this repository are really guarded on this machine.") { path, roots };
        command.SetAction(async (parsed, cancel) =>
        {
            var start = parsed.GetValue(path)?.FullName ?? ports.Folder;
            var root = RepositoryRoot.Of(start) ?? start;
            var settings = SharedOptions.Settings(ports, root, locked: null, parsed.GetValue(roots) ?? []);
            var examination = new Examination(ports, sdk, settings, root);
            var worst = Diagnosis.Fine;
            await foreach (var (diagnosis, what, fix) in examination.RunAsync(cancel))
            {
                worst = diagnosis > worst ? diagnosis : worst;
                await ports.Out.WriteLineAsync($"{Words(diagnosis)} {Reports.Visible.Text(what)}");
                if (fix is not null)
                {
                    await ports.Out.WriteLineAsync($"        fix: {Reports.Visible.Text(fix)}");
                }
            }

            await ports.Out.WriteLineAsync(worst == Diagnosis.Broken ? "restores of this repository are not guarded, or not all of them" : "restores of this repository are guarded");
            return (int)(worst == Diagnosis.Broken ? ExitCode.Blocked : ExitCode.Clean);
        });
        return command;
    }

    private static string Words(Diagnosis diagnosis) => diagnosis switch
    {
        Diagnosis.Fine => "ok     ",
        Diagnosis.Gap => "note   ",
        Diagnosis.Broken => "problem",
    };
}
