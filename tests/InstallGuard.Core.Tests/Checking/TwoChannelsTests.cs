using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>
/// A package that one machine gets from its SDK, signed by its author, and another from a repository that signs it as well.
/// They share a lock, and each remembers what it saw.
/// </summary>
[TestClass]
public sealed class TwoChannelsTests
{
    private const string LibraryPacks = "/usr/share/dotnet/sdk/FSharp/library-packs";

    private readonly Machine _one = new();
    private readonly Machine _other = new();

    [TestMethod]
    public void Both_pass_whichever_came_first_and_the_lock_stays_as_it_is()
    {
        _ = _one.Restore(FromSdk("2.0.0"));
        Share(_one, _other);

        for (var i = 0; i < 2; i++)
        {
            Assert.AreEqual("repository-gained Notice", Says(_other.Restore(FromRepository("2.0.0"))));
            Share(_other, _one);
            Assert.AreEqual("", Says(_one.Restore(FromSdk("2.0.0"))));
        }

        Assert.AreEqual(0, _other.Lock.Writes);
        Assert.AreEqual(1, _one.Lock.Writes);
    }

    [TestMethod]
    public void Next_version_from_the_repository_is_noted_and_from_the_SDK_no_loss()
    {
        _ = _one.Restore(FromSdk("2.0.0"));
        Share(_one, _other);

        Assert.AreEqual("repository-gained Notice", Says(_other.Restore(FromRepository("2.1.0"))));
        Share(_other, _one);

        Assert.AreEqual("repository-lost Notice", Says(_one.Restore(FromSdk("2.1.0"))));
        Assert.AreEqual("repository-lost Notice", Says(_one.Restore(FromSdk("2.2.0"))));
        Assert.AreEqual(1, _one.Lock.Writes, "what is known already is not written down again");
        Assert.AreEqual("", Says(_other.Restore(FromRepository("2.2.0"))));
    }

    [TestMethod]
    public void Acceptance_on_one_machine_is_no_edit_on_the_other()
    {
        _ = _other.Restore(FromRepository("2.0.0"));
        Share(_other, _one);
        Assert.AreEqual("repository-lost Review", Says(_one.Restore(FromSdk("2.0.0"))));
        Assert.IsInstanceOfType<AcceptanceResult.Written>(_one.Accept(reason: "it comes from the SDK here"));
        Share(_one, _other);

        Assert.AreEqual("repository-gained Notice", Says(_other.Restore(FromRepository("2.0.0"))));
        Assert.AreEqual("", Says(_one.Restore(FromSdk("2.0.0"))));
        Assert.AreEqual("repository-gained Notice", Says(_other.Restore(FromRepository("2.1.0"))));
        Share(_other, _one);
        Assert.AreEqual("repository-lost Notice", Says(_one.Restore(FromSdk("2.1.0"))));
    }

    [TestMethod]
    public void Acceptance_of_a_version_that_was_signed_again_is_no_edit_where_it_was_seen_before()
    {
        _ = _one.Restore(FakePackageFile.OwnedBy("ann"));
        var again = Found.In(repository: Found.Countersigned(Publishers.NuGetOrg("ann", "bob")));
        Assert.AreEqual("owners-added Review", Says(_one.Restore(FakePackageFile.Of(again))));

        Assert.IsInstanceOfType<AcceptanceResult.Written>(_one.Accept(reason: "signed again for both"));

        Assert.AreEqual("", Says(_one.Restore(FakePackageFile.Of(again))));
    }

    [TestMethod]
    public void Owner_whom_the_author_brought_into_a_version_that_was_signed_again_is_no_edit_later()
    {
        var first = Found.In(author: Found.Signed(Publishers.Contoso), repository: Found.Countersigned(Publishers.NuGetOrg("ann")));
        var again = Found.In(author: Found.Signed(Publishers.Contoso), repository: Found.Countersigned(Publishers.NuGetOrg("ann", "bob")));
        _ = _one.Restore(FakePackageFile.Of(first));

        Assert.AreEqual("owners-added Notice", Says(_one.Restore(FakePackageFile.Of(again))));
        Assert.AreEqual("owners-added Notice", Says(_one.Restore(FakePackageFile.Of(again))));
        Assert.AreEqual(1, _one.Lock.Writes);
    }

    private static FakePackageFile FromSdk(string version) => new(
        Publishers.Package(version: version), Found.Seen(Found.In(Publishers.Package(version: version), author: Found.Signed(Publishers.Contoso), contents: 'e')))
    {
        Source = LibraryPacks,
    };

    private static FakePackageFile FromRepository(string version) => FakePackageFile.Of(Found.In(
        Publishers.Package(version: version), author: Found.Signed(Publishers.Contoso), repository: Found.Countersigned(Publishers.NuGetOrg("fsharp"))));

    private static void Share(Machine from, Machine to) => to.Lock.Put(from.Lock.Document);

    private static string Says(CheckResult result) =>
        string.Join(", ", result.Packages.Single().Verdict.Changes.Select(change => $"{change.Rule.Slug} {change.Verdict}"));
}
