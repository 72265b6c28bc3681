using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Cli.Commands;
using InstallGuard.Cli.Restoring;
using InstallGuard.Identity;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Initializing;

/// <summary>Guards a repository, proves that it is guarded, and records what it uses today.</summary>
/// <param name="ports">The process.</param>
/// <param name="sdk">The SDK that restores.</param>
/// <param name="settings">Where lock and ledger are.</param>
/// <param name="root">The root of the repository.</param>
// 1. the files at the root, and every global.json that MSBuild looks into
// 2. ask MSBuild who imports them, and write the import into nested files that keep it from the others; ask again
// 3. the exception for files that git ignores
// 4. restore under guard, which records who publishes what
// 5. name what is still not guarded
//
// What fails before the end takes everything back.
internal sealed class Initialization(Ports ports, DotNetSdk sdk, GuardSettings settings, string root)
{
    private readonly RepositoryFiles _files = new(root);

    /// <summary>Does it all, or nothing.</summary>
    /// <param name="targets">What the repository consists of.</param>
    /// <param name="named">The solution or project that is restored; null for all of them.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="FormatException">A file is something else than it should be.</exception>
    public async Task<ExitCode> RunAsync(RestoreTargets targets, string? named, CancellationToken cancel)
    {
        using var changed = new ChangedFiles(settings.LockPath);
        changed.Make(_files.Guarding(ProductVersion.Text, targets.All));
        var reports = new List<HeldReport>();
        var (code, left) = await ReachAsync(changed, targets, cancel);
        if (code == ExitCode.Clean)
        {
            left.AddRange(Commit(changed));
            code = await RestoreAsync(targets, named, left, reports, cancel);
        }

        if (code != ExitCode.Clean)
        {
            await ports.Error.WriteLineAsync("nothing was changed in this repository");
            return code;
        }

        changed.Keep();
        foreach (var report in reports)
        {
            report.SayTo(GraphCheck.ForPeople(ports));
        }

        return Tell(changed.Made, left);
    }

    // That MSBuild finds the SDK, from every project and solution.
    private async Task<(ExitCode Code, List<Unguarded> Left)> ReachAsync(ChangedFiles changed, RestoreTargets targets, CancellationToken cancel)
    {
        if (targets.Asked.Count == 0)
        {
            return (ExitCode.Clean, []);
        }

        var imports = new Imports(new DotNet(sdk));
        var answer = await imports.OfAsync(targets.Asked, cancel);
        if (answer is Imports.Known first && _files.Reaching(targets.Asked.Where(target => !first.By.ContainsKey(target) && !first.Broken.ContainsKey(target))) is { Count: > 0 } nested)
        {
            changed.Make(nested);
            answer = await imports.OfAsync(targets.Asked, cancel);
        }

        if (answer is not Imports.Known known)
        {
            await ports.Error.WriteLineAsync(
                $"error: the projects cannot be read with InstallGuard.Sdk {ProductVersion.Text}: {Visible.Text(((Imports.Unreadable)answer).Problem)}; does a source in nuget.config have it?");
            _ = SayDoubts();
            return (ExitCode.Undetermined, []);
        }

        return (ExitCode.Clean, [.. targets.Asked.Where(target => !known.By.ContainsKey(target)).Select(target => new Unguarded(
            target,
            known.Broken.TryGetValue(target, out var problem) ? $"cannot be read: {problem}" : $"{OwnTargets.Name} is not imported",
            IsBroken: problem is not null))]);
    }

    private IEnumerable<Unguarded> Commit(ChangedFiles changed)
    {
        string[] committed = [.. _files.Committed(changed.Made), .. settings.LockPath.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? [settings.LockPath] : Array.Empty<string>()];
        if (IgnoredFiles.In(root, committed) is IgnoredFiles.Known { Files.Count: > 0 } ignored)
        {
            changed.Make(_files.Committing(ignored.Files));
        }

        return IgnoredFiles.In(root, committed) switch
        {
            IgnoredFiles.Known still => still.Files.Select(file => new Unguarded(file, "ignored by git, so in no commit", IsBroken: false)),
            IgnoredFiles.Unknown unknown => [new(settings.LockPath, $"nobody knows whether git ignores it: {unknown.Because}", IsBroken: false)],
            _ => throw new System.Diagnostics.UnreachableException("no words for the answer"),
        };
    }

    // Who publishes what is used today. To record is what it was called for, also on a build server.
    private async Task<ExitCode> RestoreAsync(RestoreTargets targets, string? named, List<Unguarded> left, List<HeldReport> reports, CancellationToken cancel)
    {
        bool CanBeRead(string target) => !left.Exists(one => one.IsBroken && one.Path == target);
        using var whole = named is null ? new WholeRepository(root, targets with { Projects = [.. targets.Projects.Where(CanBeRead)], Solutions = [.. targets.Solutions.Where(CanBeRead)] }) : null;
        IReadOnlyList<string> restored = whole?.Restored ?? [named!];
        foreach (var target in restored)
        {
            var report = new HeldReport();
            reports.Add(report);
            var code = await RestoreCommand.RunAsync(ports, sdk, settings, target, [], report, cancel);
            if (code != ExitCode.Clean)
            {
                // What the ones before it recorded is taken back, and nobody has heard of it.
                report.SayTo(GraphCheck.ForPeople(ports));
                await ports.Error.WriteLineAsync(whole?.IsAllProjects(target) == true
                    ? "the projects could not be restored under guard; one that cannot be restored here is left out with --exclude"
                    : $"{Visible.Text(Path.GetRelativePath(root, target))} could not be restored under guard; what cannot be restored here is left out with --exclude");
                return code;
            }
        }

        return ExitCode.Clean;
    }

    private ExitCode Tell(IReadOnlyList<FileChange> changes, List<Unguarded> left)
    {
        foreach (var change in changes)
        {
            ports.Out.WriteLine(Visible.Text(change.Words(root)));
        }

        foreach (var cause in left.GroupBy(one => one.Because))
        {
            ports.Error.WriteLine($"{string.Join(", ", cause.Select(one => Visible.Text(Path.GetRelativePath(root, one.Path))))}: {Visible.Text(cause.Key)}");
        }

        var isDoubted = SayDoubts();
        if (left.Count > 0)
        {
            ports.Error.WriteLine("the rest of this repository is guarded, and what is named here is not: mend it and run `installguard init` again, or leave it out with --exclude");
            return ExitCode.Blocked;
        }

        ports.Out.WriteLine(changes.Count == 0
            ? "this repository is guarded already; nothing was changed"
            : isDoubted
                ? "commit these files and installguard.lock.json; from then on every restore of this repository is guarded, on every machine that gets InstallGuard.Sdk as it was here: see the note"
                : "commit these files and installguard.lock.json; from then on every restore of this repository is guarded, on every machine");
        return ExitCode.Clean;
    }

    private bool SayDoubts()
    {
        var doubts = SourceDoubt.Of(OwnPackageSources.Of(root, PackageVersion.Parse(ProductVersion.Text)), ProductVersion.Text);
        foreach (var doubt in doubts)
        {
            ports.Error.WriteLine($"note: {Visible.Line(doubt.What)}");
            ports.Error.WriteLine($" fix: {Visible.Line(doubt.Fix)}");
        }

        return doubts.Count > 0;
    }

    /// <param name="Path">A project or solution that is not guarded, or a file that is not committed.</param>
    /// <param name="Because">Why.</param>
    /// <param name="IsBroken">Whether MSBuild cannot read it.</param>
    private sealed record Unguarded(string Path, string Because, bool IsBroken);
}
