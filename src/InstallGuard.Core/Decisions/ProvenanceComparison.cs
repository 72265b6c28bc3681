using System.Diagnostics;
using InstallGuard.Decisions.Rules;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>Compares the build provenance with the pinned build.</summary>
internal static class ProvenanceComparison
{
    private const string NothingPinned = "no build provenance";

    /// <summary>The change of this kind; null when there is none.</summary>
    public static Change? Between(ProvenanceIdentity? pinned, Finding<BuildProvenance> seen) => (pinned, seen) switch
    {
        (_, Finding<BuildProvenance>.Invalid bad) => ProvenanceInvalid.Of(Words(pinned), bad.Check),
        (_, Finding<BuildProvenance>.Unavailable none) => Undetermined.Of(EvidenceKind.Provenance, Words(pinned), none.Because),
        (null, Finding<BuildProvenance>.NotSought) => null,
        ({ }, Finding<BuildProvenance>.NotSought) =>
            Undetermined.Of(EvidenceKind.Provenance, Words(pinned), "build provenance was not looked for"),
        (_, Finding<BuildProvenance>.Absent) => Between(pinned, (ProvenanceIdentity?)null),
        (_, Finding<BuildProvenance>.Present now) => Between(pinned, now.Value.Identity),
        _ => throw new UnreachableException($"no rule for {seen}"),
    };

    /// <summary>The change from one build to another; null when there is none.</summary>
    public static Change? Between(ProvenanceIdentity? pinned, ProvenanceIdentity? seen) => (pinned, seen) switch
    {
        (null, null) => null,
        ({ }, null) => ProvenanceLost.Of(pinned),
        (null, { }) => ProvenanceGained.Of(seen),
        _ => BetweenBuilds(pinned, seen),
    };

    private static Change? BetweenBuilds(ProvenanceIdentity pinned, ProvenanceIdentity seen)
    {
        if (!string.Equals(pinned.Issuer, seen.Issuer, StringComparison.Ordinal))
        {
            return IssuerChanged.Of(pinned, seen);
        }

        if (!string.Equals(pinned.RepositoryId, seen.RepositoryId, StringComparison.Ordinal)
            || !string.Equals(pinned.OwnerId, seen.OwnerId, StringComparison.Ordinal))
        {
            return SourceRepositoryChanged.Of(pinned, seen);
        }

        if (!string.Equals(pinned.Runner, seen.Runner, StringComparison.Ordinal)
            || (pinned.Environment is not null && !string.Equals(pinned.Environment, seen.Environment, StringComparison.Ordinal)))
        {
            return BuilderWeakened.Of(pinned, seen);
        }

        // An environment where the pin has none is a protection gained.
        return pinned.Equals(seen with { Environment = pinned.Environment }) ? null : WorkflowChanged.Of(pinned, seen);
    }

    private static string Words(ProvenanceIdentity? pinned) => pinned is null ? NothingPinned : $"built by {pinned}";
}
