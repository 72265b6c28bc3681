using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>A check failed. Carries what it wanted and what it found; ends as a finding, never above the reader.</summary>
internal sealed class SignatureProblem(SignatureCheck check, string expected, string found)
    : Exception($"{check}: expected {expected}, found {found}")
{
    public FailedCheck Failed { get; } = new(check, expected, found);
}
