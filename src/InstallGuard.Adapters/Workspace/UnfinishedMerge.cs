using System.Globalization;
using System.Text;
using InstallGuard.Ledger;

namespace InstallGuard.Adapters.Workspace;

/// <summary>
/// What git keeps of a lock while a merge, a rebase or a cherry-pick waits for somebody: <see cref="Sides"/>,
/// <see cref="OneSide"/>, <see cref="Nothing"/> or <see cref="Unknown"/>.
/// </summary>
public abstract record UnfinishedMerge
{
    private UnfinishedMerge()
    {
    }

    /// <summary>Both sides, and what they began with, which is empty where neither had a lock.</summary>
    public sealed record Sides(LockDocument Before, LockDocument Ours, LockDocument Theirs) : UnfinishedMerge;

    /// <summary>One side has no lock any more.</summary>
    public sealed record OneSide : UnfinishedMerge;

    /// <summary>No merge waits, or not for the lock.</summary>
    public sealed record Nothing : UnfinishedMerge;

    /// <summary>Git does not say.</summary>
    /// <param name="Because">Why.</param>
    public sealed record Unknown(string Because) : UnfinishedMerge;

    /// <summary>Asks git about a lock.</summary>
    /// <param name="lockPath">The lock.</param>
    /// <exception cref="LockFormatException">What one of the sides has is no lock.</exception>
    public static UnfinishedMerge Of(string lockPath)
    {
        if (RepositoryRoot.Of(Path.GetDirectoryName(lockPath)!) is not { } root)
        {
            return new Unknown("it is in no git repository");
        }

        var git = new Git(root);
        var answer = git.Ask("ls-files", "-u", "-z", "--", $":(literal){Path.GetRelativePath(root, lockPath).Replace('\\', '/')}");
        if (answer is not GitAnswer.Said said)
        {
            return new Unknown(Words(answer));
        }

        // <mode> <object> <stage>, a tab, and the path
        var stages = Encoding.UTF8.GetString(said.Output.Span).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split('\t')[0].Split(' ')).ToDictionary(entry => entry[2], entry => entry[1], StringComparer.Ordinal);
        return stages.Count == 0 ? new Nothing()
            : !stages.TryGetValue("2", out var ours) || !stages.TryGetValue("3", out var theirs) ? new OneSide()
            : Read(git, stages.GetValueOrDefault("1"), ours, theirs);
    }

    private static UnfinishedMerge Read(Git git, string? before, string ours, string theirs)
    {
        try
        {
            return new Sides(
                before is null ? LockDocument.Empty : Document(git, before, "the lock that both sides began with"),
                Document(git, ours, "the lock of our side"),
                Document(git, theirs, "the lock of their side"));
        }
        catch (NoAnswerException none)
        {
            return new Unknown(Words(none.Instead));
        }
    }

    private static LockDocument Document(Git git, string blob, string name)
    {
        if (git.Ask("cat-file", "blob", blob) is var answer && answer is not GitAnswer.Said)
        {
            throw new NoAnswerException(answer);
        }

        try
        {
            return LockReader.Read(((GitAnswer.Said)answer).Output);
        }
        catch (LockFormatException problem)
        {
            throw new LockFormatException(name, problem);
        }
    }

    private static string Words(GitAnswer answer) => answer switch
    {
        GitAnswer.NotInstalled => "there is no git in the folders of PATH",
        GitAnswer.Late late => string.Create(CultureInfo.InvariantCulture, $"git did not answer in {late.After.TotalSeconds} seconds"),
        GitAnswer.Failed failed => $"git fails: {failed.Words}",
        _ => throw new System.Diagnostics.UnreachableException($"no words for {answer}"),
    };
}
