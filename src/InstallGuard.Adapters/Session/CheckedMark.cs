using System.Security.Cryptography;
using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Adapters.Session;

/// <summary>
/// A file beside <c>project.assets.json</c> that says which assets were checked, so that a build notices when they are
/// others: restored by a program that runs no targets, through a solution without the import, or brought from elsewhere.
/// It travels with <c>obj</c>. Whoever can write there can run code in the build anyway.
/// </summary>
public sealed class CheckedMark
{
    private const string Name = "installguard.checked";

    private readonly string _path;
    private readonly string _hash;
    private readonly Lazy<IReadOnlyList<string>> _sdks;

    private CheckedMark(string path, string hash, Lazy<IReadOnlyList<string>> sdks) => (_path, _hash, _sdks) = (path, hash, sdks);

    /// <summary>The marks of a restore's assets as they are now. Taken before the check, they are about what was checked.</summary>
    /// <exception cref="InvalidDataException">Which MSBuild SDKs there are cannot be told.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<CheckedMark> Of(RestoreGraph graph)
    {
        var marks = OfAssets(graph);
        _ = marks is [var first, ..] ? first.Text : null;
        return marks;
    }

    /// <summary>The same for a restore that may have changed nothing: which MSBuild SDKs there are is looked up when a mark is written.</summary>
    /// <exception cref="IOException">An assets file cannot be read.</exception>
    public static IReadOnlyList<CheckedMark> OfAssets(RestoreGraph graph)
    {
        var sdks = new Lazy<IReadOnlyList<string>>(() => [.. MSBuildSdks.Of(graph).Select(sdk => Path.GetFullPath(sdk.Folder!))]);
        return [.. graph.Projects.Select(project => project.AssetsPath).Where(File.Exists).Select(assets => Of(assets, sdks))];
    }

    /// <summary>Whether these very assets were checked.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static bool IsOf(string assetsPath) => File.Exists(PathOf(assetsPath)) && Of(assetsPath, new([])).IsThere();

    /// <summary>The first of some MSBuild SDKs that was neither checked with the assets nor is a package of theirs; null without one.</summary>
    /// <param name="assetsPath">The assets.</param>
    /// <param name="folders">Where the SDKs lie.</param>
    /// <exception cref="InvalidDataException">The assets are something else.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string? UncheckedSdk(string assetsPath, IReadOnlyList<string> folders)
    {
        var unmarked = folders.Except(File.ReadLines(PathOf(assetsPath)).Skip(1), StringComparer.Ordinal).ToList();
        return unmarked.Count == 0
            ? null
            : unmarked.Except(AssetsFile.Packages(assetsPath).Select(package => package.Folder).OfType<string>().Select(Path.GetFullPath), StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>After a check: writes those that say something else.</summary>
    /// <exception cref="InvalidDataException">Which MSBuild SDKs were checked cannot be told.</exception>
    /// <exception cref="IOException">One cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be written.</exception>
    public static void Write(IEnumerable<CheckedMark> marks)
    {
        foreach (var mark in marks.Where(mark => !mark.IsThere() || File.ReadAllText(mark._path) != mark.Text))
        {
            File.WriteAllText(mark._path, mark.Text);
        }
    }

    /// <summary>Where nothing has changed since a check: writes those that are not there.</summary>
    /// <inheritdoc cref="Write"/>
    public static void WriteMissing(IEnumerable<CheckedMark> marks) => Write(marks.Where(mark => !mark.IsThere()));

    private static CheckedMark Of(string assetsPath, Lazy<IReadOnlyList<string>> sdks) => new(PathOf(assetsPath), HashOf(assetsPath), sdks);

    // The assets, then the folders of the MSBuild SDKs that were checked with them.
    private string Text => string.Join('\n', [_hash, .. _sdks.Value, ""]);

    private bool IsThere() => File.Exists(_path) && File.ReadLines(_path).FirstOrDefault() == _hash;

    private static string PathOf(string assetsPath) => Path.Combine(Path.GetDirectoryName(assetsPath)!, Name);

    private static string HashOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
