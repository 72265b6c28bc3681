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
    private readonly Lazy<LockBase> _base = new(() => Find(lockPath, named, candidates));

    /// <inheritdoc/>
    public LockBase Base => _base.Value;

    private static LockBase Find(string lockPath, string? named, IReadOnlyList<string> candidates)
    {
        var folder = Path.GetDirectoryName(lockPath)!;
        if (named is null && RepositoryRoot.Of(folder) is null)
        {
            return new LockBase.None("this is no git repository");
        }

        var git = new Git(folder);
        if ((named ?? FirstThere(git, candidates)) is not { } branch)
        {
            return new LockBase.None("no branch was found that this one will be merged into");
        }

        // A name that begins with a dash would be an option.
        return Line(git.Ask("merge-base", "--end-of-options", "HEAD", branch)) is not { } commit
            ? NoCommonCommit(git, named, branch)
            : Line(git.Ask("ls-tree", "--name-only", commit, "--", Path.GetFileName(lockPath))) is null
            ? new LockBase.None($"there was no lock in {Short(branch)} yet")
            : git.Ask("cat-file", "blob", $"{commit}:./{Path.GetFileName(lockPath)}") is not { } bytes
            ? new LockBase.Unavailable($"git cannot read {Path.GetFileName(lockPath)} in {Short(branch)}")
            : Read(bytes, branch);
    }

    private static LockBase Read(byte[] bytes, string branch)
    {
        try
        {
            return new LockBase.Known(LockReader.Read(bytes), Short(branch));
        }
        catch (LockFormatException unreadable)
        {
            return new LockBase.Unavailable($"the lock in {Short(branch)} cannot be read: {unreadable.Message}");
        }
    }

    // A shallow clone cannot know. With the whole history there, unrelated work would escape the comparison.
    private static LockBase NoCommonCommit(Git git, string? named, string branch) =>
        named is null && Line(git.Ask("rev-parse", "--is-shallow-repository")) is not "false"
            ? new LockBase.None($"this clone is shallow, and does not reach the commit that it shares with {Short(branch)}")
            : new LockBase.Unavailable($"git finds no commit that HEAD shares with {Short(branch)}; fetch its history, or name another with {SessionVariables.Base}");

    private static string? FirstThere(Git git, IReadOnlyList<string> candidates)
    {
        var there = git.Ask(["for-each-ref", "--format=%(refname)", .. candidates]) is { } answer
            ? Encoding.UTF8.GetString(answer).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : [];
        return candidates.FirstOrDefault(candidate => there.Contains(candidate, StringComparer.Ordinal));
    }

    private static string Short(string branch) =>
        branch.StartsWith("refs/remotes/", StringComparison.Ordinal) ? branch[13..]
        : branch.StartsWith("refs/heads/", StringComparison.Ordinal) ? branch[11..]
        : branch;

    private static string? Line(byte[]? answer) =>
        answer is not null && Encoding.UTF8.GetString(answer).Trim() is { Length: > 0 } line ? line : null;
}
