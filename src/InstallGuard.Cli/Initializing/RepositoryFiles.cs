using System.Text;
using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Cli.Initializing;

/// <summary>The files by which a repository guards its restores.</summary>
/// <param name="Root">The root of the repository.</param>
internal sealed record RepositoryFiles(string Root)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What has to be written at the root for the repository to be guarded, and below it for MSBuild to find the SDK. Nothing is written yet.</summary>
    /// <param name="version">The version that is named.</param>
    /// <param name="targets">The projects and solutions.</param>
    /// <exception cref="FormatException">A file is something else, with its position; or names a newer version.</exception>
    public IReadOnlyList<FileChange> Guarding(string version, IEnumerable<string> targets) =>
    [
        .. GlobalJsonsOf(targets).SelectMany(path => Change(path, text => text is null ? GlobalJson.New(version) : Raised(path, text, version), text => GlobalJson.Step(text, version))),
        .. Change(AtRoot(OwnTargets.Name), _ => OwnTargets.Text),
        .. Change(AtRoot(TargetsFile.ForProjects), text => text is null ? TargetsFile.New : TargetsFile.With(TargetsFile.ForProjects, text)),
        .. Change(AtRoot(TargetsFile.ForSolutions), text => text is null ? TargetsFile.New : TargetsFile.With(TargetsFile.ForSolutions, text)),
    ];

    /// <summary>What has to be written into nested files for MSBuild to get to the import from these projects and solutions too.</summary>
    /// <param name="unguarded">Those that do not import InstallGuard with what <see cref="Guarding"/> wrote.</param>
    /// <exception cref="FormatException">A file is something else, with its position.</exception>
    public IReadOnlyList<FileChange> Reaching(IEnumerable<string> unguarded) =>
    [
        .. unguarded.Select(target => NestedTargets.Before(Root, target)).OfType<NestedTargets>().Distinct().OrderBy(nested => nested.Path, StringComparer.Ordinal)
            .SelectMany(nested => Change(nested.Path, text => text is null ? null : TargetsFile.With(Path.GetFileName(nested.Path), text, nested.Import))),
    ];

    /// <summary>The files that have to be committed: those at the root, and what was changed below it.</summary>
    public IReadOnlyList<string> Committed(IEnumerable<FileChange> changes) =>
        [.. ((string[])[GlobalJson.Name, OwnTargets.Name, TargetsFile.ForProjects, TargetsFile.ForSolutions]).Select(AtRoot).Concat(changes.Select(change => change.Path)).Distinct(StringComparer.Ordinal)];

    /// <summary>What has to be written into <c>.gitignore</c> for files to be committed that git ignores.</summary>
    /// <param name="ignored">The files, as full paths.</param>
    /// <exception cref="FormatException">It is not UTF-8.</exception>
    public IReadOnlyList<FileChange> Committing(IReadOnlyCollection<string> ignored) => ignored.Count == 0
        ? []
        : [.. Change(AtRoot(GitIgnore.Name), text => GitIgnore.With(text ?? "", ignored.Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))))];

    /// <summary>What has to be written for it to be as it was before.</summary>
    /// <exception cref="FormatException">A file is something else, with its position.</exception>
    public IReadOnlyList<FileChange> Undoing() =>
    [
        .. RepositoryRoot.Below(Root, GlobalJson.Name).Where(path => IsIn(Root, path)).Order(StringComparer.Ordinal).SelectMany(path => Change(path, text => text is null ? null : GlobalJson.Without(text))),
        .. Change(AtRoot(OwnTargets.Name), text => text == OwnTargets.Text ? null : text),
        .. Change(AtRoot(TargetsFile.ForProjects), text => text is null ? null : TargetsFile.Without(TargetsFile.ForProjects, text)),
        .. Change(AtRoot(TargetsFile.ForSolutions), text => text is null ? null : TargetsFile.Without(TargetsFile.ForSolutions, text)),
        .. NestedTargets.All(Root).SelectMany(nested => Change(nested.Path, text => text is null ? null : TargetsFile.Without(Path.GetFileName(nested.Path), text, nested.Import))),
        .. Change(AtRoot(GitIgnore.Name), text => text is null ? null : GitIgnore.Without(text)),
    ];

    /// <summary>
    /// Every <c>global.json</c> in which MSBuild looks for the version: the root's, which <c>InstallGuard.targets</c> reads, and
    /// the nearest above each project and solution.
    /// </summary>
    public IReadOnlyList<string> GlobalJsonsOf(IEnumerable<string> targets) =>
        [.. targets.Select(Nearest).OfType<string>().Distinct(StringComparer.Ordinal).Where(path => IsIn(Root, path) && path != AtRoot(GlobalJson.Name)).Order(StringComparer.Ordinal).Prepend(AtRoot(GlobalJson.Name))];

    /// <summary>Whether a file belongs to the repository itself, and not to one inside it.</summary>
    public static bool IsIn(string root, string path) => RepositoryRoot.Of(Path.GetDirectoryName(path)!) is not { } owner || owner == root || !owner.StartsWith(root, StringComparison.Ordinal);

    private string? Nearest(string target)
    {
        for (var folder = Path.GetDirectoryName(target); folder is not null && folder.Length >= Root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, GlobalJson.Name) is var path && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private string Raised(string path, string text, string version) => GlobalJson.IsNewer(text, version)
        ? throw new FormatException($"{Path.GetRelativePath(Root, path)} names InstallGuard.Sdk {GlobalJson.PinnedVersion(text)}, and this is installguard {version}; update the tool: `dotnet tool update installguard`")
        : GlobalJson.With(text, version);

    private string AtRoot(string name) => Path.Combine(Root, name);

    private IEnumerable<FileChange> Change(string path, Func<string?, string?> next, Func<string, string?>? says = null)
    {
        var before = Read(path);
        var (mark, text) = before is not null && before.StartsWith('\ufeff') ? ("\ufeff", before[1..]) : ("", before);
        var after = next(text) is { } changed ? mark + changed : null;
        return after == before ? [] : [new(path, before, after) { Detail = text is null ? null : says?.Invoke(text) }];
    }

    private string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? Strict.GetString(File.ReadAllBytes(path)) : null;
        }
        catch (DecoderFallbackException other)
        {
            throw new FormatException($"{Path.GetRelativePath(Root, path)} is not UTF-8, and is left alone", other);
        }
    }
}
