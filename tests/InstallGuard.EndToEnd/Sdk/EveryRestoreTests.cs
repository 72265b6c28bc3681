using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>All the ways to restore a repository, each guarded by the three lines and nothing else.</summary>
[TestClass]
public sealed class EveryRestoreTests
{
    /// <summary>One way.</summary>
    /// <param name="Name">What it is called here.</param>
    /// <param name="Write">Writes the repository's projects, with this version of the package.</param>
    /// <param name="Arguments">Of dotnet.</param>
    public sealed record Way(string Name, Action<GuardedRepository, string> Write, params IReadOnlyList<string> Arguments)
    {
        /// <summary>Where the repository lies.</summary>
        internal string Folder { get; init; } = "repo";

        /// <summary>Where packages are installed, from the root of the repository; null for the usual folder.</summary>
        internal string? Packages { get; init; }

        /// <summary>Whether the first version is in the lock already: for what differs from another way in its command alone.</summary>
        internal bool OnLock { get; init; }

        public override string ToString() => Name;
    }

    private const string Locked = "<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>";

    public static IEnumerable<Way> Ways =>
    [
        new("restore of a project", One, "restore", "app"),
        new("build of a project", One, "build", "app") { OnLock = true },
        new("restore of a solution", Three("all.sln"), "restore", "all.sln"),
        new("build of a solution in XML", Three("all.slnx"), "build", "all.slnx") { OnLock = true },
        new("build with two nodes", Three("all.slnx"), "build", "all.slnx", "-m:2") { OnLock = true },
        new("restore in threads", One, "restore", "app", "-mt"),
        new("build of a solution in threads", Three("all.slnx"), "build", "all.slnx", "-mt"),
        new("static graph of a project", One, "restore", "app", "-p:RestoreUseStaticGraphEvaluation=true") { OnLock = true },
        new("static graph of a solution", Three("all.slnx"), "restore", "all.slnx", "-p:RestoreUseStaticGraphEvaluation=true"),
        new("several frameworks", (repository, version) => repository.Project("app", version, frameworks: $"<TargetFrameworks>{GuardedRepository.Framework};netstandard2.0</TargetFrameworks><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>"), "restore", "app"),
        new("artifacts output", (repository, version) => { repository.Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>"); One(repository, version); }, "build", "app"),
        new("intermediate output elsewhere", (repository, version) => { repository.Write("Directory.Build.props", "<Project><PropertyGroup><BaseIntermediateOutputPath>$(MSBuildThisFileDirectory)/intermediate/</BaseIntermediateOutputPath></PropertyGroup></Project>"); One(repository, version); }, "build", "app"),
        new("packages folder of the project", (repository, version) => repository.Project("app", version, "<RestorePackagesPath>$(MSBuildThisFileDirectory)../mine</RestorePackagesPath>"), "build", "app") { Packages = "mine" },
        new("NuGet's own lock file", (repository, version) => repository.Project("app", version, Locked), "restore", "app", "--force-evaluate"),
        new("central package management", (repository, version) =>
        {
            repository.Write("Directory.Packages.props", $"""<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup><PackageVersion Include="{GuardedRepository.Id}" Version="{version}" /></ItemGroup></Project>""");
            repository.Project("app", version, items: $"""<PackageReference Include="{GuardedRepository.Id}" />""");
        }, "restore", "app"),
        new("test", One, "test", "app") { OnLock = true },
        new("publish for a platform", One, "publish", "app", "-r", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, "--no-self-contained") { OnLock = true },
        new("run", One, "run", "--project", "app") { OnLock = true },
        new("no HTTP cache", One, "restore", "app", "--no-cache") { OnLock = true },
        new("forced", One, "restore", "app", "--force") { OnLock = true },
        new("spaces and other scripts", One, "build", "app") { Folder = "Ein Ordner mit ü, 空白 & (Klammern)" },
        new("a tab", One, "build", "app") { Folder = "with\ta tab" },
    ];

    [TestMethod]
    [DynamicData(nameof(Ways))]
    public async Task Way_to_restore_is_guarded(Way way)
    {
        await using var repository = way.OnLock ? await GuardedRepository.WithLockAsync() : await GuardedRepository.CreateAsync(way.Folder);
        var packages = way.Packages is { } own ? Path.Combine(repository.Root, own) : null;
        if (packages is not null)
        {
            repository.Sandbox.SetVariable("NUGET_PACKAGES", null);
        }

        if (!way.OnLock)
        {
            way.Write(repository, "1.0.0");

            var first = await repository.DotNetAsync([.. way.Arguments]);

            Assert.AreEqual(0, first.ExitCode, first.ToString());
            Assert.Contains($"\"{GuardedRepository.Id}\"", repository.Lock ?? "no lock", first.ToString());
            Assert.Contains("IG1001: used for the first time: Contoso.Json 1.0.0", first.Output, first.ToString());
        }

        var before = repository.Lock;
        way.Write(repository, "2.0.0");

        var second = await repository.DotNetAsync([.. way.Arguments]);

        Assert.AreNotEqual(0, second.ExitCode, second.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", second.Output + second.Error, second.ToString());
        repository.IsUntouched(before, packages);
    }

    [TestMethod]
    public async Task Lock_file_of_NuGet_that_somebody_else_updated_changes_nothing()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Project("app", "1.0.0", Locked);
        Assert.AreEqual(0, (await repository.DotNetAsync("restore", "app")).ExitCode);
        var before = repository.Lock;

        // As on the machine of somebody whose restores are not guarded.
        repository.Project("app", "2.0.0", Locked);
        var unguarded = await repository.Sandbox.DotNetAsync(
            ["restore", "app", "--force-evaluate", "-p:ImportDirectoryBuildTargets=false"],
            repository.Root,
            new Dictionary<string, string?> { ["NUGET_PACKAGES"] = Path.Combine(repository.Sandbox.Root, "elsewhere") });
        Assert.AreEqual(0, unguarded.ExitCode, unguarded.ToString());

        var restored = await repository.DotNetAsync("restore", "app", "--locked-mode");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", restored.Output, restored.ToString());
        repository.IsUntouched(before);
    }

    private static void One(GuardedRepository repository, string version) => repository.Project("app", version);

    private static Action<GuardedRepository, string> Three(string solution) => (repository, version) =>
    {
        repository.Project("app", version);
        repository.Project("library", "1.0.0", items: "");
        repository.Project("other", "1.0.0");
        repository.Write(solution, solution.EndsWith('x')
            ? """<Solution><Project Path="app/app.csproj" /><Project Path="library/library.csproj" /><Project Path="other/other.csproj" /></Solution>"""
            : SolutionText.Of("app", "library", "other"));
    };
}
