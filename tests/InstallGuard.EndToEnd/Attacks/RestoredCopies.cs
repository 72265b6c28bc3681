using System.Text.RegularExpressions;
using InstallGuard.EndToEnd.History;
using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>Tampered copies of the genuine package that are all refused: for each a project with a feed of its own.</summary>
internal sealed class RestoredCopies
{
    private readonly ProcessResult _result;

    private RestoredCopies(ProcessResult result) => _result = result;

    /// <summary>The lock of a project that uses the earlier genuine version.</summary>
    // It says nothing about the machine or the feed that it was made on.
    public static Lazy<Task<string>> GenuineLock { get; } = new(PinGenuineAsync);

    /// <summary>Restores all of them where the publisher is pinned.</summary>
    public static async Task<RestoredCopies> PinnedAsync() => await RunAsync(TamperedCopies.All, await GenuineLock.Value);

    /// <summary>Restores those that are refused where nothing is pinned. What is recorded would be pinned for the others.</summary>
    public static Task<RestoredCopies> UnknownAsync() => RunAsync([.. TamperedCopies.All.Where(copy => copy.FirstUse.Length > 0)], "");

    private static async Task<RestoredCopies> RunAsync(IReadOnlyList<TamperedCopy> copies, string locked)
    {
        await using var sandbox = Sandbox.Create(EachProject.Packed);
        await EachProject.InitialiseAsync(sandbox);
        var lockPath = locked.Length > 0 ? sandbox.WriteFile("installguard.lock.json", locked) : Path.Combine(sandbox.Work, "installguard.lock.json");
        var feeds = new List<TestFeed>();
        try
        {
            foreach (var copy in copies)
            {
                var feed = await TestFeed.StartAsync();
                feeds.Add(feed.Add(Genuine.Id, Genuine.Next, await copy.BytesAsync()));
                Write(sandbox, ProjectOf(copy.Name), feed);
            }

            var result = await EachProject.RestoreAsync(sandbox);
            var pins = RestoredSteps.PinsIn(File.Exists(lockPath) ? await File.ReadAllTextAsync(lockPath) : "", Genuine.Id);
            Assert.AreEqual(RestoredSteps.PinsIn(locked, Genuine.Id), pins, "the lock");
            Assert.IsEmpty(Directory.EnumerateFiles(sandbox.Root, "escaped*", SearchOption.AllDirectories), "files outside of the package's folder");
            Assert.IsEmpty(sandbox.Extracted(Genuine.Id, Genuine.Next), "files of a refused version");
            return new(result);
        }
        finally
        {
            await Task.WhenAll(feeds.Select(feed => feed.DisposeAsync().AsTask()));
        }
    }

    /// <summary>The codes with which one was shown, in order.</summary>
    public string CodesOf(string name)
    {
        var project = $"{Path.DirectorySeparatorChar}{ProjectOf(name)}.csproj";
        var lines = string.Join('\n', _result.Output.Split('\n').Where(line => line.Contains(project, StringComparison.Ordinal)));
        return string.Join(' ', Regex.Matches(lines, $"IG[0-9]{{4}}(?=: {Regex.Escape(Genuine.Id)} )").Select(code => code.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static string ProjectOf(string name) => name.Replace(' ', '-');

    private static void Write(Sandbox sandbox, string project, TestFeed feed)
    {
        _ = sandbox.WriteProject(project, (Genuine.Id, Genuine.Next));
        _ = sandbox.WriteFile(Path.Combine(project, "nuget.config"), $"""
            <configuration><packageSources><add key="copy" value="{feed.Index}" allowInsecureConnections="true" /></packageSources></configuration>
            """);
    }

    private static async Task<string> PinGenuineAsync()
    {
        await using var feed = await TestFeed.StartAsync();
        _ = feed.Add(await Genuine.PackageAsync(Genuine.Earlier));
        await using var sandbox = Sandbox.Create(SandboxSource.Of(feed));
        var project = new GuardedProject(sandbox, Genuine.Id);
        _ = await project.AssertRecordsAsync(Genuine.Earlier);
        return project.Lock;
    }
}
