using System.Text;

namespace InstallGuard.Cli.Initializing;

/// <summary>The files by which a repository guards its restores.</summary>
/// <param name="Root">The root of the repository.</param>
internal sealed record RepositoryFiles(string Root)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What has to be written for the repository to be guarded. Nothing is written yet.</summary>
    /// <exception cref="FormatException">A file is something else, with its position.</exception>
    public IReadOnlyList<FileChange> Guarding(string version) =>
    [
        .. Change(GlobalJson.Name, text => text is null ? GlobalJson.New(version) : GlobalJson.With(text, version)),
        .. Change(OwnTargets.Name, _ => OwnTargets.Text),
        .. Change(TargetsFile.ForProjects, text => text is null ? TargetsFile.New : TargetsFile.With(TargetsFile.ForProjects, text)),
        .. Change(TargetsFile.ForSolutions, text => text is null ? TargetsFile.New : TargetsFile.With(TargetsFile.ForSolutions, text)),
    ];

    /// <summary>What has to be written for it to be as it was before.</summary>
    /// <exception cref="FormatException">A file is something else, with its position.</exception>
    public IReadOnlyList<FileChange> Undoing() =>
    [
        .. Change(GlobalJson.Name, text => text is null ? null : GlobalJson.Without(text)),
        .. Change(OwnTargets.Name, text => text == OwnTargets.Text ? null : text),
        .. Change(TargetsFile.ForProjects, text => text is null ? null : TargetsFile.Without(TargetsFile.ForProjects, text)),
        .. Change(TargetsFile.ForSolutions, text => text is null ? null : TargetsFile.Without(TargetsFile.ForSolutions, text)),
    ];

    private IEnumerable<FileChange> Change(string name, Func<string?, string?> next)
    {
        var path = Path.Combine(Root, name);
        var before = Read(name, path);
        var (mark, text) = before is not null && before.StartsWith('\ufeff') ? ("\ufeff", before[1..]) : ("", before);
        var after = next(text) is { } changed ? mark + changed : null;
        return after == before ? [] : [new(path, before, after)];
    }

    private static string? Read(string name, string path)
    {
        try
        {
            return File.Exists(path) ? Strict.GetString(File.ReadAllBytes(path)) : null;
        }
        catch (DecoderFallbackException other)
        {
            throw new FormatException($"{name} is not UTF-8, and is left alone", other);
        }
    }
}
