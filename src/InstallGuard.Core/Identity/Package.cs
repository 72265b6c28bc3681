namespace InstallGuard.Identity;

/// <summary>One version of one package: what NuGet calls a package identity. Here "identity" is the publisher's.</summary>
/// <param name="Id">The name.</param>
/// <param name="Version">The version.</param>
public sealed record Package(PackageId Id, PackageVersion Version)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Version}";
}
