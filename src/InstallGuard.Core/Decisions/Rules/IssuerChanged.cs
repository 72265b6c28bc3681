using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>Another OIDC issuer vouches for the build.</summary>
internal static class IssuerChanged
{
    public static Rule Rule { get; } = new("IG1043", "issuer-changed", VerdictKind.Review)
    {
        Summary = "another issuer vouches for the build",
        Usually = "the project moved to another build service",
        IfOlder = (
            "another issuer vouches for the build of this earlier version",
            "a downgrade to before the project moved to the pinned build service"),
        Next = NextStep.AcceptOrStay,
    };

    public static Change Of(ProvenanceIdentity pinned, ProvenanceIdentity seen) =>
        new(Rule, EvidenceKind.Provenance, $"built by {pinned}", $"built by {seen}");
}
