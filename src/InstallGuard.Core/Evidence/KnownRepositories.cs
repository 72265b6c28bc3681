using System.Collections.Immutable;

namespace InstallGuard.Evidence;

/// <summary>
/// The repositories whose signatures count. A valid signature proves only that somebody holds a code-signing
/// certificate; this list says whether that somebody is the repository.
/// </summary>
public sealed class KnownRepositories
{
    private readonly ImmutableArray<KnownRepository> _all;

    private KnownRepositories(ImmutableArray<KnownRepository> all) => _all = all;

    /// <summary>What is known without asking anybody.</summary>
    public static KnownRepositories BuiltIn { get; } = new([KnownRepository.NuGetOrg]);

    /// <summary>The repositories, built-in ones first.</summary>
    public IReadOnlyList<KnownRepository> All => _all;

    /// <summary>
    /// Adds what feeds announced. An announcement speaks for the feed that made it and for nobody else: it makes a
    /// repository that is named by the address of that feed's service index, and counts only for signatures that state
    /// this very address. Only an announcement at an address where a built-in repository is known to live extends it.
    /// </summary>
    /// <param name="announcements">What feeds published as <c>RepositorySignatures</c>.</param>
    /// <param name="homes">
    /// Service indexes that a built-in repository's own signatures were seen to state, by the repository's name.
    /// </param>
    public KnownRepositories With(
        IEnumerable<RepositoryAnnouncement> announcements, IReadOnlyDictionary<string, string> homes)
    {
        var all = _all;
        foreach (var (serviceIndex, certificates) in announcements.Select(a => (a.ServiceIndex, a.Certificates)))
        {
            var home = all.FirstOrDefault(r =>
                homes.TryGetValue(r.Name, out var at) && SameAddress(at, serviceIndex));
            var known = all.FirstOrDefault(r => r.ServiceIndex is { } at && SameAddress(at, serviceIndex));
            all = (home ?? known) switch
            {
                null => all.Add(new(serviceIndex, serviceIndex, [.. certificates])),
                var r => all.Replace(r, r with { Certificates = r.Certificates.Union(certificates) }),
            };
        }

        return new(all);
    }

    /// <summary>Which repository signs with this certificate and lives at this address; null when none is known to.</summary>
    public KnownRepository? Find(Sha256Digest certificate, string serviceIndex) =>
        _all.FirstOrDefault(r =>
            r.Certificates.Contains(certificate)
            && (r.ServiceIndex is null || SameAddress(r.ServiceIndex, serviceIndex)));

    private static bool SameAddress(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
