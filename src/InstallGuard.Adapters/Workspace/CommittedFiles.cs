using System.Collections.Concurrent;
using System.Text;

namespace InstallGuard.Adapters.Workspace;

/// <summary>
/// Whether a commit brought what lies in a folder. A packages folder inside a repository is ordinary on build servers, and what
/// NuGet wrote there is as good as elsewhere; what git knows came from whoever wrote the commit.
/// </summary>
internal static class CommittedFiles
{
    // Git writes its index anew with every checkout: while that is the same, so is the answer. Asked once, since a restore
    // asks about hundreds of folders.
    private static readonly ConcurrentDictionary<(string Root, long Length, DateTime Written), Lazy<string[]?>> Known = new();

    /// <summary>
    /// Whether git knows a file in the folder. Yes as well where that cannot be told: git is not there, or does not say, or
    /// the repository is one of InstallGuard's alone.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The folder cannot be followed to where it leads.</exception>
    public static bool AreIn(string folder)
    {
        var place = RealPath.Of(folder);
        for (var at = place; at is not null; at = Path.GetDirectoryName(at))
        {
            if (RepositoryRoot.IsOne(at))
            {
                return Of(at) is not { } files || HasAny(files, Path.GetRelativePath(at, place).Replace(Path.DirectorySeparatorChar, '/') + "/");
            }

            if (File.Exists(Path.Combine(at, LockLocation.GuardFile)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAny(string[] files, string prefix)
    {
        var at = Array.BinarySearch(files, prefix, StringComparer.Ordinal);
        return (at < 0 ? ~at : at) is var next && next < files.Length && files[next].StartsWith(prefix, StringComparison.Ordinal);
    }

    // All files of the repository, in order; null where git does not say.
    private static string[]? Of(string root)
    {
        var index = new FileInfo(Path.Combine(OwnFolder(root), "index"));
        return Known.GetOrAdd((root, index.Exists ? index.Length : 0, index.LastWriteTimeUtc), key => new(() => Ask(key.Root))).Value;
    }

    private static string[]? Ask(string root)
    {
        if (new Git(root).Ask("ls-files", "-z") is not GitAnswer.Said said)
        {
            return null;
        }

        var files = Encoding.UTF8.GetString(said.Output.Span).Split('\0');
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    // In a worktree and in a submodule .git is a file that says where.
    private static string OwnFolder(string root)
    {
        const string Elsewhere = "gitdir: ";
        var entry = Path.Combine(root, ".git");
        return File.Exists(entry) && File.ReadAllText(entry).Trim() is var text && text.StartsWith(Elsewhere, StringComparison.Ordinal)
            ? Path.GetFullPath(text[Elsewhere.Length..], root)
            : entry;
    }
}
