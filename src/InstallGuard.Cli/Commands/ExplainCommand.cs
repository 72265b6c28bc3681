using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Identity;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard explain</c>: evidence, pin, change and rule of a package, in words.</summary>
internal static class ExplainCommand
{
    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var package = PackageArguments.IdAndVersion();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("explain", "Tell what is known about a package, and what was decided about it.") { package, roots };
        command.SetAction(parsed =>
        {
            var settings = SharedOptions.Settings(ports, ports.Folder, locked: false, parsed.GetValue(roots) ?? []);
            using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.WarnOnce);
            var (id, version) = parsed.GetValue(package)!.Value;
            return (int)Run(ports, engine, settings.Root, id, version);
        });
        return command;
    }

    private static ExitCode Run(Ports ports, GuardEngine engine, string root, PackageId id, PackageVersion? version)
    {
        var read = engine.LockFile.Read();
        if (read.ReadFrom is null)
        {
            ports.Out.WriteLine($"there is no lock file {ports.Shown(engine.LockFile.Path)}: without one, every publisher is taken for a first use");
        }

        var pins = read.Document.PinsOf(id);
        var refusals = engine.Refusals.Of(id);
        var sightings = engine.Sightings.Of(id);
        var explanation = new Explanation(ports.Out);
        explanation.Pins(id, pins, ports.Shown(engine.LockFile.Path), read.Document.Packages.Select(package => package.Key));
        explanation.Sightings(sightings);
        var used = VersionInUse.Below(root, id);
        explanation.InUse(used, [.. refusals.Select(refusal => refusal.Package.Version)], used.Count > 0 || VersionInUse.IsAnyRestored(root));

        var subject = version ?? Meant(used, refusals) ?? sightings.Select(sighting => sighting.Package.Version).Max();
        if (version is null && subject is not null && used.Count > 0 && used.All(one => one.Version != subject))
        {
            // NuGet writes nothing where it has nothing to do, so that the block may be one that was given up.
            ports.Out.WriteLine($"{id} {subject} was blocked here last; for the version in use: `installguard explain {id}@{used[^1].Version}`");
        }

        if (subject is null)
        {
            if (pins.IsEmpty && Spelling.Nearest(id.Text, read.Document.Packages.Select(package => package.Key.Text)) is not null)
            {
                // It was asked above whether another name is meant: a restore would not find this one either.
                ports.Out.WriteLine("this machine has not seen it");
                return ExitCode.Undetermined;
            }

            ports.Out.WriteLine($"this machine has not seen it; run `installguard restore`, or look at a version with `installguard inspect {id}@<version>`");
            return pins.IsEmpty ? ExitCode.Undetermined : ExitCode.Clean;
        }

        return Decided(engine, new(id, subject), pins, refusals) is { } one
            ? explanation.Decision(one)
            : explanation.NotSeen(new(id, subject));
    }

    // What happened last in this repository: a version was blocked, or a restore went through.
    private static PackageVersion? Meant(IReadOnlyList<VersionInUse> used, IReadOnlyList<Refusal> refusals) =>
        refusals is [var latest, ..] && used.All(one => one.At < latest.At) ? latest.Package.Version : used.Select(one => one.Version).Max();

    // What was refused is remembered as it was; what passed, by its evidence.
    private static CheckedPackage? Decided(
        GuardEngine engine, Package package, IReadOnlyCollection<Pin> pins, IReadOnlyList<Refusal> refusals)
    {
        if (refusals.FirstOrDefault(refusal => refusal.Package == package) is { } refused)
        {
            return engine.PackageCheck.Decide(refused, pins);
        }

        return engine.Remembered(package) is { } evidence
            ? engine.PackageCheck.Decide(package, SourceOf(engine, package), new Look.Seen(evidence), pins)
            : null;
    }

    private static string SourceOf(GuardEngine engine, Package package) =>
        engine.Sightings.Of(package).Select(sighting => sighting.Source).LastOrDefault() ?? Explanation.UnknownSource;
}
