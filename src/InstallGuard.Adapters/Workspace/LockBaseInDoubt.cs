using System.Globalization;
using InstallGuard.Adapters.Session;
using InstallGuard.Checking;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Workspace;

/// <summary>What it means for the reviewed lock that git did not answer, or does not have what it must have.</summary>
internal static class LockBaseInDoubt
{
    /// <summary>Git did not answer.</summary>
    /// <param name="answer">What came instead.</param>
    /// <param name="root">Of the repository.</param>
    /// <param name="toldBy">The variable that says what must be compared with; null where nobody said.</param>
    public static LockBase Of(GitAnswer answer, string root, string? toldBy) => answer switch
    {
        GitAnswer.NotInstalled when toldBy is null =>
            new LockBase.Unasked("there is no git in the folders of PATH", "install git"),
        GitAnswer.NotInstalled =>
            new LockBase.Unavailable($"{toldBy} says what the lock is compared with, and there is no git in the folders of PATH", "install git"),
        GitAnswer.Late late =>
            new LockBase.Unavailable(string.Create(CultureInfo.InvariantCulture, $"git did not answer in {late.After.TotalSeconds} seconds"), $"try again, or see what `git status` does in {Quoted.Address(root)}"),
        GitAnswer.Failed { MistrustsOwner: true } =>
            new LockBase.Unavailable($"git refuses {Quoted.Address(root)}, which belongs to another user", $"if you trust it, run `git config --global --add safe.directory {Quoted.Address(root)}`"),
        GitAnswer.Failed failed =>
            new LockBase.Unavailable($"git fails in {Quoted.Address(root)}: {failed.Words}", "see what `git status` says there"),
        _ => throw new System.Diagnostics.UnreachableException($"no words for {answer}"),
    };

    /// <summary>Somebody said what must be compared with, and the clone does not have it.</summary>
    /// <param name="reference">What it is.</param>
    /// <param name="toldBy">The variable that says so.</param>
    /// <param name="isShallow">Whether the clone has no more than its last commits: then the branch alone does not say where the two met.</param>
    public static LockBase Missing(string reference, string toldBy, bool isShallow) => toldBy == SessionVariables.Base
        ? new LockBase.Unavailable($"git does not know {Quoted.Address(reference)}, which {toldBy} names", $"fetch it with its history, or mend {toldBy}")
        : new LockBase.Unavailable(
            $"{Quoted.Address(MergeTarget.Short(reference))}, the target of this pull request ({toldBy}), is not in this clone",
            $"fetch it with its history (`fetch-depth: 0` for actions/checkout, elsewhere `git fetch {(isShallow ? "--unshallow " : "")}origin +{Quoted.Address(reference["refs/remotes/origin/".Length..])}:{Quoted.Address(reference)}`)");
}
