using System.Text.Json;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>What updates would bring, as text and as JSON: fixtures/reports/comparison*.</summary>
[TestClass]
public sealed class ComparisonReportTests
{
    private const string Feed = "https://feed.example/index.json";
    private const string Place = "https://github.com/contoso/json";

    private static readonly NuspecClaims Claims = new("Ann", Place, null, null);

    [TestMethod]
    public void Updates_of_every_kind() => Reads(
        "comparison",
        Of("1.0.0", "ann", Claims),
        Of("1.1.0", "ann", Claims with { Authors = " ann", RepositoryUrl = Place + ".git" }),
        Of("2.0.0", "mallory", new("Mallory", "https://github.com/mallory/json", null, "https://mallory.example")));

    [TestMethod]
    public void Update_with_a_notice() => Reads("comparison-noticed", Of("1.0.0", "ann,bob"), Of("2.0.0", "ann"));

    [TestMethod]
    public void Update_without_a_change() => Reads("comparison-no-change", Of("1.0.0", "ann"), Of("2.0.0", "ann"));

    [TestMethod]
    public void Update_from_what_would_not_pass_by_itself() => Reads("comparison-unpinnable", Forged("1.0.0"), Of("2.0.0", "ann"));

    [TestMethod]
    public void Update_to_what_does_not_verify_and_no_further() => Reads("comparison-interrupted", Of("1.0.0", "ann"), Forged("2.0.0"), Of("3.0.0", "ann"));

    [TestMethod]
    [DataRow("\u001b[2J")]
    [DataRow("x\nerror IG0000: forged")]
    [DataRow("x\u202e\u0085\u2028")]
    [DataRow("x\", is now \"Ann")]
    public void Claim_cannot_steer_the_terminal_or_forge_a_line(string claim)
    {
        var result = Result(Of("1.0.0", "ann", Claims), Of("2.0.0", "ann", new(claim, claim, null, claim)));

        var text = ComparisonReport.Text(result);
        Assert.IsFalse(text.EnumerateRunes().Any(rune => rune.Value is 0x1b or 0x202e or 0x85 or 0x2028), text);
        Assert.DoesNotContain("\nerror", text);
        Assert.DoesNotContain("\", is now \"Ann\"", text);
        Assert.IsTrue(DecisionReport.Json(result).All(c => c == '\n' || c is >= ' ' and <= '~'));
    }

    [TestMethod]
    public void Every_member_is_documented()
    {
        var documented = File.ReadAllText(Path.Combine(Fixtures.Root, "docs", "compare-json.md"));
        var members = new[] { Fixtures.Path("reports"), Fixtures.Path("messages") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json"))
            .Where(file => file.StartsWith(Fixtures.Path("messages"), StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("comparison", StringComparison.Ordinal))
            .SelectMany(file => MembersOf(JsonDocument.Parse(File.ReadAllText(file)).RootElement))
            .ToHashSet();

        Assert.Contains("vouchedBy", members);
        Assert.AreEqual("", string.Join(' ', members.Where(member => !documented.Contains($"`{member}`", StringComparison.Ordinal))));
    }

    [TestMethod]
    public void Claim_is_in_the_json_as_it_was_written()
    {
        const string Ugly = "a\n\u001b\u202e\"é";

        using var json = JsonDocument.Parse(DecisionReport.Json(Result(Of("1.0.0", "ann", Claims), Of("2.0.0", "ann", Claims with { Authors = Ugly }))));

        Assert.AreEqual(Ugly, json.RootElement.GetProperty("comparisons")[0].GetProperty("notes")[0].GetProperty("now").GetString());
    }

    private static IEnumerable<string> MembersOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => MembersOf(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(MembersOf),
        _ => [],
    };

    private static void Reads(string name, params Release[] releases)
    {
        var result = Result(releases);
        Snapshot.Matches(ComparisonReport.Text(result), Fixtures.Path("reports", name + ".txt"));
        Snapshot.Matches(DecisionReport.Json(result), Fixtures.Path("reports", name + ".json"));
    }

    private static ComparisonResult Result(params Release[] releases) => UpdateComparison.Of(releases, new(2026, 11, 22), []);

    private static Release Of(string version, string owners, NuspecClaims? claims = null) => Release(Found.In(
        Publishers.Package(version: version), repository: Found.Countersigned(Publishers.NuGetOrg(owners.Split(','))), claims: claims));

    private static Release Forged(string version) =>
        Release(Found.In(Publishers.Package(version: version), repository: Found.Invalid<RepositorySignature>()));

    private static Release Release(PackageEvidence evidence) => new(evidence.Contents.Declared, Feed, Found.Seen(evidence));
}
