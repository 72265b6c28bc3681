using System.Text.RegularExpressions;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

[TestClass]
public sealed partial class RuleCatalogTests
{
    public static IEnumerable<object[]> Rules => RuleCatalog.All.Select(rule => new object[] { rule.Code, rule.Slug });

    [TestMethod]
    public void No_two_rules_share_a_code() => Assert.HasCount(RuleCatalog.All.Count, RuleCatalog.All.Select(rule => rule.Code).Distinct());

    [TestMethod]
    public void No_two_rules_share_a_slug() => Assert.HasCount(RuleCatalog.All.Count, RuleCatalog.All.Select(rule => rule.Slug).Distinct());

    [TestMethod]
    public void Codes_stand_in_order()
    {
        var codes = RuleCatalog.All.Select(rule => rule.Code).ToList();

        CollectionAssert.AreEqual(codes.Order(StringComparer.Ordinal).ToList(), codes);
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void Rule_is_well_formed(string code, string slug)
    {
        var rule = RuleCatalog.All.Single(r => r.Code == code);

        Assert.MatchesRegex(CodeForm(), code);
        Assert.MatchesRegex(SlugForm(), slug);
        foreach (var words in new[] { rule.Summary, rule.Usually })
        {
            Assert.IsFalse(string.IsNullOrWhiteSpace(words) || words.EndsWith('.') || words.Contains('\n', StringComparison.Ordinal), words);
            Assert.IsTrue(char.IsLower(words[0]), words);
        }
    }

    [TestMethod]
    public void Thousands_of_the_code_say_what_kind_of_verdict_it_is()
    {
        foreach (var rule in RuleCatalog.All)
        {
            Assert.AreEqual(rule.Code[2] == '3', rule.Verdict == VerdictKind.Undetermined, rule.ToString());
            // A feed says nothing about a publisher: without a person who names it there is nobody to believe.
            Assert.AreEqual(rule.Code[2] is '2' or '5' || rule.Slug == "feed-changed", rule.Verdict == VerdictKind.Reject, rule.ToString());
        }
    }

    [TestMethod]
    public void Every_rule_of_the_room_is_in_the_catalog()
    {
        var classes = typeof(RuleCatalog).Assembly.GetTypes()
            .Where(type => type.Namespace == "InstallGuard.Decisions.Rules" && type.IsAbstract && type.IsSealed)
            .ToList();
        var rules = classes.Select(type => (Rule)type.GetProperty("Rule")!.GetValue(null)!).ToHashSet();

        Assert.IsTrue(rules.SetEquals(RuleCatalog.All));
        Assert.HasCount(RuleCatalog.All.Count, classes);
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void Rule_has_a_heading_in_the_documentation(string code, string slug)
    {
        var file = Path.Combine(Fixtures.Root, "docs", "rules.md");
        Assert.IsTrue(File.Exists(file), $"{file} is missing");

        Assert.IsTrue(File.ReadLines(file).Contains($"## {code} {slug}"), $"docs/rules.md has no heading `## {code} {slug}`");
    }

    [TestMethod]
    public void No_rule_that_is_shown_as_a_warning_fails_a_build_that_takes_warnings_for_errors()
    {
        var targets = File.ReadAllText(Path.Combine(Fixtures.Root, "src", "InstallGuard.Sdk", "Sdk", "Sdk.targets"));
        var named = NotAsErrors().Match(targets).Groups["codes"].Value.Split(';', StringSplitOptions.RemoveEmptyEntries);

        Assert.AreSequenceEqual(RuleCatalog.All.Select(rule => rule.Code).Where(code => code.StartsWith("IG1", StringComparison.Ordinal)), named);
    }

    [GeneratedRegex("<MSBuildWarningsNotAsErrors>\\$\\(MSBuildWarningsNotAsErrors\\);(?<codes>[^<]+)</")]
    private static partial Regex NotAsErrors();

    [GeneratedRegex("^IG[1-9][0-9]{3}$")]
    private static partial Regex CodeForm();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex SlugForm();
}
