using System.Collections.Immutable;

namespace InstallGuard.Evidence;

/// <summary>A repository that may vouch for packages, known by the certificates that it signs with.</summary>
/// <param name="Name">What it is called in locks, messages and policies.</param>
/// <param name="ServiceIndex">
/// The address of its service index, which its signatures must then state; null where the certificates alone decide.
/// </param>
/// <param name="Certificates">The fingerprints of the certificates it has ever signed with.</param>
public sealed record KnownRepository(string Name, string? ServiceIndex, ImmutableHashSet<Sha256Digest> Certificates)
{
    /// <summary>
    /// The public repository, by the certificates of 2018, 2021 and 2024. The last one ends on 2027-05-18; the next
    /// one comes with a release of ours, and until then a person accepts it package by package.
    /// </summary>
    public static KnownRepository NuGetOrg { get; } = new(
        "nuget.org",
        ServiceIndex: null,
        [
            Sha256Digest.Parse("0e5f38f57dc1bcc806d8494f4f90fbcedd988b46760709cbeec6f4219aa6157d"),
            Sha256Digest.Parse("5a2901d6ada3d18260b9c6dfe2133c95d74b9eef6ae0e5dc334c8454d1477df4"),
            Sha256Digest.Parse("1f4b311d9acc115c8dc8018b5a49e00fce6da8e2855f9f014ca6f34570bc482d"),
        ]);

    /// <summary>
    /// Whether this is the address of a built-in repository: of a host in the domain that it is named after. What is announced
    /// there makes no repository of its own.
    /// </summary>
    public bool IsHome(string serviceIndex) =>
        ServiceIndex is null
        && Uri.TryCreate(serviceIndex, UriKind.Absolute, out var uri)
        && (uri.IdnHost.Equals(Name, StringComparison.OrdinalIgnoreCase) || uri.IdnHost.EndsWith($".{Name}", StringComparison.OrdinalIgnoreCase));
}
