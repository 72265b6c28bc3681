using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>Every message of every rule, told of text that is meant to do harm where it is shown.</summary>
[TestClass]
public sealed class HostileTextTests
{
    public static IEnumerable<object[]> Texts => Hostile.Texts.Select((_, number) => new object[] { number });

    [TestMethod]
    public void Every_rule_about_a_package_is_among_them()
    {
        var ofTheRestore = RestoreMessageTests.All.Select(message => message.Problem.Rule.Slug).Append(RuleCatalog.WithoutLedger.Slug);
        var told = Hostile.Packages("ann").SelectMany(package => package.Verdict.Changes).Select(change => change.Rule.Slug);

        Assert.AreEqual("", string.Join(' ', RuleCatalog.All.Select(rule => rule.Slug).Except(ofTheRestore).Except(told)));
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Message_is_harmless(int number)
    {
        var of = Hostile.Texts[number];
        foreach (var package in Hostile.Packages(of))
        {
            Hostile.IsHarmless(PackageMessage.Text(package), of);
            Hostile.IsOneHarmlessLine(PackageMessage.Line(package), PackageMessage.Shown(package).Count(change => PackageMessage.Help(package, change) is not null), of);
            Hostile.IsOneHarmlessLine(PublisherWords.Step(package.Verdict), 0, of);
            Hostile.IsOneHarmlessLine(PublisherWords.Pin(package.Verdict.Pin!), 0, of);
            foreach (var place in WhereToLook.For(package))
            {
                Hostile.IsOneHarmlessLine(place, 0, of);
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Report_is_harmless(int number)
    {
        var of = Hostile.Texts[number];
        foreach (var package in Hostile.Packages(of))
        {
            var result = new CheckResult([package], []);
            using var text = new StringWriter { NewLine = "\n" };
            Reading.Out(result, $"/work/{of}", new TextReport(text));
            Hostile.IsHarmless(text.ToString(), of);
            Hostile.IsHarmlessJson(DecisionReport.Json(result, [package]), of);
            Hostile.IsHarmlessJson(DecisionReport.Json(package), of);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Cause_of_several_packages_and_line_of_first_uses_are_harmless(int number)
    {
        var of = Hostile.Texts[number];
        var causes = 0;
        foreach (var package in Hostile.Packages(of))
        {
            foreach (var cause in SharedCause.Among([package, package with { Source = of }]))
            {
                causes++;
                Hostile.IsHarmless(cause.Text(), of);
                Hostile.IsOneHarmlessLine(cause.Line(), 1, of);
                Hostile.IsOneHarmlessLine(SharedCause.Again(package), 0, of);
            }

            Hostile.IsOneHarmlessLine(FirstUses.Line([package, package], $"/work/{of}"), 0, of);
        }

        Assert.IsGreaterThan(2, causes);
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Inspection_and_comparison_are_harmless(int number)
    {
        var of = Hostile.Texts[number];
        var looks = new[] { Found.In(Publishers.Package(version: "1.0.0")), Hostile.Evidence(of) };
        var releases = looks.Select(evidence => new Release(evidence.Contents.Declared, of, Found.Seen(evidence))).ToList();
        var compared = UpdateComparison.Of(releases, new(2026, 11, 27), []);

        Hostile.IsHarmless(ComparisonReport.Text(compared), of);
        Hostile.IsHarmlessJson(DecisionReport.Json(compared), of);
        Hostile.IsHarmlessJson(EvidenceReport.Json(looks[1]), of);
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Problem_of_a_restore_is_harmless(int number)
    {
        var of = Hostile.Texts[number].Replace(Hostile.Endless, "endless", StringComparison.Ordinal);
        foreach (var problem in Hostile.Problems(of))
        {
            Hostile.IsHarmless(RestoreMessage.Text(problem), of);
            Hostile.IsOneHarmlessLine(RestoreMessage.Line(problem), 1, of);
            Hostile.IsHarmlessJson(DecisionReport.Json(problem), of);
        }
    }

    [TestMethod]
    public void Json_reads_as_it_was_told()
    {
        foreach (var of in Hostile.Texts)
        {
            using var read = System.Text.Json.JsonDocument.Parse(EvidenceReport.Json(Hostile.Evidence(of)));

            Assert.AreEqual(of, read.RootElement.GetProperty("author").GetProperty("name").GetString());
        }
    }

    [TestMethod]
    public void New_owner_is_named_first_however_many_there_are()
    {
        var many = Enumerable.Range(0, 300).Select(i => $"an-owner-of-a-long-name-{i:000}").ToArray();
        var verdict = Judged.Verdict(
            Found.In(repository: Found.Countersigned(Publishers.NuGetOrg([.. many, "zz-mallory"]))), Publishers.Pinned("1.0.0", repository: Publishers.NuGetOrg(many)));
        var text = PackageMessage.Text(new(Publishers.Package(), "https://feed.example/index.json", Found.Seen(Found.In()), verdict, Disposition.Block));

        var now = text.Split('\n').Single(line => line.Contains(" now: ", StringComparison.Ordinal));
        Assert.IsLessThan(40, now.IndexOf("zz-mallory", StringComparison.Ordinal), now);
        Assert.IsLessThan(1200, now.Length);
        Assert.Contains("more", now);
    }

    [TestMethod]
    public void Owner_that_left_or_took_over_is_named_before_those_that_stayed()
    {
        var many = Enumerable.Range(0, 300).Select(i => $"an-owner-of-a-long-name-{i:000}").ToArray();
        var left = Judged.Verdict(
            Found.In(repository: Found.Countersigned(Publishers.NuGetOrg(many))), Publishers.Pinned("1.0.0", repository: Publishers.NuGetOrg([.. many, "zz-ann"])));

        Assert.Contains("zz-ann", Visible.Text(left.Decisive!.Pinned));
    }
}
