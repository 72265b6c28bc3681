using System.Collections.Immutable;
using InstallGuard.Identity;

namespace InstallGuard.Evidence;

/// <summary>What a feed publishes in its <c>RepositorySignatures</c> resource.</summary>
/// <param name="ServiceIndex">The address of the feed's service index.</param>
/// <param name="AllSigned">Whether the feed says that every package on it carries its signature.</param>
/// <param name="Certificates">The certificates it says it signs with.</param>
/// <param name="IsProven">
/// Whether it came over a connection that proves who speaks. One that did not may make a check stricter, and teaches nothing.
/// </param>
public sealed record RepositoryAnnouncement(
    string ServiceIndex, bool AllSigned, ImmutableArray<Sha256Digest> Certificates, bool IsProven) : IEquatable<RepositoryAnnouncement>
{
    /// <summary>
    /// The most certificates that a feed may announce at once. The public repository had three in its first eight years.
    /// </summary>
    public const int MostCertificates = 100;

    /// <summary>The longest address of a service index, in characters.</summary>
    public const int LongestServiceIndex = 2000;

    /// <summary>What it has more of than any feed needs, in words; null where it keeps within bounds.</summary>
    public string? Excess =>
        Certificates.Length > MostCertificates ? $"it announces more than {MostCertificates} certificates: ask its operator to announce fewer"
        : ServiceIndex.Length > LongestServiceIndex ? $"its address has more than {LongestServiceIndex} characters"
        : null;

    /// <summary>Those of its certificates that the feed was known by before.</summary>
    public ImmutableArray<Sha256Digest> Known { get; init; } = [];

    /// <summary>Same address, same promise, same certificates in whatever order.</summary>
    public bool Equals(RepositoryAnnouncement? other) =>
        other is not null
        && RepositoryName.Same(ServiceIndex, other.ServiceIndex)
        && (AllSigned, IsProven) == (other.AllSigned, other.IsProven)
        && Certificates.ToHashSet().SetEquals(other.Certificates)
        && Known.ToHashSet().SetEquals(other.Known);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(ServiceIndex), AllSigned, IsProven);
}
