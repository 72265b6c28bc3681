using System.Security.Cryptography;

namespace InstallGuard.Adapters.Session;

/// <summary>
/// A file beside <c>project.assets.json</c> that says which assets were checked, so that a build notices when they are
/// others: restored by a program that runs no targets, through a solution without the import, or brought from elsewhere.
/// It travels with <c>obj</c>. Whoever can write there can run code in the build anyway.
/// </summary>
public static class CheckedMark
{
    private const string Name = "installguard.checked";

    /// <summary>The mark of an assets file.</summary>
    public static string PathOf(string assetsPath) => Path.Combine(Path.GetDirectoryName(assetsPath)!, Name);

    /// <summary>Whether these very assets were checked.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static bool IsOf(string assetsPath) =>
        File.Exists(PathOf(assetsPath)) && File.ReadAllText(PathOf(assetsPath)).Trim() == HashOf(assetsPath);

    /// <summary>Writes it, unless it says so already.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string assetsPath)
    {
        if (!IsOf(assetsPath))
        {
            File.WriteAllText(PathOf(assetsPath), HashOf(assetsPath) + "\n");
        }
    }

    private static string HashOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
