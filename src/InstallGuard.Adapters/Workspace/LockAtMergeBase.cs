using System.Collections.Immutable;
using System.Text;
using InstallGuard.Adapters.Session;
using InstallGuard.Checking;
using InstallGuard.Ledger;

namespace InstallGuard.Adapters.Workspace;

/// <summary>The lock in the commit where the work on this branch left the branch that it will be merged into.</summary>
/// <param name="lockPath">The lock file.</param>
/// <param name="named">The branch or commit to compare with; null to find it.</param>
/// <param name="candidates">Where to look when none is named, best first: remote branches and branches, in full.</param>
public sealed class LockAtMergeBase(string lockPath, string? named, IReadOnlyList<string> candidates) : ILockHistory
{
    private readonly Lazy<LockBase> _base = new(() => Look(lockPath, named, candidates));

    /// <summary>The one of a check with these settings.</summary>
    public static LockAtMergeBase Of(GuardSettings settings) => new(settings.LockPath, settings.Base, settings.MergeTargets);

    /// <inheritdoc/>
    public LockBase Base => _base.Value;

    // A git that is there and too slow is no reason to compare with nothing.
    private static LockBase Look(string lockPath, string? named, IReadOnlyList<string> candidates)
    {
        try
        {
            return Find(lockPath, named, candidates);
        }
        catch (TimeoutException late)
        {
            return new LockBase.Unavailable(late.Message);
        }
    }

    private static LockBase Find(string lockPath, string? named, IReadOnlyList<string> candidates)
    {
        if (RepositoryRoot.Of(Path.GetDirectoryName(lockPath)!) is not { } root)
        {
            return named is null ? new LockBase.None("this is no git repository") : new LockBase.Unavailable($"{lockPath} is in no git repository");
        }

        var git = new Git(root);
        if ((named ?? FirstThere(git, candidates)) is not { } branch)
        {
            return new LockBase.None("git knows no branch that this one will be merged into");
        }

        var commits = Lines(git.Ask("merge-base", "--all", "--end-of-options", "HEAD", branch));
        if (commits is not { Count: > 0 })
        {
            return NoCommonCommit(git, named, branch);
        }

        try
        {
            var path = Path.GetRelativePath(root, lockPath).Replace('\\', '/');
            var own = commits.Select(commit => git.Ask("cat-file", "blob", $"{commit}:{path}")).OfType<byte[]>().Select(bytes => LockReader.Read(bytes)).ToImmutableArray();
            var locks = own.IsEmpty ? [.. commits.SelectMany(commit => AllIn(git, commit, Path.GetFileName(path)))] : own;
            return locks.IsEmpty ? new LockBase.None($"there was no lock in {Short(branch)} yet") : new LockBase.Known(locks, Short(branch)) { IsOfOthers = own.IsEmpty };
        }
        catch (Exception failed) when (failed is LockFormatException or InvalidDataException)
        {
            return new LockBase.Unavailable($"the lock in {Short(branch)} cannot be read: {failed.Message}");
        }
    }

    // Where there was none at its place, any of them may have been the one that it takes the place of, whether it is still
    // there or not, and under whatever name.
    private static IEnumerable<LockDocument> AllIn(Git git, string commit, string name)
    {
        var all = Files(git.Ask("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit) ?? throw new InvalidDataException($"git does not have the files of {commit}"));
        var named = all.Where(path => Path.GetFileName(path) is var file && (file == name || file == LockLocation.FileName)).ToList();
        var alike = Files(git.Search("grep", "-l", "-z", "-F", "--full-name", "--no-recurse-submodules", "-e", "\"firstUse\"", "-e", "\"noticed\"", "-e", "\"accepted\"", commit, "--", "*.json")
            ?? throw new InvalidDataException($"git cannot search the files of {commit}"));
        foreach (var path in named)
        {
            yield return LockReader.Read(Blob(git, commit, path));
        }

        foreach (var path in alike.Select(path => path[(commit.Length + 1)..]).Except(named))
        {
            if (Document(Blob(git, commit, path)) is { } document)
            {
                yield return document;
            }
        }
    }

    private static byte[] Blob(Git git, string commit, string path) =>
        git.Ask("cat-file", "blob", $"{commit}:{path}") ?? throw new InvalidDataException($"git does not have {path} of {commit}");

    // What has another name may be something else; it is the reviewed state that says so.
    private static LockDocument? Document(byte[] bytes)
    {
        try
        {
            return LockReader.Read(bytes);
        }
        catch (LockFormatException)
        {
            return null;
        }
    }

    // A shallow clone cannot know. With the whole history there, unrelated work would escape the comparison.
    private static LockBase NoCommonCommit(Git git, string? named, string branch) =>
        named is null && Lines(git.Ask("rev-parse", "--is-shallow-repository")) is not ["false"]
            ? new LockBase.None($"this clone is shallow, and does not reach the commit that it shares with {Short(branch)}")
            : new LockBase.Unavailable($"git finds no commit that HEAD shares with {Short(branch)}; fetch its history, or name another with {SessionVariables.Base}");

    private static string? FirstThere(Git git, IReadOnlyList<string> candidates) =>
        Lines(git.Ask(["for-each-ref", "--format=%(refname)", .. candidates])) is { } there
            ? candidates.FirstOrDefault(candidate => there.Contains(candidate, StringComparer.Ordinal))
            : null;

    private static string Short(string branch) =>
        branch.StartsWith("refs/remotes/", StringComparison.Ordinal) ? branch[13..]
        : branch.StartsWith("refs/heads/", StringComparison.Ordinal) ? branch[11..]
        : branch;

    private static List<string>? Lines(byte[]? answer) =>
        answer is null ? null : [.. Encoding.UTF8.GetString(answer).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string[] Files(byte[] answer) => Encoding.UTF8.GetString(answer).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
