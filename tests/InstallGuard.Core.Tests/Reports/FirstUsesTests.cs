using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>First uses in one line of a build.</summary>
[TestClass]
public sealed class FirstUsesTests
{
    private const string LockPath = "/repo/installguard.lock.json";

    [TestMethod]
    public void Few_are_all_named() => Assert.AreEqual(
        "used for the first time: Contoso.Json 2.0.0 (nuget.org, owner ann); recorded in installguard.lock.json: review and commit it",
        FirstUses.Line([Used(Owned("Contoso.Json", "ann"))], LockPath));

    [TestMethod]
    public void Of_many_the_count_is_said_and_the_three_that_matter_most_and_where_the_rest_is() => Assert.AreEqual(
        "6 packages used for the first time: Contoso.Loose 2.0.0 (unsigned, from https://feed.contoso.example/index.json), "
            + "Contoso.Nobodys 2.0.0 (nuget.org), Contoso.Json 2.0.0 (nuget.org, owner ann), and 3 more; all of them are recorded in installguard.lock.json: review and commit it",
        FirstUses.Line(
            [
                Used(Found.In(Publishers.Package("InstallGuard.Sdk"))),
                Used(Found.In(Publishers.Package("Contoso.Built"), provenance: Found.Built(Publishers.Build))),
                Used(Found.In(Publishers.Package("Contoso.Signed"), author: Found.Signed(Publishers.Contoso))),
                Used(Owned("Contoso.Json", "ann")),
                Used(Owned("Contoso.Nobodys")),
                Used(Found.In(Publishers.Package("Contoso.Loose"))),
            ],
            LockPath));

    [TestMethod]
    public void Line_stays_short_however_much_there_is_to_say()
    {
        var owners = Enumerable.Range(0, 300).Select(i => $"an-owner-of-a-long-name-{i:000}").ToArray();

        Assert.IsLessThan(800, FirstUses.Line([.. Enumerable.Range(0, 300).Select(i => Used(Owned($"Contoso.P{i}", owners)))], LockPath).Length);
    }

    private static PackageEvidence Owned(string id, params string[] owners) =>
        Found.In(Publishers.Package(id), repository: Found.Countersigned(Publishers.NuGetOrg(owners)));

    private static CheckedPackage Used(PackageEvidence evidence) => new(
        evidence.Contents.Declared, "https://feed.example/index.json", Found.Seen(evidence), Decide.For(evidence.Contents.Declared, [], Found.Seen(evidence), []), Disposition.Record);
}
