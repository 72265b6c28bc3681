using System.Text;
using InstallGuard.Ledger;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Workspace;

/// <summary>A lock as the commits of its repository have it, and the locks beside it.</summary>
/// <param name="git">Of the repository.</param>
/// <param name="path">The lock's path in it, with slashes.</param>
internal sealed class CommittedLocks(Git git, string path)
{
    // Far enough for any update that somebody takes back.
    private const string MostEarlier = "50";

    /// <summary>The lock in a commit; null where that has none at its place.</summary>
    /// <exception cref="LockFormatException">What is there is no lock.</exception>
    /// <exception cref="InvalidDataException">It is there, and git does not have it.</exception>
    /// <exception cref="NoAnswerException">Git does not answer.</exception>
    public LockDocument? In(string commit) => git.Ask("cat-file", "blob", $"{commit}:{path}") switch
    {
        GitAnswer.Said said => LockReader.Read(said.Output),
        GitAnswer.Failed when !Paths(commit).Contains(path, StringComparer.Ordinal) => null,
        GitAnswer.Failed => throw Lost(commit, path),
        var none => throw new NoAnswerException(none),
    };

    /// <summary>
    /// All locks in a commit. Where there was none at its place, any of them may have been the one that it takes the place
    /// of, whether it is still there or not, and under whatever name.
    /// </summary>
    /// <exception cref="LockFormatException">What is called a lock is none.</exception>
    /// <exception cref="InvalidDataException">One of them is there, and git does not have it.</exception>
    /// <exception cref="NoAnswerException">Git does not answer.</exception>
    public IEnumerable<LockDocument> AllIn(string commit)
    {
        var name = Path.GetFileName(path);
        var named = Paths(commit).Where(path => Path.GetFileName(path) is var file && (file == name || file == LockLocation.FileName)).ToList();
        var alike = Names(git.Search("grep", "-l", "-z", "-F", "--full-name", "--no-recurse-submodules", "-e", "\"firstUse\"", "-e", "\"noticed\"", "-e", "\"accepted\"", commit, "--", "*.json"));
        foreach (var path in named)
        {
            yield return LockReader.Read(Blob(commit, path));
        }

        foreach (var path in alike.Select(path => path[(commit.Length + 1)..]).Except(named))
        {
            if (Document(Blob(commit, path)) is { } document)
            {
                yield return document;
            }
        }
    }

    /// <summary>
    /// What the lock said in a commit and in those of its own line before it, the latest first, as far back as git knows.
    /// What was merged into that line counts as it was merged: what stood there in between, nobody had to review.
    /// </summary>
    public IEnumerable<LockDocument> Before(string commit)
    {
        var changes = git.Ask("rev-list", "--first-parent", "-n", MostEarlier, "--end-of-options", commit, "--", $":(literal){path}");
        foreach (var change in changes is GitAnswer.Said said ? Encoding.UTF8.GetString(said.Output.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            if (git.Ask("cat-file", "blob", $"{change}:{path}") is not GitAnswer.Said blob || Document(blob.Output) is not { } document)
            {
                yield break;
            }

            yield return document;
        }
    }

    private string[] Paths(string commit) => Names(git.Ask("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit));

    private ReadOnlyMemory<byte> Blob(string commit, string path) => git.Ask("cat-file", "blob", $"{commit}:{path}") switch
    {
        GitAnswer.Said said => said.Output,
        GitAnswer.Failed => throw Lost(commit, path),
        var none => throw new NoAnswerException(none),
    };

    private static InvalidDataException Lost(string commit, string path) => new($"git does not have {Quoted.Address(path)} of {commit}");

    // What has another name may be something else; it is the reviewed state that says so.
    private static LockDocument? Document(ReadOnlyMemory<byte> bytes)
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

    private static string[] Names(GitAnswer answer) => answer is GitAnswer.Said said
        ? Encoding.UTF8.GetString(said.Output.Span).Split('\0', StringSplitOptions.RemoveEmptyEntries)
        : throw new NoAnswerException(answer);
}
