using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Cli.Terminal;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Restoring;

/// <summary>Checks everything that the projects of a restore resolved, and shows what came of it.</summary>
internal static class GraphCheck
{
    public static ExitCode Run(
        Ports ports,
        GuardEngine engine,
        GuardSettings settings,
        RestoreGraph graph,
        IReadOnlyCollection<ResolvedPackage> installed,
        CancellationToken cancel)
    {
        foreach (var project in graph.Projects.Where(project => !File.Exists(project.AssetsPath)))
        {
            throw new InvalidDataException($"{project.Path} has not been restored; run `installguard restore` first");
        }

        var resolved = graph.Projects.SelectMany(project => AssetsFile.Packages(project.AssetsPath)).ToList();

        // What the plugin installed and no project resolved: MSBuild SDKs, whose code runs while projects are read.
        // Other versions of resolved packages are left out: the restore looked at them and did not choose them.
        var ids = resolved.Select(package => package.Package.Id).ToHashSet();
        var besides = installed.Where(package => !ids.Contains(package.Package.Id));

        // One package in one folder is one file, however many projects use it.
        var files = resolved.Concat(besides)
            .DistinctBy(package => (package.Package, package.Folder))
            .ToList<IPackageFile>();
        var result = Progress.Of(ports, $"looking at {files.Count} packages", () => engine.RestoreCheck.Run(files, cancel));
        IReport report = ports.Terminal is { } terminal ? new TerminalReport(terminal) : new TextReport(ports.Out);
        Reading.Out(result, settings.LockPath, report);
        return ExitCodes.Of(result.Outcome);
    }
}
