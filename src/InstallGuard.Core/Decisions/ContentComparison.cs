using InstallGuard.Decisions.Rules;
using InstallGuard.Evidence;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>Compares what a version contains with what it contained whenever this machine saw it before, from the same source.</summary>
// A feed serves a version once. Into a folder people pack their own work, again and again: whoever may write there may as
// well write another version, so that only a signature, or a folder that is not of this machine, is worth a question.
internal static class ContentComparison
{
    /// <summary>The change; null when there is none.</summary>
    /// <param name="before">The earlier contents, in any order.</param>
    /// <param name="wasSigned">Whether any of them carried evidence of its publisher.</param>
    /// <param name="seen">What is there now.</param>
    public static Change? Between(IReadOnlyCollection<Sha256Digest> before, bool wasSigned, Look.Seen seen)
    {
        var now = seen.Evidence.Found.Contents.UnsignedDigest;
        if (before.FirstOrDefault(contents => contents != now) is not { } other)
        {
            return null;
        }

        if (seen.From is not { IsFolder: true } folder)
        {
            return ContentChanged.Of(other, now);
        }

        var isWorthAQuestion = wasSigned || folder.IsOfAnotherMachine || !seen.Evidence.Found.Identity.IsUnsigned;
        return before.Contains(now) ? null : PackedAgain.Of(other, now) with { Verdict = isWorthAQuestion ? VerdictKind.Review : VerdictKind.Notice };
    }
}
