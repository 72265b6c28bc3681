using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests.Fakes;

/// <summary>A machine with a repository: everything that a check may touch.</summary>
internal sealed class Machine(bool locked = false)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public FakeLockFile Lock { get; } = new();

    public FakePackageReader Reader { get; } = new(Found.Digest('7'));

    public FakeEvidenceCache Cache { get; } = new();

    public FakeInstallations Installations { get; } = new();

    public FakeSightings Sightings { get; } = new();

    public FakeRefusals Refusals { get; } = new();

    public FakeLockHistory History { get; } = new();

    public Policy Policy { get; } = new(locked);

    /// <summary>What the .NET SDK names itself.</summary>
    public List<Package> SdkPacks { get; } = [];

    public PackageCheck PackageCheck => new(Reader, Cache, Sightings, History, Policy, new FixedClock(Now), FeedIdentity.Of) { IsNamedBySdk = SdkPacks.Contains };

    public CheckResult Restore(params FakePackageFile[] files) => Restore(CancellationToken.None, files);

    public CheckResult Restore(CancellationToken cancel, params FakePackageFile[] files)
    {
        Installations.Keep([.. files.Where(file => file.Bound is not null).Select(file => new BoundInstallation(file.Installation()!, file.Bound!, Source: null))]);
        return new RestoreCheck(PackageCheck, Installations, Lock, Cache, Sightings, Refusals, Policy, Reader.Trust, new FixedClock(Now)).Run(files, cancel);
    }

    private Acceptance Acceptance => new(PackageCheck, Lock, Refusals, Sightings, new FixedClock(Now));

    public IReadOnlyList<Package> Waiting => Acceptance.Waiting();

    public ShownChange Shown(string? version = null, string id = "Contoso.Json", string? packageHash = null) =>
        Acceptance.Shown(PackageId.Parse(id), version is null ? null : PackageVersion.Parse(version), packageHash);

    public CollectedChanges Collected() => Acceptance.Collected();

    /// <summary>Accepts what was shown of one package.</summary>
    public AcceptanceResult Accept(string? version = null, string by = "jo@contoso.example", string reason = "moved", string id = "Contoso.Json", string? packageHash = null) =>
        AcceptAll([((ShownChange.One)Shown(version, id, packageHash)).Refusal], by, reason);

    public AcceptanceResult AcceptAll(IReadOnlyCollection<Refusal> shown, string by = "jo@contoso.example", string reason = "moved") =>
        Acceptance.Accept(shown, by, reason);

    public ReversalResult Revert(string? since = null, string? reason = null) =>
        new Reversal(Lock, History, new FixedClock(Now)).Revert(PackageId.Parse("Contoso.Json"), since is null ? null : PackageVersion.Parse(since), "jo@contoso.example", reason);

    /// <summary>Pins one owner for a package, as an earlier restore would have.</summary>
    public void Knows(string owner, string since = "1.0.0", string id = "Contoso.Json") =>
        Lock.Put(PackageId.Parse(id), Publishers.Pinned(since, repository: Publishers.NuGetOrg(owner.Split(','))));

    public void Saw(Package package, char contents, string source = FakePackageFile.Feed) =>
        Sightings.All.Add(new(package, Found.Digest(contents), "somebody", source, Now.AddDays(-1)));

    public void WroteNothing()
    {
        Assert.AreEqual(0, Lock.Writes, "the lock was written");
        Assert.IsEmpty(Sightings.All.Where(sighting => sighting.FirstSeen == Now), "a sighting was written");
    }
}
