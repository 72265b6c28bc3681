using System.Text.RegularExpressions;
using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>Whole checks as text, and evidence as JSON: fixtures/reports.</summary>
[TestClass]
public sealed class ReportTests
{
    private const string LockPath = "/repo/installguard.lock.json";

    private readonly Machine _machine = new();

    [TestMethod]
    public void Text_of_first_uses_is_a_table() => Reads(
        "first-uses",
        _machine.Restore(FakePackageFile.OwnedBy("ann"), FakePackageFile.Of(Found.In(Publishers.Package("Unsigned.Package"))), FakePackageFile.OwnedBy("a-very-long-account-name", "X")));

    [TestMethod]
    public void Text_of_versions_that_differ_says_what_is_in_use() => Reads(
        "versions-in-use",
        _machine.Restore(FakePackageFile.OwnedBy("ann", version: "2.80.0"), FakePackageFile.OwnedBy("bob", version: "2.83.0"), FakePackageFile.OwnedBy("cid", "X")));

    [TestMethod]
    public void Json_of_versions_that_differ_names_the_one_beside() =>
        ReadsJson("check-versions-in-use", _machine.Restore(FakePackageFile.OwnedBy("ann", version: "2.80.0"), FakePackageFile.OwnedBy("bob", version: "2.83.0")));

    [TestMethod]
    public void Text_of_no_change_is_one_line()
    {
        _machine.Knows("ann");

        Reads("no-change", _machine.Restore(FakePackageFile.OwnedBy("ann")));
    }

    [TestMethod]
    public void Text_of_a_blocked_check_ends_with_what_is_blocked()
    {
        _machine.Knows("ann");
        _machine.Knows("ann,bob", id: "Fewer.Owners");

        Reads("blocked", _machine.Restore(FakePackageFile.OwnedBy("mallory"), FakePackageFile.OwnedBy("ann", "Fewer.Owners"), FakePackageFile.OwnedBy("cid", "New.Package")));
    }

    [TestMethod]
    public void Text_of_notices_counts_them()
    {
        _machine.Knows("ann,bob");

        Reads("noticed", _machine.Restore(FakePackageFile.OwnedBy("ann"), FakePackageFile.OwnedBy("cid", "New.Package")));
    }

    [TestMethod]
    public void Text_of_an_empty_restore_is_one_line() => Reads("nothing", _machine.Restore());

    [TestMethod]
    public void Json_of_first_uses_names_what_was_recorded() => ReadsJson("check-first-uses", _machine.Restore(FakePackageFile.OwnedBy("ann")));

    [TestMethod]
    public void Json_of_no_change_lists_no_package()
    {
        _machine.Knows("ann");

        ReadsJson("check-no-change", _machine.Restore(FakePackageFile.OwnedBy("ann")));
    }

    [TestMethod]
    public void Json_of_a_blocked_check_lists_what_is_blocked()
    {
        _machine.Knows("ann");

        ReadsJson("check-blocked", _machine.Restore(FakePackageFile.OwnedBy("mallory"), FakePackageFile.OwnedBy("cid", "New.Package")));
    }

    [TestMethod]
    public void Every_member_of_a_check_is_documented()
    {
        var documented = File.ReadAllText(Path.Combine(Fixtures.Root, "docs", "check-json.md")) + File.ReadAllText(Path.Combine(Fixtures.Root, "docs", "compare-json.md"));
        var members = Directory.EnumerateFiles(Fixtures.Path("reports"), "check-*.json").Concat(Directory.EnumerateFiles(Fixtures.Path("restore-messages"), "*.json"))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "^ *\"([A-Za-z]+)\":", RegexOptions.Multiline))
            .Select(member => member.Groups[1].Value)
            .ToHashSet();

        Assert.Contains("because", members);
        Assert.Contains("recorded", members);
        Assert.AreEqual("", string.Join(' ', members.Where(member => !documented.Contains($"`{member}`", StringComparison.Ordinal))));
    }

    [TestMethod]
    public void Json_of_every_kind() => ReadsJson("every-kind", Found.In(
        provenance: Found.Built(Publishers.Build),
        author: Found.Signed(Publishers.Contoso),
        repository: Found.Countersigned(Publishers.NuGetOrg("ann", "bob")),
        claims: new("Ann", "https://github.com/contoso/json", "1f4b311", "https://contoso.example")));

    [TestMethod]
    public void Json_of_nothing() => ReadsJson("unsigned", Found.In());

    [TestMethod]
    public void Json_of_doubt_names_its_reasons() => ReadsJson("doubt", Found.In(
        provenance: Found.NotSought<BuildProvenance>(),
        author: Found.Invalid<AuthorSignature>(SignatureCheck.Chain),
        repository: Found.Unavailable<RepositorySignature>()));

    [TestMethod]
    public void Json_is_plain_ascii_whatever_the_package_says()
    {
        var json = EvidenceReport.Json(Found.In(author: Found.Signed(new("日本\u202e\u001b[2J\n", null, null, null, null))));

        Assert.IsTrue(json.All(c => c == '\n' || c is >= ' ' and <= '~'), json);
    }

    private static void Reads(string name, CheckResult result)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Reading.Out(result, LockPath, new TextReport(text));
        Snapshot.Matches(text.ToString().TrimEnd('\n'), Fixtures.Path("reports", name + ".txt"));
    }

    private static void ReadsJson(string name, CheckResult result)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Reading.Out(result, LockPath, new JsonReport(text));

        Snapshot.Matches(text.ToString(), Fixtures.Path("reports", name + ".json"));
    }

    private static void ReadsJson(string name, PackageEvidence evidence) =>
        Snapshot.Matches(EvidenceReport.Json(evidence), Fixtures.Path("reports", name + ".json"));
}
