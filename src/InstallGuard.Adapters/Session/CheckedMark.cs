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

    private CheckedMark(string path, string hash) => (_path, _hash) = (path, hash);

    /// <summary>The marks of a restore's assets as they are now. Taken before the check, they are about what was checked.</summary>
    /// <exception cref="IOException">An assets file cannot be read.</exception>
    public static IReadOnlyList<CheckedMark> Of(RestoreGraph graph) =>
        [.. graph.Projects.Select(project => project.AssetsPath).Where(File.Exists).Select(Of)];

    /// <summary>Whether these very assets were checked.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static bool IsOf(string assetsPath) => File.Exists(PathOf(assetsPath)) && Of(assetsPath).IsThere();

    /// <summary>Writes those that are not there.</summary>
    /// <exception cref="IOException">One cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be written.</exception>
    public static void Write(IEnumerable<CheckedMark> marks)
    {
        foreach (var mark in marks.Where(mark => !mark.IsThere()))
        {
            File.WriteAllText(mark._path, mark._hash + "\n");
        }
    }

    private static CheckedMark Of(string assetsPath) => new(PathOf(assetsPath), HashOf(assetsPath));

    private bool IsThere() => File.Exists(_path) && File.ReadAllText(_path).Trim() == _hash;

    private static string PathOf(string assetsPath) => Path.Combine(Path.GetDirectoryName(assetsPath)!, Name);

    private static string HashOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
