using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Benchmarks;

/// <summary>What a check finds in the packages of a lock: the pinned publishers, but for one package in 500.</summary>
internal static class RealisticLooks
{
    private const int OneChangedIn = 500;
    private static readonly DateTimeOffset Then = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly Sha256Digest Digest = Sha256Digest.FromBytes(new byte[32]);
    private static readonly PackageHash Hash = PackageHash.FromBytes(new byte[64]);
    private static readonly CertificateDescription Certificate = new(Digest, "CN=whoever", "CN=an authority", Then.AddYears(-1), Then.AddYears(1));
    private static readonly RepositoryIdentity Stranger = new("nuget.org", new(["somebody-else"]));

    /// <summary>A look at the last pinned version of each package.</summary>
    public static IEnumerable<(Package Package, Look.Seen Look)> At(LockDocument document) =>
        document.Packages.Select((package, i) => At(new(package.Key, package.Value[^1].Since), package.Value[^1].Identity, i % OneChangedIn == 0));

    private static (Package Package, Look.Seen Look) At(Package package, PublisherIdentity pinned, bool changed)
    {
        var evidence = new PackageEvidence(
            new(Hash, Digest, package),
            Finding(pinned.Provenance, build => new BuildProvenance(build)),
            Finding(pinned.Author, author => new AuthorSignature(author, Certificate, new SignatureTime.Trusted(Then))),
            Finding(changed ? Stranger : pinned.Repository, repository => new RepositorySignature(
                repository, "https://repository.example/v3/index.json", Certificate, new SignatureTime.Trusted(Then))),
            new Finding<NuspecClaims>.Absent());
        return (package, new(new VerifiedEvidence(evidence)) { From = pinned.Feed });
    }

    private static Finding<T> Finding<TIdentity, T>(TIdentity? pinned, Func<TIdentity, T> found)
        where TIdentity : class
        where T : class =>
        pinned is null ? new Finding<T>.Absent() : new Finding<T>.Present(found(pinned));
}
