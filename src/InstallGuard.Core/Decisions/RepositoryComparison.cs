using System.Diagnostics;
using InstallGuard.Decisions.Rules;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>Compares the repository signature, and the owners in it, with the pinned repository and owners.</summary>
internal static class RepositoryComparison
{
    private const string NothingPinned = "no repository signature";

    /// <summary>The changes of this kind: none, one, or owners added and removed at once.</summary>
    /// <param name="pinned">The pinned repository, or null.</param>
    /// <param name="seen">What was found.</param>
    /// <param name="announced">What the source of the package says about its signatures, or null.</param>
    public static IEnumerable<Change> Between(RepositoryIdentity? pinned, Finding<RepositorySignature> seen, RepositoryAnnouncement? announced) =>
        (pinned, seen) switch
        {
            (_, Finding<RepositorySignature>.Invalid { Check.Check: SignatureCheck.KnownRepository, Unproven: { } signature })
                when Announces(announced, signature) =>
                Between(pinned, new Finding<RepositorySignature>.Present(signature), announced)
                    .Prepend(RepositoryCertificateAnnounced.Of(signature, announced!)),
            (_, Finding<RepositorySignature>.Invalid { Check.Check: SignatureCheck.KnownRepository } bad) =>
                [RepositoryForged.Of(Words(pinned), bad.Check)],
            (_, Finding<RepositorySignature>.Invalid bad) =>
                [SignatureInvalid.Of(EvidenceKind.Repository, Words(pinned), bad.Check)],
            (_, Finding<RepositorySignature>.Unavailable none) =>
                [Undetermined.Of(EvidenceKind.Repository, Words(pinned), none.Because)],
            (null, Finding<RepositorySignature>.NotSought) => [],
            ({ }, Finding<RepositorySignature>.NotSought) =>
                [Undetermined.Of(EvidenceKind.Repository, Words(pinned), "repository signatures were not looked for")],
            (_, Finding<RepositorySignature>.Absent) => Between(pinned, (RepositoryIdentity?)null),
            (_, Finding<RepositorySignature>.Present now) => Between(pinned, now.Value.Identity),
            _ => throw new UnreachableException($"no rule for {seen}"),
        };

    /// <summary>The changes from one repository and its owners to another.</summary>
    public static IEnumerable<Change> Between(RepositoryIdentity? pinned, RepositoryIdentity? seen) => (pinned, seen) switch
    {
        (null, null) => [],
        ({ }, null) => [RepositoryLost.Of(pinned)],
        (null, { }) => [RepositoryGained.Of(seen)],
        _ => BetweenRepositories(pinned, seen),
    };

    private static IEnumerable<Change> BetweenRepositories(RepositoryIdentity pinned, RepositoryIdentity seen)
    {
        // Account names mean something within their repository only, so there is nothing to compare across two of them.
        if (!pinned.HasNameOf(seen))
        {
            yield return RepositoryChanged.Of(pinned, seen);
            yield break;
        }

        if (pinned.Owners.Equals(seen.Owners))
        {
            yield break;
        }

        if (pinned.Owners.Count > 0 && !pinned.Owners.Overlaps(seen.Owners))
        {
            yield return OwnersReplaced.Of(pinned, seen);
            yield break;
        }

        if (seen.Owners.Except(pinned.Owners).Count > 0)
        {
            yield return OwnersAdded.Of(pinned, seen);
        }

        if (pinned.Owners.Except(seen.Owners).Count > 0)
        {
            yield return OwnersRemoved.Of(pinned, seen);
        }
    }

    // The feed that it came from, at the very address that the signature states, and known to be that feed.
    private static bool Announces(RepositoryAnnouncement? announced, RepositorySignature signature) =>
        announced is { IsProven: true }
        && RepositoryName.Same(announced.ServiceIndex, signature.ServiceIndex)
        && announced.Certificates.Contains(signature.Certificate.Fingerprint);

    private static string Words(RepositoryIdentity? pinned) => pinned is null ? NothingPinned : $"repository {pinned}";
}
