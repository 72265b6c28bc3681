using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>What is installed is bound to its package before it is believed, and once.</summary>
[TestClass]
public sealed class BindingTests
{
    private static readonly PackageEvidence ByAnn = Found.In(repository: Found.Countersigned(Publishers.NuGetOrg("ann")), contents: 'a');

    private readonly Machine _machine = new();

    [TestMethod]
    public void Installation_is_compared_once()
    {
        var (first, second) = (File(), File());

        _machine.Restore(first);
        _machine.Restore(second);

        Assert.AreEqual(1, first.Comparisons);
        Assert.AreEqual(0, second.Comparisons);
    }

    [TestMethod]
    public void Installation_in_another_state_is_compared_again()
    {
        _machine.Restore(File());
        var second = File(state: "changed");

        _machine.Restore(second);

        Assert.AreEqual(1, second.Comparisons);
    }

    [TestMethod]
    public void Known_bytes_do_not_speak_for_an_installation_that_is_not_bound()
    {
        _machine.Cache.Keep([new(ByAnn)], _machine.Reader.Trust);
        var file = File();

        _machine.Restore(file);

        Assert.AreEqual(1, file.Comparisons);
    }

    [TestMethod]
    public void Installation_that_was_bound_to_other_bytes_is_compared()
    {
        var file = new FakePackageFile(Publishers.Package(), Found.Seen(ByAnn)) { Bound = Found.Hash('b') };

        _machine.Restore(file);

        Assert.AreEqual(1, file.Comparisons);
    }

    [TestMethod]
    public void Other_files_than_in_the_package_block_whoever_published_it()
    {
        _machine.Knows("ann");

        var result = _machine.Restore(Altered());

        Assert.AreEqual(Outcome.Blocked, result.Outcome);
        Assert.AreEqual("installation-altered", result.Packages.Single().Verdict.Decisive!.Rule.Slug);
        Assert.AreEqual("build/a.targets (12 bytes, in \"/packages/Contoso.Json 2.0.0\")", result.Packages.Single().Verdict.Decisive!.Seen);
        Assert.IsEmpty(_machine.Installations.All);
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Other_files_at_a_first_use_block_and_can_not_be_accepted()
    {
        Assert.AreEqual(Outcome.Blocked, _machine.Restore(Altered()).Outcome);

        Assert.IsInstanceOfType<ShownChange.None>(_machine.Shown());
    }

    [TestMethod]
    public void Changed_publisher_is_shown_beside_other_files()
    {
        _machine.Knows("bob");

        var changes = _machine.Restore(Altered()).Packages.Single().Verdict.Changes;

        Assert.AreEqual("installation-altered owners-replaced", string.Join(' ', changes.Select(change => change.Rule.Slug)));
    }

    [TestMethod]
    public void Files_that_cannot_be_compared_are_undetermined()
    {
        _machine.Knows("ann");

        var result = _machine.Restore(new FakePackageFile(Publishers.Package(), Found.Seen(ByAnn)) { Compared = new InstallationComparison.Failed("may not be read") });

        Assert.AreEqual(Outcome.Undetermined, result.Outcome);
        Assert.IsEmpty(_machine.Installations.All);
    }

    [TestMethod]
    public void Package_that_InstallGuard_installed_came_from_where_it_got_it()
    {
        var file = new FakePackageFile(Publishers.Package(), Found.Seen(ByAnn)) { Source = "/repo/packages" };
        _machine.Installations.Keep([new(file.Installation()!, ByAnn.Contents.Hash, FakePackageFile.Feed)]);

        Assert.AreEqual(FakePackageFile.Feed, _machine.Restore(file).Packages.Single().Source);
        Assert.AreEqual(FakePackageFile.Feed, _machine.Restore(file).Packages.Single().Source);
        Assert.AreEqual(1, file.Opened);
    }

    private static FakePackageFile File(string state = "as it was") => new(Publishers.Package(), Found.Seen(ByAnn)) { State = state };

    private static FakePackageFile Altered() =>
        new(Publishers.Package(), Found.Seen(ByAnn)) { Compared = new InstallationComparison.Other(new("build/a.targets", "no such file", "12 bytes")) };
}
