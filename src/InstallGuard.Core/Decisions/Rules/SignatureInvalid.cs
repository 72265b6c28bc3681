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

    /// <param name="kind">Whose signature it is.</param>
    /// <param name="pinned">What was pinned, in words.</param>
    /// <param name="failed">Why it does not verify.</param>
    public static Change Of(EvidenceKind kind, string pinned, FailedCheck failed)
    {
        var change = new Change(Rule, kind, pinned, $"{kind.ToString().ToLowerInvariant()} signature that fails the check {failed}");
        return failed.Check is SignatureCheck.Chain
            ? change with
            {
                Usually = "the certificate is of an authority that is not trusted here, or was not valid on that day",
                Remedy = "do not use this file, unless the authority is your own: then trust its root with `--trusted-root`, or in INSTALLGUARD_TRUSTED_ROOTS, on every machine; this cannot be accepted",
            }
            : change;
    }
}
