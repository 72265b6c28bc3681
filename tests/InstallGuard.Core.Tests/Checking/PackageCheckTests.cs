using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>One package as it comes from a source, before anything of it is extracted.</summary>
[TestClass]
public sealed class PackageCheckTests
{
    private readonly Machine _machine = new();

    [TestMethod]
    public void Package_is_decided_against_its_pins()
    {
        var result = Check(Found.Seen(ByMallory), null, Publishers.Pinned("1.0.0", repository: Publishers.NuGetOrg("ann")));

        Assert.AreEqual(Disposition.Block, result.Disposition);
        Assert.IsFalse(result.Passes);
        Assert.AreEqual("owners-replaced", result.Verdict.Decisive!.Rule.Slug);
        Assert.AreSame(ByMallory, result.Evidence);
    }

    [TestMethod]
    public void Check_of_a_package_writes_nothing()
    {
        Check(Found.Seen(ByMallory), null);
        Check(Found.Seen(ByMallory), null, Publishers.Pinned("1.0.0", repository: Publishers.NuGetOrg("ann")));

        _machine.WroteNothing();
        Assert.IsEmpty(_machine.Refusals.All);
        Assert.AreEqual(0, _machine.Cache.Count);
    }

    [TestMethod]
    public void What_the_source_promises_is_held_against_the_package() => Assert.AreEqual(
        "repository-signature-missing",
        Check(Found.Seen(Found.In()), new(Publishers.NuGetIndex, true, [Found.Digest('2')], IsProven: true)).Verdict.Decisive!.Rule.Slug);

    [TestMethod]
    public void Manifest_of_a_new_owners_package_is_compared_with_that_of_the_version_before()
    {
        Remember("1.0.0", "ann", "https://github.com/ann/json");
        Remember("1.1.0", "ann", "https://github.com/contoso/json");

        var result = Check(Found.Seen(Claiming("2.0.0", "mallory", "https://github.com/mallory/json")), null, Publishers.Pinned("1.0.0", repository: Publishers.NuGetOrg("ann")));

        Assert.AreEqual(new ClaimNote("repositoryUrl", "https://github.com/contoso/json", "https://github.com/mallory/json"), result.Notes.Single());
        Assert.Contains("manifest: repositoryUrl was \"https://github.com/contoso/json\", is now \"https://github.com/mallory/json\"", PackageMessage.Text(result));
        Assert.Contains("; manifest: repositoryUrl was ", PackageMessage.Line(result));
    }

    [TestMethod]
    public void Manifest_of_a_version_by_somebody_else_is_not_what_it_is_compared_with()
    {
        Remember("1.0.0", "ann", "https://github.com/ann/json");
        Remember("1.1.0", "mallory", "https://github.com/mallory/json");

        var result = Check(Found.Seen(Claiming("2.0.0", "mallory", "https://github.com/mallory/json")), null, Publishers.Pinned("1.0.0", repository: Publishers.NuGetOrg("ann")));

        Assert.AreEqual("https://github.com/ann/json", result.Notes.Single().Before);
    }

    [TestMethod]
    public void Manifest_that_differs_is_not_mentioned_where_the_publisher_is_the_same()
    {
        Remember("1.0.0", "ann", "https://github.com/ann/json");

        Assert.IsEmpty(Check(Found.Seen(Claiming("2.0.0", "ann", "https://github.com/contoso/json")), null, Publishers.Pinned("1.0.0", repository: Publishers.NuGetOrg("ann"))).Notes);
    }

    [TestMethod]
    public void Malformed_package_has_no_evidence()
    {
        var result = Check(new Look.Malformed("two signature files"), null);

        Assert.AreEqual(VerdictKind.Reject, result.Verdict.Kind);
        Assert.IsNull(result.Evidence);
    }

    [TestMethod]
    public void Look_is_told_the_present()
    {
        Check(Found.Seen(ByMallory), null);

        Assert.AreEqual(Machine.Now, _machine.Reader.LookedAt);
    }

    [TestMethod]
    public void Cancelled_look_is_no_verdict()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        using var bytes = FakePackageFile.OwnedBy("ann").Open();

        Assert.Throws<OperationCanceledException>(() => _machine.PackageCheck.Look(bytes, source.Token));
    }

    private static readonly PackageEvidence ByMallory = Found.In(repository: Found.Countersigned(Publishers.NuGetOrg("mallory")));

    private CheckedPackage Check(Look look, RepositoryAnnouncement? announced, params Pin[] pins)
    {
        using var bytes = new FakePackageFile.Bytes(look);
        return _machine.PackageCheck.Check(Publishers.Package(), FakePackageFile.Feed, bytes, announced, pins, CancellationToken.None);
    }

    private static PackageEvidence Claiming(string version, string owner, string address) => Found.In(
        Publishers.Package(version: version), repository: Found.Countersigned(Publishers.NuGetOrg(owner)), claims: new("Ann", address, null, null), contents: version[2] == '0' ? 'c' : 'd');

    private void Remember(string version, string owner, string address)
    {
        var evidence = Claiming(version, owner, address);
        _machine.Cache.Keep([new(evidence)], _machine.Reader.Trust);
        _machine.Sightings.Add([new(evidence.Contents.Declared, evidence.Contents.UnsignedDigest, "", FakePackageFile.Feed, Machine.Now) { Publisher = evidence.Identity }]);
    }
}
