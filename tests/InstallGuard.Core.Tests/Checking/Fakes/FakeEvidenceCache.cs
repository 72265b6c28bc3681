using System.Collections.Concurrent;

namespace InstallGuard.Core.Tests.Fakes;

internal sealed class FakeEvidenceCache : IEvidenceCache
{
    private readonly ConcurrentDictionary<(PackageHash, Sha256Digest), VerifiedEvidence> _kept = new();

    public int Count => _kept.Count;

    public VerifiedEvidence? Find(PackageHash package, Sha256Digest trust) => _kept.GetValueOrDefault((package, trust));

    public VerifiedEvidence? FindLatest(Package package, Sha256Digest trust) =>
        _kept.Where(kept => kept.Key.Item2 == trust && kept.Value.Found.Contents.Declared == package).Select(kept => kept.Value).FirstOrDefault();

    public void Keep(IReadOnlyCollection<VerifiedEvidence> evidence, Sha256Digest trust)
    {
        foreach (var one in evidence.Where(one => one.Found.IsLasting))
        {
            _kept[(one.Found.Contents.Hash, trust)] = one;
        }
    }
}
