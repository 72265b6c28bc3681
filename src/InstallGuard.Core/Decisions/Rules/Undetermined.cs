using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>We could not look, and say so.</summary>
internal static class Undetermined
{
    public static Rule Rule { get; } = new("IG3001", "undetermined", VerdictKind.Undetermined)
    {
        Summary = "could not find out who published it",
        Usually = "a source that did not answer, a file that could not be read, or evidence that this version does not look for",
        Next = NextStep.Retry,
    };

    public static Change Of(Pin? pin, Look.Failed failed) => new(Rule, null, pin?.Identity.ToString() ?? "nothing", failed.Because)
    {
        Summary = failed.Summary ?? Rule.Summary,
        Usually = failed.Usually ?? Rule.Usually,
        Cause = failed.Because,
        Remedy = failed.Remedy,
    };

    public static Change Of(EvidenceKind? kind, string pinned, string because) => new(Rule, kind, pinned, because);
}
