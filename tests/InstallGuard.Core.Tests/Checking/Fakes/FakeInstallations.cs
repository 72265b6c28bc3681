namespace InstallGuard.Core.Tests.Fakes;

/// <summary>A memory of installations that forgets nothing.</summary>
internal sealed class FakeInstallations : IInstallations
{
    public List<BoundInstallation> All { get; } = [];

    public BoundInstallation? Find(Installation installation) => All.LastOrDefault(bound => bound.Where == installation);

    public void Keep(IReadOnlyCollection<BoundInstallation> bound) => All.AddRange(bound);
}
