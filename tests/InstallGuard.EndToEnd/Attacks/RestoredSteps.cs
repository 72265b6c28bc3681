using System.Text.Json;
using System.Text.RegularExpressions;
using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>Many steps at once: a project for each, restored first with what is pinned and then with what comes next.</summary>
internal sealed class RestoredSteps
{
    private RestoredSteps(ProcessResult result, string lockBefore, string lockAfter) =>
        (Result, LockBefore, LockAfter) = (result, lockBefore, lockAfter);

    /// <summary>The second restore.</summary>
    public ProcessResult Result { get; }

    public string LockBefore { get; }

    public string LockAfter { get; }

    /// <summary>The files below the packages folder that the second restore added.</summary>
    public IReadOnlyList<string> Added { get; private init; } = [];

    /// <summary>Files that lie where no package may put any.</summary>
    public IReadOnlyList<string> Escaped { get; private init; } = [];

    /// <summary>The id of a step's package.</summary>
    public static string IdOf(IReadOnlyList<Step> steps, Step step) => $"Contoso.Json{steps.Select((one, i) => (one.Name, i)).Single(one => one.Name == step.Name).i + 1:00}";

    /// <summary>Runs both restores. The first one passes.</summary>
    public static async Task<RestoredSteps> RunAsync(IReadOnlyList<Step> steps)
    {
        var (repository, next) = (TestAuthority.Shared.IssueRepository(), TestAuthority.Shared.IssueRepository());
        await using var feed = await Scene.AnnouncingFeedAsync(repository, next);
        await using var sandbox = await Sandbox.Create(SandboxSource.Of(feed), EachProject.Packed).TrustingTestRoots();
        sandbox.TrustTransport();
        var lockPath = Path.Combine(sandbox.Work, "installguard.lock.json");
        var scenes = steps.Select(step => (Step: step, Id: IdOf(steps, step), By: new Publishers(IdOf(steps, step), feed.Index, repository, next))).ToList();
        await EachProject.InitialiseAsync(sandbox);
        foreach (var (step, id, by) in scenes)
        {
            _ = step.Pinned is { } pinned ? feed.Add(pinned(by)) : feed;
            _ = sandbox.WriteProject(ProjectOf(id), step.Pinned is null ? [] : [(id, "1.0.0")]);
        }

        var first = await EachProject.RestoreAsync(sandbox);
        Assert.AreEqual(0, first.ExitCode, first.ToString());
        var before = await File.ReadAllTextAsync(lockPath);
        var files = Sandbox.FilesBelow(sandbox.Packages);
        foreach (var (step, id, by) in scenes)
        {
            _ = feed.Add(id, "2.0.0", step.Next(by));
            _ = sandbox.WriteProject(ProjectOf(id), (id, "2.0.0"));
        }

        // NuGet's HTTP cache holds a list of versions for half an hour.
        Directory.Delete(sandbox.HttpCache, recursive: true);
        var result = await EachProject.RestoreAsync(sandbox);
        var restored = new RestoredSteps(result, before, await File.ReadAllTextAsync(lockPath))
        {
            Added = [.. Sandbox.FilesBelow(sandbox.Packages).Except(files, StringComparer.Ordinal)],
            Escaped = [.. Directory.EnumerateFiles(sandbox.Root, "escaped*", SearchOption.AllDirectories)],
        };
        return restored;
    }

    /// <summary>The codes with which a version is shown, in order.</summary>
    public string CodesOf(string package) =>
        string.Join(' ', Regex.Matches(Result.Output, $"IG[0-9]{{4}}(?=: {Regex.Escape(package)}: )").Select(code => code.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>The pins of a package in a lock, as they stand there; empty when there are none, or no lock.</summary>
    public static string PinsIn(string text, string id)
    {
        using var json = JsonDocument.Parse(text.Length > 0 ? text : """{ "packages": {} }""");
        return json.RootElement.GetProperty("packages").TryGetProperty(id, out var pins) ? pins.GetRawText() : "";
    }

    /// <summary>The lines about a version.</summary>
    public string LinesOf(string package) =>
        string.Join('\n', Result.Output.Split('\n').Where(line => line.Contains($": {package}: ", StringComparison.Ordinal)));

    // A project of a package's name cannot refer to it.
    private static string ProjectOf(string id) => $"{id}.App";
}
