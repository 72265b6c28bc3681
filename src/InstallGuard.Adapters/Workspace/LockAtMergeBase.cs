using System.Collections.Immutable;
using System.Text;
using InstallGuard.Adapters.Session;
using InstallGuard.Checking;
using InstallGuard.Ledger;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Workspace;

/// <summary>The lock in the commit where the work on this branch left the branch that it will be merged into.</summary>
public sealed class LockAtMergeBase : ILockHistory
{
    private readonly string _lockPath;
    private readonly string? _named;
    private readonly IReadOnlyList<MergeTarget> _candidates;
    private readonly Lazy<Found> _found;
    private readonly Lazy<IReadOnlyList<LockDocument>> _earlier;

    /// <param name="lockPath">The lock file.</param>
    /// <param name="named">The branch or commit to compare with; null to find it.</param>
    /// <param name="candidates">Where to look when none is named, best first.</param>
    public LockAtMergeBase(string lockPath, string? named, IReadOnlyList<MergeTarget> candidates)
    {
        (_lockPath, _named, _candidates) = (lockPath, named, candidates);
        _found = new(Look);
        _earlier = new(() => _found.Value is { Locks: { } locks, Commit: { } commit } ? [.. locks.Before(commit)] : []);
    }

    /// <summary>The one of a check with these settings.</summary>
    public static LockAtMergeBase Of(GuardSettings settings) => new(settings.LockPath, settings.Base, settings.MergeTargets);

    /// <inheritdoc/>
    public LockBase Base => _found.Value.Base;

    /// <inheritdoc/>
    public IReadOnlyList<LockDocument> Earlier => _earlier.Value;

    /// <summary>How git is asked in a folder.</summary>
    internal Func<string, Git> Ask { private get; init; } = folder => new(folder);

    // Whether somebody said what must be compared with. Otherwise it is a guess, which may fail.
    private string? ToldBy => _named is not null ? SessionVariables.Base : _candidates is [var best, ..] ? best.ToldBy : null;

    private Found Look()
    {
        if (_named == SessionVariables.NoBase)
        {
            return new LockBase.TurnedOff();
        }

        if (RepositoryRoot.Of(Path.GetDirectoryName(_lockPath)!) is not { } root || RepositoryRoot.IsEmpty(root))
        {
            return ToldBy is { } variable
                ? new LockBase.Unavailable($"{variable} says what the lock is compared with, and {Quoted.Address(_lockPath)} is in no git repository", $"restore in a clone, or set {SessionVariables.Base}={SessionVariables.NoBase}")
                : new LockBase.None("this is no git repository", "keep the lock in one, so that an edit of it can be told from what was reviewed");
        }

        try
        {
            return Find(Ask(root), root);
        }
        catch (NoAnswerException none)
        {
            return LockBaseInDoubt.Of(none.Instead, root, ToldBy);
        }
    }

    private Found Find(Git git, string root)
    {
        if ((_named ?? FirstThere(git)) is not { } branch)
        {
            return ToldBy is { } variable ? LockBaseInDoubt.Missing(_candidates[0].Reference, variable, IsShallow(git))
                : new LockBase.None("git knows no branch that this one will be merged into", $"fetch that branch and its history, or name another with {SessionVariables.Base}");
        }

        var answer = git.Search("merge-base", "--all", "--end-of-options", "HEAD", branch);
        if (answer is GitAnswer.Failed && _named is not null && Said(git.Search("rev-parse", "--verify", "--quiet", "--end-of-options", $"{branch}^{{commit}}")) is [])
        {
            return LockBaseInDoubt.Missing(branch, SessionVariables.Base, IsShallow(git));
        }

        var commits = Said(answer);
        if (commits.Count == 0)
        {
            return NoCommonCommit(git, branch);
        }

        var shown = MergeTarget.Short(branch);
        try
        {
            var path = Path.GetRelativePath(root, _lockPath).Replace('\\', '/');
            var locks = new CommittedLocks(git, path);
            var own = commits.Select(locks.In).OfType<LockDocument>().ToImmutableArray();
            var all = own.IsEmpty ? [.. commits.SelectMany(locks.AllIn)] : own;
            return all.IsEmpty
                ? new LockBase.None($"there was no lock in {shown} yet", "merge the first one there")
                : new Found(new LockBase.Known(all, shown) { IsOfOthers = own.IsEmpty, Path = path }, locks, commits is [var only] ? only : null);
        }
        catch (Exception failed) when (failed is LockFormatException or InvalidDataException)
        {
            return new LockBase.Unavailable($"the lock in {shown} cannot be read: {failed.Message}", "mend it there, or fetch what is missing");
        }
    }

    // A shallow clone cannot know. With the whole history there, unrelated work would escape the comparison, and so would
    // a pull request of which only its last commit was fetched.
    private Found NoCommonCommit(Git git, string branch)
    {
        var shown = MergeTarget.Short(branch);
        return ToldBy is null && Said(git.Ask("rev-parse", "--is-shallow-repository")) is not ["false"]
            ? new LockBase.None($"this clone is shallow, and does not reach the commit that it shares with {shown}", "fetch the whole history (`git fetch --unshallow`)")
            : new LockBase.Unavailable($"git finds no commit that HEAD shares with {shown}", $"fetch the history of both (`fetch-depth: 0` for actions/checkout, elsewhere `git fetch --unshallow`), or name another with {SessionVariables.Base}");
    }

    private static bool IsShallow(Git git) => Said(git.Ask("rev-parse", "--is-shallow-repository")) is ["true"];

    private string? FirstThere(Git git)
    {
        var there = Said(git.Ask(["for-each-ref", "--format=%(refname)", .. _candidates.Select(candidate => candidate.Reference)]));
        return _candidates.FirstOrDefault(candidate => there.Contains(candidate.Reference, StringComparer.Ordinal))?.Reference;
    }

    private static List<string> Said(GitAnswer answer) => answer is GitAnswer.Said said
        ? [.. Encoding.UTF8.GetString(said.Output.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        : throw new NoAnswerException(answer);

    /// <summary>What was found, and where earlier states of it are.</summary>
    private sealed record Found(LockBase Base, CommittedLocks? Locks = null, string? Commit = null)
    {
        public static implicit operator Found(LockBase found) => new(found);
    }
}
