using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>The last line of a check.</summary>
[TestClass]
public sealed class SummaryTests
{
    private readonly Machine _machine = new();

    [TestMethod]
    public void Pins_that_another_lock_of_the_repository_has_are_nothing_new()
    {
        var reviewed = LockDocument.Empty.With(PackageId.Parse("Contoso.Json"), Publishers.Pinned("1.0.0", repository: Publishers.NuGetOrg("ann")));
        _machine.History.Base = new LockBase.Known([reviewed], "origin/main") { IsOfOthers = true };

        var result = _machine.Restore(FakePackageFile.OwnedBy("ann", version: "2.0.0"));

        Assert.AreEqual(
            "1 package checked, 1 pin taken over from other locks of this repository; recorded in installguard.lock.json: review and commit it",
            Summary.Of(result, "/work/installguard.lock.json"));
    }

    [TestMethod]
    public void What_is_taken_away_from_builds_is_counted()
    {
        Assert.IsNull(TakenAway.Line(0));
        Assert.StartsWith("what NuGet had restored for 3 projects (project.assets.json) was taken away", TakenAway.Line(3)!);
    }

    [TestMethod]
    public void Notice_that_the_lock_does_not_take_is_counted_all_the_same()
    {
        var day = DateOnly.FromDateTime(Found.Then.UtcDateTime).AddDays(1);
        var package = Judged.Checked(
            Found.In(Publishers.Package(version: "1.0.0"), repository: Found.Countersigned(Publishers.NuGetOrg("ann"))),
            Publishers.Pinned("2.0.0", author: Publishers.Contoso, repository: Publishers.NuGetOrg("ann")) with { Signed = day });

        Assert.AreEqual(
            "1 package checked, 1 that differs from its pin in a way that needs nobody's decision",
            Summary.Of(new([package], []), "/work/installguard.lock.json"));
    }
}
