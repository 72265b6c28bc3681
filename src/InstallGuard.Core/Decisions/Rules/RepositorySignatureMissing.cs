using InstallGuard.Evidence;
using InstallGuard.Policies;
using InstallGuard.Text;

namespace InstallGuard.Decisions.Rules;

/// <summary>The source announces that every package on it carries its signature, and this one does not.</summary>
internal static class RepositorySignatureMissing
{
    public static Rule Rule { get; } = new("IG2005", "repository-signature-missing", VerdictKind.Reject)
    {
        Summary = "the source says that all its packages carry its signature, and this one does not",
        Usually = "the signature was cut off, or the file does not come from that source",
        Reference = "expected",
        Next = NextStep.FetchAgain,
    };

    public static Change Of(RepositoryAnnouncement announced, string seen) =>
        new(Rule, EvidenceKind.Repository, $"a signature of {Quoted.Address(announced.ServiceIndex)}", seen);
}
