using System.Globalization;
using System.Text;
using InstallGuard.Policies;

namespace InstallGuard.Replay;

/// <summary>What a replay comes to, as the tables that stand in docs/decisions.md.</summary>
public static class Report
{
    /// <summary>The tables.</summary>
    public static string Of(IReadOnlyList<Release> releases)
    {
        var byVersion = Walk.Through(releases, Walk.ByVersion);
        var byTime = Walk.Through(releases, Walk.ByTime);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{releases.Count} versions of {releases.DistinctBy(release => release.Package.Id).Count()} packages, {byVersion.Count} steps.\n\n");
        text.Append("| rule | a person is asked, in version order | in publishing order | asks for 100 packages in a year |\n| --- | --- | --- | --- |\n");
        text.Append(CultureInfo.InvariantCulture, $"| InstallGuard | {Share(byVersion, step => step.Asks)} | {Share(byTime, step => step.Asks)} | {AsksInAYear.Of(byTime, step => step.Asks):0.0} |\n");
        foreach (var (name, asks) in NaiveRules.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Share(byVersion, asks)} | {Share(byTime, asks)} | {AsksInAYear.Of(byTime, asks):0.0} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nThe steps span {AsksInAYear.PackageYears(byTime):0} years of packages.\n");
        text.Append("\n| change | verdict | in version order | in publishing order |\n| --- | --- | --- | --- |\n");
        foreach (var change in Changes(byVersion).Union(Changes(byTime)).Order())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {change.Slug} | {change.Verdict} | {Changes(byVersion).Count(change.Equals)} | {Changes(byTime).Count(change.Equals)} |\n");
        }

        text.Append("\n| asked about | from | to | why | in order of |\n| --- | --- | --- | --- | --- |\n");
        foreach (var (order, steps) in new[] { ("version", byVersion), ("publishing", byTime) })
        {
            foreach (var step in steps.Where(step => step.Asks))
            {
                var why = string.Join(", ", step.Verdict.Changes.Where(change => change.Verdict >= VerdictKind.Review).Select(change => change.Rule.Slug));
                text.Append(CultureInfo.InvariantCulture, $"| {step.After.Package.Id} | {step.Before.Package.Version} | {step.After.Package.Version} | {why} | {order} |\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Slug, string Verdict)> Changes(IEnumerable<Step> steps) =>
        steps.SelectMany(step => step.Verdict.Changes).Select(change => (change.Rule.Slug, change.Verdict.ToString()));

    private static string Share(IReadOnlyCollection<Step> steps, Func<Step, bool> asks) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * steps.Count(asks) / steps.Count:0.0} % ({steps.Count(asks)})");
}
