using System.Security.Cryptography;
using System.Text;

namespace InstallGuard.Testing;

/// <summary>Packages made in memory, unsigned and signed, as a real author and a real repository make them.</summary>
public static class TestPackage
{
    /// <summary>An unsigned package. Unless it brings a library, it holds the empty marker of netstandard2.0, so that it restores everywhere.</summary>
    public static byte[] Create(string id, string version, Action<PackageContent>? configure = null)
    {
        var content = new PackageContent();
        configure?.Invoke(content);
        var bringsLibrary = content.Files.Any(file =>
            file.Path.StartsWith("lib/", StringComparison.Ordinal) && Path.GetExtension(file.Path) is ".dll" or "._");
        return PackageParts.Zip(id, version, bringsLibrary ? content : content.WithFile("lib/netstandard2.0/_._", []));
    }

    /// <summary>An unsigned package with an author signature added.</summary>
    /// <param name="nupkg">The unsigned package.</param>
    /// <param name="author">Who signs.</param>
    /// <param name="at">The signing time, claimed by the signer and attested by the timestamp.</param>
    /// <param name="timestamped">Whether there is a timestamp at all.</param>
    /// <param name="timestamps">Who attests the time; the shared authority's service unless given.</param>
    public static byte[] AuthorSigned(
        byte[] nupkg,
        TestCertificate author,
        DateTimeOffset at,
        bool timestamped = true,
        TestTimestampAuthority? timestamps = null)
    {
        var signer = new PackageSigner(
            author, at, [SignedAttributes.CommitmentType(Oids.ProofOfOrigin)], Witness(timestamped, timestamps));
        return SignatureEntry.Added(nupkg, signer.Sign(SignatureEntry.ContentFor(nupkg)), at);
    }

    /// <summary>An unsigned package with a repository signature as its primary one.</summary>
    /// <inheritdoc cref="RepositoryCountersigned"/>
    public static byte[] RepositorySigned(
        byte[] nupkg,
        TestCertificate repository,
        string serviceIndex,
        IReadOnlyList<string> owners,
        DateTimeOffset at,
        bool timestamped = true,
        TestTimestampAuthority? timestamps = null)
    {
        var signer = new PackageSigner(repository, at, Statement(serviceIndex, owners), Witness(timestamped, timestamps));
        return SignatureEntry.Added(nupkg, signer.Sign(SignatureEntry.ContentFor(nupkg)), at);
    }

    /// <summary>A signed package with a repository's countersignature added.</summary>
    /// <param name="nupkg">The package as it came to the repository.</param>
    /// <param name="repository">Who signs.</param>
    /// <param name="serviceIndex">The repository's service index as its signature states it.</param>
    /// <param name="owners">The owners as its signature states them; with none the attribute is absent.</param>
    /// <param name="at">The signing time, claimed by the signer and attested by the timestamp.</param>
    /// <param name="timestamped">Whether there is a timestamp at all.</param>
    /// <param name="timestamps">Who attests the time; the shared authority's service unless given.</param>
    public static byte[] RepositoryCountersigned(
        byte[] nupkg,
        TestCertificate repository,
        string serviceIndex,
        IReadOnlyList<string> owners,
        DateTimeOffset at,
        bool timestamped = true,
        TestTimestampAuthority? timestamps = null)
    {
        var signer = new PackageSigner(repository, at, Statement(serviceIndex, owners), Witness(timestamped, timestamps));
        var signature = signer.Countersign(SignatureEntry.Read(nupkg));
        return SignatureEntry.Added(SignatureEntry.Removed(nupkg), signature, at);
    }

    /// <summary>The octets of the signature file.</summary>
    public static byte[] Signature(byte[] nupkg) => SignatureEntry.Read(nupkg);

    /// <summary>A copy whose signature is over this text in place of a hash.</summary>
    public static byte[] SignedOver(byte[] nupkg, string text, TestCertificate signer, DateTimeOffset at)
    {
        var author = new PackageSigner(signer, at, [SignedAttributes.CommitmentType(Oids.ProofOfOrigin)], TestAuthority.Shared.Timestamps);
        return SignatureEntry.Added(nupkg, author.Sign(Encoding.UTF8.GetBytes($"Version:1\n\n{text}\n\n")), at);
    }

    private static TestTimestampAuthority? Witness(bool timestamped, TestTimestampAuthority? timestamps) =>
        timestamped ? timestamps ?? TestAuthority.Shared.Timestamps : null;

    private static List<AsnEncodedData> Statement(string serviceIndex, IReadOnlyList<string> owners)
    {
        List<AsnEncodedData> attributes = [SignedAttributes.CommitmentType(Oids.ProofOfReceipt), SignedAttributes.ServiceIndex(serviceIndex)];
        if (owners.Count > 0)
        {
            attributes.Add(SignedAttributes.PackageOwners(owners));
        }

        return attributes;
    }
}
