using System.Collections.Immutable;

namespace InstallGuard.Evidence;

/// <summary>What a feed publishes in its <c>RepositorySignatures</c> resource.</summary>
/// <param name="ServiceIndex">The address of the feed's service index.</param>
/// <param name="AllSigned">Whether the feed says that every package on it carries its signature.</param>
/// <param name="Certificates">The certificates it says it signs with.</param>
public sealed record RepositoryAnnouncement(
    string ServiceIndex, bool AllSigned, ImmutableArray<Sha256Digest> Certificates) : IEquatable<RepositoryAnnouncement>
{
    /// <summary>Same address, same promise, same certificates in whatever order.</summary>
    public bool Equals(RepositoryAnnouncement? other) =>
        other is not null
        && string.Equals(ServiceIndex, other.ServiceIndex, StringComparison.OrdinalIgnoreCase)
        && AllSigned == other.AllSigned
        && Certificates.ToHashSet().SetEquals(other.Certificates);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(ServiceIndex), AllSigned);
}
