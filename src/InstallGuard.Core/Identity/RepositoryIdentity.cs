using InstallGuard.Text;

namespace InstallGuard.Identity;

/// <summary>
/// Which repository vouches for a package, and which of its accounts owned the package when it was submitted. The
/// repository is known by name; the certificate it signs with changes every few years and is not part of it.
/// </summary>
/// <param name="Name">
/// The repository's name: <c>nuget.org</c>, or for a repository known only by what its feed announces, the address of
/// its service index.
/// </param>
/// <param name="Owners">The package owners inside the repository's signature.</param>
public sealed record RepositoryIdentity(string Name, OwnerSet Owners) : IEquatable<RepositoryIdentity>
{
    /// <summary>Whether both are signed by the repository of one name.</summary>
    public bool HasNameOf(RepositoryIdentity other) => RepositoryName.Same(Name, other.Name);

    /// <summary>Same repository, same set of owners.</summary>
    public bool Equals(RepositoryIdentity? other) => other is not null && HasNameOf(other) && Owners.Equals(other.Owners);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(Name), Owners);

    /// <summary>For people, beside the other one: of a long list of owners first those that the other lacks.</summary>
    public string Against(RepositoryIdentity other) => $"repository {Quoted.Address(Name)}, owners {Owners.Against(other.Owners)}";

    /// <inheritdoc/>
    public override string ToString() => $"{Quoted.Address(Name)}, owners {Owners}";
}
