using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>One package and all who may publish it, the repository's https feed, and a project that uses the package under guard.</summary>
internal sealed class Scene : Publishers, IAsyncDisposable
{
    public const string Id = "Contoso.Json";

    private readonly Sandbox sandbox;

    private Scene(TestFeed feed, Sandbox sandbox, TestCertificate repository, TestCertificate nextRepository)
        : base(Id, feed.Index, repository, nextRepository)
    {
        (Feed, this.sandbox) = (feed, sandbox);
        Project = new(sandbox, Id);
    }

    public TestFeed Feed { get; }

    public GuardedProject Project { get; }

    /// <summary>A scene in which nothing has happened yet.</summary>
    /// <param name="others">Other feeds that the project restores from.</param>
    public static async Task<Scene> OpenAsync(params TestFeed[] others)
    {
        var (repository, next) = (TestAuthority.Shared.IssueRepository(), TestAuthority.Shared.IssueRepository());
        var feed = await AnnouncingFeedAsync(repository, next);
#pragma warning disable CA2000 // The scene disposes it.
        var sandbox = Sandbox.Create([SandboxSource.Of(feed), .. others.Select((other, i) => SandboxSource.Of(other, $"other{i}"))]);
#pragma warning restore CA2000
        _ = await sandbox.TrustingTestRoots();
        sandbox.TrustTransport();
        return new(feed, sandbox, repository, next);
    }

    /// <summary>A scene in which version 1.0.0 is pinned.</summary>
    public static async Task<Scene> OpenAsync(Func<Scene, byte[]> first, params TestFeed[] others)
    {
        var scene = await OpenAsync(others);
        _ = scene.Feed.Add(first(scene));
        _ = await scene.Project.AssertRecordsAsync("1.0.0");
        return scene;
    }

    /// <summary>Sets a variable for everything that runs in the scene.</summary>
    public void SetVariable(string name, string value) => sandbox.SetVariable(name, value);

    /// <summary>From now on packages come from a folder, or from the feed again, to a packages folder that is empty.</summary>
    /// <param name="folder">The folder; null for the feed.</param>
    public void ComesFrom(string? folder)
    {
        sandbox.WriteNuGetConfig([folder is null ? SandboxSource.Of(Feed) : new("folder", folder)]);
        Project.EmptyPackages();
    }

    /// <summary>A folder of this machine with these versions.</summary>
    public string Folder(params (string Version, byte[] Package)[] packages)
    {
        var folder = Directory.CreateDirectory(Path.Combine(sandbox.Root, "library-packs")).FullName;
        foreach (var (version, package) in packages)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{Id}.{version}.nupkg"), package);
        }

        return folder;
    }

    /// <summary>The ledger of another machine, which has seen something else.</summary>
    public void IsOnMachine(string name) => SetVariable("INSTALLGUARD_LEDGER", Path.Combine(sandbox.Root, name, "ledger.db"));

    /// <summary>A feed that says that it signs with these certificates.</summary>
    public static Task<TestFeed> AnnouncingFeedAsync(params TestCertificate[] certificates) => TestFeed.StartAsync(new()
    {
        Https = true,
        Signatures = new(AllRepositorySigned: false, [.. certificates.Select(certificate => certificate.Sha256)]),
    });

    /// <summary>The same project, using another package instead.</summary>
    public GuardedProject Using(string id) => new(sandbox, id);

    /// <summary>From now on the lock may not change, as on a build server.</summary>
    public void Lock() => sandbox.SetVariable("CI", "true");

    /// <summary>The feed offers these bytes as version 2.0.0, and the project is refused them.</summary>
    public Task<ProcessResult> AssertRefusedAsync(byte[] next, params string[] codes)
    {
        _ = Feed.Add(Id, "2.0.0", next);
        return Project.AssertRefusedAsync("2.0.0", codes);
    }

    /// <summary>The feed offers version 2.0.0, and it goes through with a notice and a new pin.</summary>
    public async Task<ProcessResult> AssertNoticedAsync(byte[] next, string code)
    {
        _ = Feed.Add(next);
        var result = await Project.AssertRecordsAsync("2.0.0", code);
        Assert.Contains($"warning {code}: {Id} 2.0.0: ", result.Output);
        Assert.Contains("\"noticed\": {", Project.Lock);
        return result;
    }

    /// <summary>The feed offers version 2.0.0, and it is the same publisher's.</summary>
    public Task AssertMatchesAsync(byte[] next)
    {
        _ = Feed.Add(next);
        return Project.AssertMatchesAsync("2.0.0");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await Feed.DisposeAsync();
    }
}
