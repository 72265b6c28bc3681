using System.CommandLine;
using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Cli.Comparing;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard inspect</c>: the evidence in one package, a file or one that is fetched. No lock, no decision.</summary>
internal static class InspectCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var name = PackageArguments.Release();
        var format = SharedOptions.Format();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("inspect", "Show what one package proves and claims about its publisher.") { name, format, roots };
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = SharedOptions.Settings(ports, ports.Folder, locked: false, parsed.GetValue(roots) ?? []);
            var package = parsed.GetRequiredValue(name).In(id => [.. VersionInUse.Below(settings.Root, id).Select(used => used.Version)]);
            using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.WarnOnce);
            using var named = new NamedReleases(
                engine, () => new PackageFetch(ports.Folder, settings.LargestPackage, settings.NoHttpCache), ports.Clock);
            var looked = (await named.LookAsync([package], cancel)).Single();
            return (int)Show(ports, looked, parsed.GetValue(format));
        });
        return command;
    }

    private static ExitCode Show(Ports ports, NamedReleases.LookedAt looked, EvidenceFormat format)
    {
        switch (looked.Look)
        {
            case Look.Seen seen:
                var evidence = seen.Evidence.Found;
                var declared = evidence.Contents.Declared;
                if (looked.Package is { } asked && asked != declared)
                {
                    // What it proves is about another package; shown under this name it would be taken for this one's.
                    return NoPackage.Say(ports, looked.Source, new Look.Malformed($"{declared}, where {asked} was asked for"));
                }

                if (format == EvidenceFormat.Json)
                {
                    ports.Out.WriteLine(EvidenceReport.Json(evidence));
                }
                else
                {
                    ports.Out.WriteLine(Visible.Text(declared.ToString()));
                    EvidenceText.Write(ports.Out, evidence);
                }

                return Code(evidence);
            default:
                return NoPackage.Say(ports, looked.Source, looked.Look);
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
