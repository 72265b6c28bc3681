using InstallGuard.Evidence;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>A signature is there and does not verify.</summary>
internal static class SignatureInvalid
{
    public static Rule Rule { get; } = new("IG2001", "signature-invalid", VerdictKind.Reject)
    {
        Summary = "a signature does not verify",
        Usually = "the file was damaged or changed after it was signed",
        Next = NextStep.FetchAgain,
    };

    public static Change Of(EvidenceKind kind, string pinned, FailedCheck failed) => new(Rule, kind, pinned, $"{kind.ToString().ToLowerInvariant()} signature that fails the check {failed}");
}
