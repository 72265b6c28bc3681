using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>
/// NuGet sets ExcludeRestorePackageImports where it only looks at projects, and there InstallGuard leaves itself out.
/// Whoever sets it where something is restored or built gets neither.
/// </summary>
[TestClass]
public sealed class OnlyLooksTests
{
    private const string Property = "ExcludeRestorePackageImports";

    [TestMethod]
    [DataRow("restore", "app")]
    [DataRow("build", "all.slnx")]
    public async Task Property_on_the_command_line_stops_the_restore(string command, string target)
    {
        await using var repository = await WithSolutionAsync();
        var before = repository.Lock;
        repository.Project("app", "2.0.0");

        var run = await repository.DotNetAsync(command, target, $"-p:{Property}=true");

        IsStopped(run);
        repository.IsUntouched(before);
    }

    [TestMethod]
    [DataRow("Directory.Build.props", "app")]
    [DataRow("Directory.Solution.props", "all.slnx")]
    public async Task Property_of_the_repository_stops_the_restore(string file, string target)
    {
        await using var repository = await WithSolutionAsync();
        var before = repository.Lock;
        repository.Write(file, $"<Project><PropertyGroup><{Property}>true</{Property}></PropertyGroup></Project>");
        repository.Project("app", "2.0.0");

        var restored = await repository.DotNetAsync("restore", target);

        IsStopped(restored);
        repository.IsUntouched(before);
    }

    [TestMethod]
    public async Task Property_in_the_environment_does_not_let_a_package_be_added()
    {
        await using var repository = await WithSolutionAsync();
        var before = repository.Lock;
        repository.Sandbox.SetVariable(Property, "true");

        var added = await repository.DotNetAsync("package", "add", GuardedRepository.Id, "--version", "2.0.0", "--project", "app/app.csproj");

        IsStopped(added);
        repository.IsUntouched(before);
    }

    [TestMethod]
    public async Task Property_of_projects_does_not_keep_their_solution_from_being_guarded()
    {
        await using var repository = await WithSolutionAsync();
        var before = repository.Lock;
        repository.Write("Directory.Build.props", $"<Project><PropertyGroup><{Property}>true</{Property}></PropertyGroup></Project>");
        repository.Project("app", "2.0.0");

        var restored = await repository.DotNetAsync("restore", "all.slnx");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", restored.Output, restored.ToString());
        repository.IsUntouched(before);
    }

    [TestMethod]
    public async Task Property_does_not_let_a_build_use_what_was_not_checked()
    {
        await using var repository = await WithSolutionAsync();
        repository.Project("app", "2.0.0");
        await repository.UnguardedRestoreAsync();

        var built = await repository.DotNetAsync("build", "app", "--no-restore", $"-p:{Property}=true");

        IsStopped(built);
        Assert.IsFalse(File.Exists(repository.Trace), "a target of an unchecked package ran");
    }

    private static async Task<GuardedRepository> WithSolutionAsync()
    {
        var repository = await GuardedRepository.WithFirstVersionAsync();
        repository.Write("all.slnx", """<Solution><Project Path="app/app.csproj" /></Solution>""");
        return repository;
    }

    private static void IsStopped(ProcessResult run)
    {
        Assert.AreNotEqual(0, run.ExitCode, run.ToString());
        Assert.Contains($"error IG3005: this run cannot be guarded: {Property} is set", run.Output, run.ToString());
    }
}
