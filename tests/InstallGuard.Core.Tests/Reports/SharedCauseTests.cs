using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>Several packages that are blocked for one cause: fixtures/reports/cause-*.</summary>
[TestClass]
public sealed class SharedCauseTests
{
    private static readonly string[] Ids = ["Contoso.Xml", "Contoso.Json", "Contoso.Text"];

    private readonly Machine _machine = new();

    [TestMethod]
    public void Packages_without_pins_where_the_lock_may_not_change_are_one_message() => Reads(
        "cause-no-pins",
        new Machine(locked: true).Restore([.. Ids.Select(id => FakePackageFile.OwnedBy("ann", id)), FakePackageFile.Of(Found.In(Publishers.Package("Unsigned.Package")))]));

    [TestMethod]
    public void Lock_that_was_deleted_is_one_message()
    {
        _machine.History.Base = new LockBase.Known(
            [Ids.Aggregate(LockDocument.Empty, (document, id) => document.With(PackageId.Parse(id), Publishers.Pinned("1.0.0", repository: Publishers.NuGetOrg("ann"))))], "origin/main");

        Reads("cause-lock-deleted", RestoreAll());
    }

    [TestMethod]
    public void Reviewed_lock_that_is_not_there_to_compare_with_is_one_message()
    {
        _machine.History.Base = new LockBase.Unavailable("git does not know release, which INSTALLGUARD_BASE names", "fetch it with its history, or mend INSTALLGUARD_BASE");

        Reads("cause-base-missing", RestoreAll());
    }

    [TestMethod]
    public void Packages_that_nothing_is_known_of_for_one_reason_are_one_message() => Reads(
        "cause-unreadable",
        _machine.Restore([.. Ids.Select(id => new FakePackageFile(Publishers.Package(id), new Look.Failed("the packages folder: permission denied")))]));

    [TestMethod]
    public void One_cause_stands_before_what_is_a_packages_own_and_all_is_sorted_by_id()
    {
        _machine.Knows("ann", id: "Another.One");
        _machine.Knows("ann", id: "Yet.Another");

        Reads("cause-among-others", _machine.Restore(
        [
            FakePackageFile.OwnedBy("mallory", "Yet.Another"),
            .. Ids.Select(id => new FakePackageFile(Publishers.Package(id), new Look.Failed("the packages folder: permission denied"))),
            FakePackageFile.OwnedBy("mallory", "Another.One"),
        ]));
    }

    [TestMethod]
    public void Many_packages_are_counted_and_the_first_ones_named()
    {
        var text = Read(_machine.Restore([.. Enumerable.Range(0, 300).Select(i => new FakePackageFile(Publishers.Package($"Contoso.P{i:000}"), new Look.Failed("no space left")))]));

        Assert.Contains("could not find out who published 300 packages", text);
        Assert.Contains("Contoso.P009 2.0.0, and 290 more", text);
        Assert.DoesNotContain("Contoso.P010", text);
    }

    [TestMethod]
    public void One_package_alone_has_the_message_that_it_always_had()
    {
        var result = _machine.Restore(new FakePackageFile(Publishers.Package(), new Look.Failed("no space left")));

        Assert.AreEqual($"{PackageMessage.Text(result.Packages.Single())}\n1 package checked, 1 blocked; nothing was recorded\n", Read(result));
    }

    [TestMethod]
    public void Json_lists_each_of_them_with_its_own_decision()
    {
        using var json = new StringWriter { NewLine = "\n" };
        Reading.Out(new Machine(locked: true).Restore([.. Ids.Select(id => FakePackageFile.OwnedBy("ann", id))]), "/repo/installguard.lock.json", new JsonReport(json));

        using var read = System.Text.Json.JsonDocument.Parse(json.ToString());
        Assert.AreSequenceEqual(
            ["Contoso.Json", "Contoso.Text", "Contoso.Xml"], read.RootElement.GetProperty("packages").EnumerateArray().Select(package => package.GetProperty("id").GetString()));
    }

    [TestMethod]
    public void Same_cause_in_one_line_says_what_the_message_says()
    {
        var cause = SharedCause.Among(RestoreAll(locked: true).Packages).Single();

        Assert.StartsWith("3 packages have no pin, ", cause.Line());
        foreach (var part in cause.Text().Split('\n').Skip(1))
        {
            Assert.Contains($"; {part.Trim()}", cause.Line());
        }
    }

    [TestMethod]
    public void What_differs_between_packages_is_no_shared_cause()
    {
        foreach (var id in Ids)
        {
            _machine.Knows("ann", id: id);
        }

        Assert.IsEmpty(SharedCause.Among(_machine.Restore([.. Ids.Select(id => FakePackageFile.OwnedBy("mallory", id))]).Packages));
    }

    private CheckResult RestoreAll(bool locked = false) => (locked ? new Machine(locked: true) : _machine).Restore([.. Ids.Select(id => FakePackageFile.OwnedBy("ann", id))]);

    private static void Reads(string name, CheckResult result)
    {
        Assert.AreNotEqual(Outcome.Clean, result.Outcome);
        Snapshot.Matches(Read(result).TrimEnd('\n'), Fixtures.Path("reports", name + ".txt"));
    }

    private static string Read(CheckResult result)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Reading.Out(result, "/repo/installguard.lock.json", new TextReport(text));
        return text.ToString();
    }
}
