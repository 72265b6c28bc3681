using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary><c>dotnet package add</c>, which restores in a process of its own where no target runs.</summary>
[TestClass]
public sealed class PackageAddTests
{
    private const string Central = "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>";

    [TestMethod]
    public async Task Package_of_another_publisher_is_not_installed_and_not_added()
    {
        await using var repository = await PinnedAsync();
        var before = repository.Lock;
        var project = repository.Read("app/app.csproj");
        var assets = repository.Read("app/obj/project.assets.json");
        string[][] commands =
        [
            ["package", "add", GuardedRepository.Id, "--version", "2.0.0", "--project", "app/app.csproj"],
            ["package", "add", $"{GuardedRepository.Id}@2.0.0", "--project=app/app.csproj"],
            ["package", "add", GuardedRepository.Id, "--project", "app"],
            ["add", "app", "package", GuardedRepository.Id, "-v", "2.0.0"],
        ];
        foreach (var command in commands)
        {
            var added = await repository.DotNetAsync(command);

            Assert.AreNotEqual(0, added.ExitCode, added.ToString());
            Assert.Contains("IG1020: Contoso.Json 2.0.0", added.Output + added.Error, added.ToString());
            repository.IsUntouched(before);
            Assert.AreEqual(project, repository.Read("app/app.csproj"));
            Assert.AreEqual(assets, repository.Read("app/obj/project.assets.json"));
            Assert.IsEmpty(Directory.GetDirectories(Path.Combine(repository.Root, "app", "obj"), "installguard.add"));
        }
    }

    [TestMethod]
    public async Task Package_of_another_publisher_is_not_added_where_versions_are_central()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Write("Directory.Packages.props", Central);
        repository.Project("app", "", items: "");
        _ = await Succeeds(repository, "package", "add", GuardedRepository.Id, "--version", "1.0.0", "--project", "app");
        Assert.Contains("\"1.0.0\"", repository.Read("Directory.Packages.props"));
        var (before, versions) = (repository.Lock, repository.Read("Directory.Packages.props"));

        var added = await repository.DotNetAsync("package", "add", GuardedRepository.Id, "--version", "2.0.0", "--project", "app");

        Assert.AreNotEqual(0, added.ExitCode, added.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", added.Output + added.Error, added.ToString());
        repository.IsUntouched(before);
        Assert.AreEqual(versions, repository.Read("Directory.Packages.props"));
    }

    [TestMethod]
    public async Task Package_is_added_and_recorded()
    {
        await using var repository = await PinnedAsync();
        _ = repository.Feed.Add(Given.Package("Contoso.Other", "1.0.0")).Add(Given.Package("Contoso.Other", "2.0.0-beta"));

        var added = await Succeeds(repository, "package", "add", "Contoso.Other", "--project", "app", "--framework", GuardedRepository.Framework);

        Assert.Contains("\"Contoso.Other\"", repository.Lock!, added.ToString());
        Assert.Contains("IG1001: used for the first time: Contoso.Other 1.0.0", added.Output, added.ToString());
        var project = repository.Read("app/app.csproj");
        Assert.Contains("Contoso.Other", project);
        _ = await Succeeds(repository, "build", "app");
    }

    [TestMethod]
    public async Task Latest_version_that_is_shown_is_the_one_that_is_checked()
    {
        // A hijacker hides the genuine latest version: what is added then is the one before it.
        await using var repository = await PinnedAsync();
        _ = repository.Feed.Add(Given.Package(GuardedRepository.Id, "3.0.0"));
        repository.Feed.Hide(GuardedRepository.Id, "3.0.0");
        var before = repository.Lock;

        var added = await repository.DotNetAsync("package", "add", GuardedRepository.Id, "--project", "app");

        Assert.AreNotEqual(0, added.ExitCode, added.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", added.Output + added.Error, added.ToString());
        repository.IsUntouched(before);
    }

    [TestMethod]
    public async Task Prerelease_is_added_when_asked_for()
    {
        await using var repository = await PinnedAsync();
        _ = repository.Feed.Add(Given.Package("Contoso.Other", "1.0.0")).Add(Given.Package("Contoso.Other", "2.0.0-beta"));

        var added = await Succeeds(repository, "package", "add", "Contoso.Other", "--project", "app", "--prerelease", "--source", repository.Feed.Index);

        Assert.Contains("used for the first time: Contoso.Other 2.0.0-beta", added.Output, added.ToString());
    }

    [TestMethod]
    public async Task Only_one_of_several_frameworks_gets_it()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Project("app", "1.0.0", frameworks: $"<TargetFrameworks>{GuardedRepository.Framework};netstandard2.0</TargetFrameworks><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>");
        _ = await Succeeds(repository, "restore", "app");
        var before = repository.Lock;

        var added = await repository.DotNetAsync("package", "add", GuardedRepository.Id, "--version", "2.0.0", "--project", "app", "--framework", "netstandard2.0");

        Assert.AreNotEqual(0, added.ExitCode, added.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", added.Output + added.Error, added.ToString());
        repository.IsUntouched(before);
    }

    [TestMethod]
    public async Task Where_the_command_cannot_be_read_nothing_is_added()
    {
        // MSBuild in another process does not see the command line.
        await using var repository = await PinnedAsync();
        repository.Sandbox.SetVariable("DOTNET_CLI_RUN_MSBUILD_OUTOFPROC", "1");
        var before = repository.Lock;

        var added = await repository.DotNetAsync("package", "add", GuardedRepository.Id, "--version", "2.0.0", "--project", "app");

        Assert.AreNotEqual(0, added.ExitCode, added.ToString());
        Assert.Contains("use `dotnet package add --no-restore`", added.Output + added.Error, added.ToString());
        repository.IsUntouched(before);
    }

    [TestMethod]
    public async Task Name_that_no_source_has_is_said_to_be_none_and_never_added_without_a_restore()
    {
        await using var repository = await PinnedAsync();
        var project = repository.Read("app/app.csproj");

        var added = await repository.DotNetAsync("package", "add", "Contoso.Jsn", "--project", "app");

        Assert.AreNotEqual(0, added.ExitCode, added.ToString());
        Assert.Contains("no source has a package Contoso.Jsn", added.Output + added.Error, added.ToString());
        Assert.Contains("Did you mean Contoso.Json?", added.Output + added.Error, added.ToString());
        Assert.DoesNotContain("--no-restore", added.Output + added.Error, added.ToString());
        Assert.AreEqual(project, repository.Read("app/app.csproj"));
    }

    private static async Task<GuardedRepository> PinnedAsync()
    {
        var repository = await GuardedRepository.CreateAsync();
        repository.Project("app", "1.0.0");
        _ = await Succeeds(repository, "restore", "app");
        return repository;
    }

    private static async Task<ProcessResult> Succeeds(GuardedRepository repository, params string[] arguments)
    {
        var result = await repository.DotNetAsync(arguments);
        Assert.AreEqual(0, result.ExitCode, result.ToString());
        return result;
    }
}
