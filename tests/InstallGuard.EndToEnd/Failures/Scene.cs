using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Failures;

/// <summary>A feed, a sandbox that trusts the test roots, and one project in it: where most tests begin.</summary>
internal sealed class Scene : IAsyncDisposable
{
    /// <summary>How long any guarded restore of a test may take, whatever is wrong. It takes two seconds when nothing is.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(90);

    private Scene(TestFeed feed, Sandbox sandbox) => (Feed, Sandbox) = (feed, sandbox);

    public TestFeed Feed { get; }

    public Sandbox Sandbox { get; }

    /// <summary>The project's folder.</summary>
    public string Folder => Path.Combine(Sandbox.Work, "app");

    /// <summary>The lock's text; null when there is none.</summary>
    public string? Lock => File.Exists(LockPath) ? File.ReadAllText(LockPath) : null;

    public string LockPath => Path.Combine(Folder, "installguard.lock.json");

    /// <summary>The ledger of the sandbox's user.</summary>
    public string LedgerPath => Path.Combine(Sandbox.Data, "InstallGuard", "ledger.db");

    /// <summary>A sound feed with these packages, and no project yet.</summary>
    public static async Task<Scene> CreateAsync(params byte[][] packages) => await CreateAsync(new TestFeedOptions(), packages);

    /// <summary>A feed of that kind with these packages, and no project yet.</summary>
    public static async Task<Scene> CreateAsync(TestFeedOptions options, params byte[][] packages)
    {
        var feed = await TestFeed.StartAsync(options);
        foreach (var package in packages)
        {
            _ = feed.Add(package);
        }

#pragma warning disable CA2000 // The scene owns it.
        var sandbox = await Sandbox.Create(SandboxSource.Of(feed)).TrustingTestRoots();
#pragma warning restore CA2000

        // NuGet tries six times, a second apart, before it believes that a feed is down.
        sandbox.SetVariable("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "2");
        sandbox.SetVariable("NUGET_ENHANCED_NETWORK_RETRY_DELAY_MILLISECONDS", "10");
        return new(feed, sandbox);
    }

    /// <summary>Writes the project anew.</summary>
    public string Project(params (string Id, string Version)[] packages) => Sandbox.WriteProject("app", packages);

    /// <summary><c>installguard restore</c> in the project's folder.</summary>
    public Task<ProcessResult> RestoreAsync(params string[] arguments) => GuardAsync(Guarded.Installed, Folder, ["restore", .. arguments]);

    /// <summary>An installation of <c>installguard</c>, run in a folder.</summary>
    public Task<ProcessResult> GuardAsync(string installation, string folder, IReadOnlyList<string> arguments, CancellationToken cancel = default) =>
        Sandbox.RunAsync(
            new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Guarded.CommandLine(installation), .. arguments])
            {
                Folder = folder,
                Deadline = Bound,
            },
            cancel);

    /// <summary>Asserts that no file of a version is in the packages folder.</summary>
    public void HasNothingOf(string id, string version) =>
        Assert.IsEmpty(Sandbox.Extracted(id, version), $"of {id} {version}: {string.Join(", ", Sandbox.Extracted(id, version))}");

    /// <summary>
    /// Asserts that nothing was extracted of a version whose download was killed: nobody was left to clean up, so that the
    /// file that it would have been downloaded into may lie there, still empty and under a random name.
    /// </summary>
    public void HasNothingButAnEmptyDraftOf(string id, string version)
    {
        var folder = new DirectoryInfo(Path.Combine(Sandbox.Packages, id.ToLowerInvariant(), version));
        var files = folder.Exists ? folder.GetFiles("*", SearchOption.AllDirectories) : [];
        Assert.IsTrue(files.Length <= 1 && files.All(file => file.Length == 0), string.Join(", ", files.Select(file => $"{file.Name}: {file.Length}")));
    }

    /// <summary>Asserts that a version is in the packages folder, completely.</summary>
    public void Has(string id, string version) => Assert.Contains(".nupkg.metadata", Sandbox.Extracted(id, version));

    public async ValueTask DisposeAsync()
    {
        await Feed.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
