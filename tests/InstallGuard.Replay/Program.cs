using System.Globalization;
using InstallGuard.Adapters.Sdk;

namespace InstallGuard.Replay;

/// <summary>
/// Replays real history: <c>dotnet run --project tests/InstallGuard.Replay -- &lt;corpus folder&gt;</c> prints how often a
/// person would have been asked, and every step that asks, as the tables in docs/decisions.md.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is not [var folder] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("usage: InstallGuard.Replay <corpus folder>");
            return 2;
        }

        // Before a method that needs them is compiled.
        var sdk = DotNetSdk.Find(Environment.GetEnvironmentVariable);
        SdkAssemblies.LoadFrom(sdk);
        Print(folder, sdk.Folder);
        return 0;
    }

    private static void Print(string folder, string sdk)
    {
        var releases = Corpus.Read(folder, sdk);
        var byVersion = Walk.Through(releases, Walk.ByVersion);
        var byTime = Walk.Through(releases, Walk.ByTime);
        Console.WriteLine($"{releases.Count} versions of {releases.DistinctBy(release => release.Package.Id).Count()} packages, {byVersion.Count} steps\n");
        Console.WriteLine("| rule | asks, in version order | asks, in publishing order |\n| --- | --- | --- |");
        Console.WriteLine($"| InstallGuard | {Share(byVersion, step => step.Asks)} | {Share(byTime, step => step.Asks)} |");
        foreach (var (name, asks) in NaiveRules.All)
        {
            Console.WriteLine($"| {name} | {Share(byVersion, asks)} | {Share(byTime, asks)} |");
        }

        Console.WriteLine("\n| change | verdict | in version order | in publishing order |\n| --- | --- | --- | --- |");
        foreach (var change in Changes(byVersion).Union(Changes(byTime)).Order())
        {
            Console.WriteLine($"| {change.Slug} | {change.Verdict} | {Changes(byVersion).Count(change.Equals)} | {Changes(byTime).Count(change.Equals)} |");
        }

        Console.WriteLine("\n| asked about | from | to | why | order |\n| --- | --- | --- | --- | --- |");
        foreach (var (order, steps) in new[] { ("version", byVersion), ("publishing", byTime) })
        {
            foreach (var step in steps.Where(step => step.Asks))
            {
                var why = string.Join(", ", step.Verdict.Changes.Where(change => change.Verdict >= Policies.VerdictKind.Review).Select(change => change.Rule.Slug));
                Console.WriteLine($"| {step.After.Package.Id} | {step.Before.Package.Version} | {step.After.Package.Version} | {why} | {order} |");
            }
        }
    }

    private static IEnumerable<(string Slug, string Verdict)> Changes(IEnumerable<Step> steps) =>
        steps.SelectMany(step => step.Verdict.Changes).Select(change => (change.Rule.Slug, change.Verdict.ToString()));

    private static string Share(IReadOnlyCollection<Step> steps, Func<Step, bool> asks) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * steps.Count(asks) / steps.Count:0.0} % ({steps.Count(asks)})");
}
