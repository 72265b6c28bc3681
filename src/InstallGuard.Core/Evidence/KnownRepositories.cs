using System.Collections.Immutable;
using InstallGuard.Identity;

namespace InstallGuard.Evidence;

/// <summary>
/// The repositories whose signatures count. A valid signature proves only that somebody holds a code-signing
/// certificate; this list says whether that somebody is the repository.
/// </summary>
public sealed class KnownRepositories
{
    private readonly ImmutableArray<KnownRepository> _all;

    /// <summary>These, and no others.</summary>
    public KnownRepositories(ImmutableArray<KnownRepository> all) => _all = all;

    /// <summary>What is known without asking anybody. It grows with releases of ours and in no other way.</summary>
    public static KnownRepositories BuiltIn { get; } = new([KnownRepository.NuGetOrg]);

    /// <summary>The repositories, built-in ones first.</summary>
    public IReadOnlyList<KnownRepository> All => _all;

    /// <summary>
    /// Adds what feeds announced. An announcement speaks for the feed that made it and for nobody else: it makes a
    /// repository that is named by the address of that feed's service index, and counts only for signatures that state
    /// this very address. A later one takes the place of an earlier one. One that proves nothing, and one at the home of a
    /// built-in repository, adds nothing.
    /// </summary>
    /// <param name="announcements">What feeds published as <c>RepositorySignatures</c>.</param>
    public KnownRepositories With(IEnumerable<RepositoryAnnouncement> announcements)
    {
        var all = _all;
        foreach (var (serviceIndex, certificates) in announcements
            .Where(a => a.IsProven && a.Excess is null && At(a.ServiceIndex) is null)
            .Select(a => (a.ServiceIndex, a.Certificates)))
        {
            all = all.FirstOrDefault(r => r.ServiceIndex is { } at && RepositoryName.Same(at, serviceIndex)) switch
            {
                null => all.Add(new(serviceIndex, serviceIndex, [.. certificates])),
                var r => all.Replace(r, r with { Certificates = [.. certificates] }),
            };
        }

        return new(all);
    }

    /// <summary>Which repository signs with this certificate and lives at this address; null when none is known to.</summary>
    public KnownRepository? Find(Sha256Digest certificate, string serviceIndex) =>
        _all.FirstOrDefault(r =>
            r.Certificates.Contains(certificate)
            && (r.ServiceIndex is null || RepositoryName.Same(r.ServiceIndex, serviceIndex)));

    /// <summary>The repository that a signature which states this address says it is of; null when none is known there.</summary>
    public KnownRepository? Stated(string serviceIndex) =>
        _all.FirstOrDefault(r => r.ServiceIndex is { } at ? RepositoryName.Same(at, serviceIndex) : r.IsHome(serviceIndex));

    /// <summary>
    /// Whether a feed announces another set of certificates than it is known by. A built-in repository need not announce all
    /// of its own.
    /// </summary>
    public bool IsNews(RepositoryAnnouncement announced) =>
        announced.Certificates.Any(certificate => Find(certificate, announced.ServiceIndex) is null)
        || (Stated(announced.ServiceIndex) is { ServiceIndex: not null } known && !known.Certificates.IsSubsetOf(announced.Certificates));

    /// <summary>The announcement, with those of its certificates that are no news.</summary>
    public RepositoryAnnouncement Compare(RepositoryAnnouncement announced) => announced with
    {
        Known = [.. announced.Certificates.Where(certificate => Find(certificate, announced.ServiceIndex) is not null)],
    };

    /// <summary>The built-in repository whose home this is; null when it is nobody's.</summary>
    public KnownRepository? At(string serviceIndex) => _all.FirstOrDefault(r => r.IsHome(serviceIndex));
}
