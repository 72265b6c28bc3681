using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>
/// An MSBuild SDK runs in every build, and no assets file names it. Wherever one is named, another publisher than the pinned
/// one fails the restore.
/// </summary>
[TestClass]
public sealed class ImportedSdkTests
{
    private const string Id = "Contoso.Build";
    private const string Named = $"""<Project><Import Project="Sdk.props" Sdk="{Id}" Version="2.0.0" /></Project>""";
    private const string NamedByProperty = $"""<Project><PropertyGroup><BuildVersion>2.0.0</BuildVersion></PropertyGroup><Import Project="Sdk.props" Sdk="{Id}" Version="$(BuildVersion)" /></Project>""";

    [TestMethod]
    public async Task In_a_file_that_another_one_imports_beside_a_packages_folder_of_the_project()
    {
        await using var repository = await PinnedAsync();
        repository.Write("Directory.Build.props", """<Project><Import Project="eng/sdks.props" /></Project>""");
        repository.Write("eng/sdks.props", NamedByProperty);
        repository.Project("app", "1.0.0", $"<RestorePackagesPath>{Path.Combine(repository.Root, "packages")}</RestorePackagesPath>");

        await IsBlockedAsync(repository, "build", "app");
        Assert.Contains("\"InstallGuard.Sdk\"", (await RestoredAsync(repository)).Lock!);
    }

    [TestMethod]
    public async Task In_a_traversal_project()
    {
        await using var repository = await PinnedAsync();
        repository.Project("app", "1.0.0");
        repository.Write("dirs.proj", $"""<Project Sdk="{Id}/2.0.0"><ItemGroup><ProjectReference Include="app/app.csproj" /></ItemGroup></Project>""");

        await IsBlockedAsync(repository, "restore", "dirs.proj");
    }

    [TestMethod]
    public async Task In_what_a_solution_imports()
    {
        await using var repository = await PinnedAsync();
        repository.Project("app", "1.0.0");
        repository.Write("all.slnx", """<Solution><Project Path="app/app.csproj" /></Solution>""");
        repository.Write("Directory.Solution.props", Named);

        await IsBlockedAsync(repository, "restore", "all.slnx");
    }

    [TestMethod]
    public async Task In_a_file_based_app()
    {
        await using var repository = await PinnedAsync();
        repository.Write("app.cs", $"""
            #:sdk Microsoft.NET.Sdk
            #:sdk {Id}@2.0.0
            #:property PublishAot=false
            #:property UseAppHost=false
            #:property NuGetAudit=false
            #:package {GuardedRepository.Id}@1.0.0
            System.Console.WriteLine("ran");
            """);

        await IsBlockedAsync(repository, "build", "app.cs");
    }

    [TestMethod]
    public async Task In_a_file_that_was_not_there_at_the_last_clean_check()
    {
        await using var repository = await PinnedAsync();
        repository.Project("app", "1.0.0");
        _ = await RestoredAsync(repository);
        repository.Write("app/Directory.Build.props", Named);

        await IsBlockedAsync(repository, "restore", "app");
    }

    [TestMethod]
    public async Task In_a_condition_that_holds_in_a_build_and_not_in_its_restore()
    {
        await using var repository = await PinnedAsync();
        repository.Project("app", "1.0.0");
        repository.Write("Directory.Build.props", NamedByProperty.Replace(" Version=", " Condition=\"'$(MSBuildIsRestoring)' != 'true'\" Version=", StringComparison.Ordinal));

        var built = await repository.DotNetAsync("build", "app");

        Assert.AreNotEqual(0, built.ExitCode, built.ToString());
        Assert.Contains("IG3006", built.Output, built.ToString());
        Assert.Contains(Path.Combine("contoso.build", "2.0.0"), built.Output, built.ToString());
    }

    [TestMethod]
    public async Task In_a_property_where_the_command_line_checks()
    {
        await using var repository = await PinnedAsync();
        repository.Project("app", "1.0.0", $"<RestorePackagesPath>{Path.Combine(repository.Root, "packages")}</RestorePackagesPath>");
        repository.Write("Directory.Build.props", NamedByProperty);
        await repository.UnguardedRestoreAsync();

        var check = await repository.GuardAsync("check", "app");

        Assert.AreEqual(3, check.ExitCode, check.ToString());
        Assert.Contains($"{Id} 2.0.0", check.Output, check.ToString());
    }

    private static async Task<GuardedRepository> PinnedAsync()
    {
        var repository = await GuardedRepository.CreateAsync();
        await repository.Sandbox.TrustTestRootsAsync();
        repository.Write("installguard.lock.json", $$"""{ "version": 1, "packages": { "{{Id}}": [ { "since": "1.0.0", "author": { "name": "Contoso Ltd", "country": "US" }, "firstUse": "2024-05-01" } ] } }""");
        _ = repository.Feed.Add(Given.PackageOfAnother(Id, "2.0.0", content => content
            .WithFile("Sdk/Sdk.props", """<Project><Import Project="$(MSBuildExtensionsPath)/$(MSBuildToolsVersion)/Microsoft.Common.props" Condition="'$(MSBuildProjectExtension)' == '.proj'" /></Project>""")
            .WithFile("Sdk/Sdk.targets", """
                <Project>
                  <PropertyGroup Condition="'$(MSBuildProjectExtension)' == '.proj'"><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <Import Project="$(MSBuildToolsPath)/Microsoft.Common.targets" Condition="'$(MSBuildProjectExtension)' == '.proj'" />
                </Project>
                """)));
        return repository;
    }

    private static async Task<GuardedRepository> RestoredAsync(GuardedRepository repository)
    {
        File.Delete(Path.Combine(repository.Root, "Directory.Build.props"));
        var restored = await repository.DotNetAsync("restore", "app");
        Assert.AreEqual(0, restored.ExitCode, restored.ToString());
        return repository;
    }

    private static async Task IsBlockedAsync(GuardedRepository repository, params string[] command)
    {
        var result = await repository.DotNetAsync(command);

        Assert.AreNotEqual(0, result.ExitCode, result.ToString());
        Assert.Contains($"IG1020: {Id} 2.0.0", result.Output, result.ToString());
    }
}
