using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Checking;
using InstallGuard.Cli.Comparing;
using InstallGuard.Identity;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary><c>installguard compare</c>: what would happen at an update, before it is made. Nothing is written to the lock.</summary>
internal static class CompareCommand
{
    private const int Fewest = 2;
    private const int Most = 1000;

    public static Command Make(Ports ports, DotNetSdk sdk)
    {
        var releases = Releases();
        var format = SharedOptions.Format();
        var roots = SharedOptions.TrustedRoots();
        var command = new Command("compare", "Show what would be decided about an update, before it is made.") { releases, format, roots };
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = SharedOptions.Settings(ports, ports.Folder, locked: false, parsed.GetValue(roots) ?? []);
            using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.WarnOnce);
            using var named = new NamedReleases(
                engine, () => new PackageFetch(ports.Folder, settings.LargestPackage, settings.NoHttpCache), ports.Clock);
            var names = parsed.GetRequiredValue(releases);
            var looked = await named.LookAsync(names, cancel);
            return (int)Show(ports, looked, PinsOf(names, engine), parsed.GetValue(format));
        });
        return command;
    }

    // A file does not say which feed it will come from, as a pin may: it is no restore of this repository that is asked about.
    private static ImmutableArray<Pin> PinsOf(IReadOnlyList<NamedRelease> names, GuardEngine engine) =>
        names.All(name => name is NamedRelease.InSources) && names.OfType<NamedRelease.InSources>().FirstOrDefault() is { Package.Id: var id }
            ? engine.LockFile.Read().Document.PinsOf(id)
            : [];

    private static ExitCode Show(Ports ports, IReadOnlyList<NamedReleases.LookedAt> looked, IReadOnlyCollection<Pin> pins, EvidenceFormat format)
    {
        var known = looked.Select(one => one.Package is { } package ? new Release(package, one.Source, one.Look) : null).OfType<Release>().ToList();
        var nameless = looked.Where(one => one.Package is null).Select(one => NoPackage.Say(ports, one.Source, one.Look)).ToList();
        if (nameless.Count > 0)
        {
            return nameless.Contains(ExitCode.Blocked) ? ExitCode.Blocked : ExitCode.Undetermined;
        }

        var result = UpdateComparison.Of(known, DateOnly.FromDateTime(ports.Clock.GetUtcNow().UtcDateTime), pins);
        if (result.Unpinnable is { } end)
        {
            ports.Error.WriteLine(PackageMessage.Text(end));
        }

        ports.Out.WriteLine(format == EvidenceFormat.Json ? DecisionReport.Json(result) : ComparisonReport.Text(result));
        return ExitCodes.Of(result.Outcome);
    }

    private static Argument<IReadOnlyList<NamedRelease>> Releases() => new("releases")
    {
        Description = "Two or more releases of one package, each a .nupkg file or id@version; each is compared with the one before it.",
        Arity = new(Fewest, Most),
        CustomParser = Parse,
    };

    private static List<NamedRelease>? Parse(ArgumentResult result)
    {
        try
        {
            var names = result.Tokens.Select(token => NamedRelease.Parse(token.Value)).ToList();
            var ids = names.OfType<NamedRelease.InSources>().Select(name => name.Package.Id).Distinct().ToList();
            return ids.Count <= 1 ? names : throw new FormatException($"{string.Join(" and ", ids)} are different packages; name versions of one");
        }
        catch (FormatException wrong)
        {
            result.AddError(wrong.Message);
            return null;
        }
    }
}
