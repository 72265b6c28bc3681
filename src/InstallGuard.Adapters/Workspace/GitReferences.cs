using InstallGuard.Adapters.Session;

namespace InstallGuard.Adapters.Workspace;

/// <summary>
/// The files in which git keeps what the lock is compared with. While all of them are as they were (those that are not
/// there included), HEAD and the branches are, and with them the merge base: so much can be known without asking git.
/// </summary>
public static class GitReferences
{
    private const string Symbolic = "ref: ";
    private const int MostSteps = 5;
    private const string Reckoned = "~^@:";
    private static readonly string[] ForAll = ["packed-refs", "shallow", "reftable/tables.list"];

    /// <summary>
    /// The files; none outside of a git repository, and where nothing is compared. Null where only git can tell: it reckons from a name that was given
    /// (<c>release~1</c>, <c>@{upstream}</c>) to a commit.
    /// </summary>
    /// <exception cref="IOException">One of them cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">One of them may not be read.</exception>
    public static IReadOnlyList<string>? Files(GuardSettings settings)
    {
        if (settings.Base == SessionVariables.NoBase || RepositoryRoot.Of(Path.GetDirectoryName(settings.LockPath)!) is not { } root)
        {
            return [];
        }

        if (settings.Base?.AsSpan().ContainsAny(Reckoned) == true)
        {
            return null;
        }

        // A worktree has a file there, that says where its own HEAD is; its branches are those of the repository.
        var entry = Path.Combine(root, ".git");
        var own = Directory.Exists(entry) ? entry : Told(entry, "gitdir: ") is { } elsewhere ? Path.GetFullPath(elsewhere, root) : entry;
        var commonDirectory = Path.Combine(own, "commondir");
        var shared = Told(commonDirectory, "") is { } common ? Path.GetFullPath(common, own) : own;
        return
        [
            entry, commonDirectory,
            .. Followed(own, shared, "HEAD"),
            .. Names(settings).SelectMany(name => Followed(shared, shared, name)),
            .. ForAll.Select(file => Path.Combine(shared, file)),
            Path.Combine(own, "reftable", "tables.list"),
        ];
    }

    // As git reads a name that somebody gave: whole, as a tag, as a branch, as one of a remote.
    private static IEnumerable<string> Names(GuardSettings settings) =>
        settings.Base is { } named
            ? [named, $"refs/{named}", $"refs/tags/{named}", $"refs/heads/{named}", $"refs/remotes/{named}", $"refs/remotes/{named}/HEAD"]
            : settings.MergeTargets.Select(target => target.Reference);

    private static IEnumerable<string> Followed(string folder, string shared, string name)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var path = Path.Combine(folder, name);
            yield return path;
            if (Told(path, Symbolic) is not { } next)
            {
                yield break;
            }

            (folder, name) = (shared, next);
        }
    }

    private static string? Told(string file, string after) =>
        File.Exists(file) && File.ReadAllText(file).Trim() is var text && text.StartsWith(after, StringComparison.Ordinal) ? text[after.Length..] : null;
}
