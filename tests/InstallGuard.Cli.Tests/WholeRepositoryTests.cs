using InstallGuard.Cli.Commands;
using InstallGuard.Cli.Initializing;

namespace InstallGuard.Cli;

/// <summary>What is restored and checked at the root of a repository, and what is said where that cannot be told.</summary>
[TestClass]
public sealed class WholeRepositoryTests : IDisposable
{
    private const string Project = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [TestMethod]
    public async Task Check_at_the_root_of_a_guarded_repository_looks_at_all_that_init_restores()
    {
        Given(".git/", "InstallGuard.targets", "src/a/a.csproj", "src/b/b.csproj");
        await RestoreAsync("src/a/a.csproj");

        var one = await CheckAsync();

        Assert.AreEqual(ExitCode.Undetermined, one, _shell.Error);
        Assert.Contains("b.csproj has not been restored", _shell.Error);
        Assert.Contains("--exclude", _shell.Error);
        Assert.AreEqual(ExitCode.Clean, await CheckAsync("--exclude", At("src/b")), _shell.Error);
        await RestoreAsync("src/b/b.csproj");
        Assert.AreEqual(ExitCode.Clean, await CheckAsync(), _shell.Error);
        Assert.AreEqual(ExitCode.Clean, await CheckAsync(At("")), _shell.Error);
        Assert.IsFalse(Directory.Exists(At("obj")));
    }

    [TestMethod]
    public void Solutions_at_the_root_come_before_its_projects_and_apps_are_restored_besides()
    {
        Given(".git/", "Build.csproj", "b.slnx", "a.slnx", "tests/t.slnx", "src/a.csproj");
        _ = _shell.File("tool.cs", [.. "#!/usr/bin/env dotnet\n"u8]);

        using var whole = new WholeRepository(At(""), RestoreTargets.Of(At(""), []));

        Assert.AreSequenceEqual(new[] { At("a.slnx"), At("b.slnx"), At("tool.cs") }, whole.Restored);
    }

    [TestMethod]
    public void Project_beside_a_solution_does_not_keep_a_guarded_repository_from_being_checked()
    {
        Given(".git/", "InstallGuard.targets", "Build.csproj", "Dapper.slnx");

        using var whole = WholeRepository.At(_shell.Ports, At(""), []);

        Assert.AreEqual(At("Dapper.slnx"), whole!.Restored.Single());
    }

    [TestMethod]
    public void Below_the_root_and_without_a_guard_only_the_folder_counts()
    {
        Given(".git/", "src/a/a.csproj", "b.slnx");

        Assert.IsNull(WholeRepository.At(_shell.Ports, At(""), []));
        Given("InstallGuard.targets");
        Assert.IsNull(WholeRepository.At(_shell.Ports, At("src/a"), []));
        Assert.IsNull(WholeRepository.At(_shell.Ports, At("b.slnx"), []));
        _ = Assert.ThrowsExactly<FormatException>(() => WholeRepository.At(_shell.Ports, At("b.slnx"), [At("src")]));
    }

    [TestMethod]
    [DataRow("there is no project and no solution in .; name one: src/A.slnx, src/B.slnx", ".git/", "src/A.slnx", "src/B.slnx", "src/a/a.csproj")]
    [DataRow("there is no project and no solution in .; name one: a/a.csproj, b/b.csproj, c/c.csproj (and 1 more)", ".git/", "a/a.csproj", "b/b.csproj", "c/c.csproj", "d/d.csproj")]
    [DataRow("there is no project and no solution in . or below it", ".git/")]
    [DataRow("there are several projects or solutions in .; name one: A.slnx, B.slnx", "A.slnx", "B.slnx", "src/C.slnx")]
    [DataRow("there are several projects or solutions in .; name one: Dapper.slnx, Build.csproj", "Build.csproj", "Dapper.slnx")]
    [DataRow("there are several projects or solutions in .; name one: App.sln, App.csproj, Build.csproj", "App.csproj", "Build.csproj", "App.sln")]
    public async Task What_could_be_named_is_said(string message, params string[] files)
    {
        Given(files);

        Assert.AreEqual(2, await _shell.RunAsync("restore"));

        Assert.AreEqual($"error: {message}", _shell.Error.TrimEnd().Replace('\\', '/'));
    }

    [TestMethod]
    public void Project_of_the_same_name_as_the_solution_is_no_other()
    {
        Given("App.csproj", "App.slnx");

        SharedOptions.RequireRestorable(_shell.Ports, At(""));
    }

    private Task<ExitCode> CheckAsync(params string[] arguments) => CommandLine.RunAsync(["check", .. arguments], _shell.Ports, SdkOfTheTests.Found);

    private async Task RestoreAsync(string project)
    {
        var code = await new Adapters.Workspace.DotNet(SdkOfTheTests.Found).RunAsync(
            ["restore", At(project), "-p:ImportDirectoryBuildTargets=false", "-p:NuGetAudit=false"], new Dictionary<string, string?>(), _ => { }, CancellationToken.None);
        Assert.AreEqual(0, code);
    }

    private string At(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, _shell.Folder));

    private void Given(params string[] paths)
    {
        foreach (var path in paths)
        {
            _ = Directory.CreateDirectory(path.EndsWith('/') ? At(path) : Path.GetDirectoryName(At(path))!);
            if (!path.EndsWith('/'))
            {
                File.WriteAllText(At(path), path.EndsWith(".csproj", StringComparison.Ordinal) ? Project : "<Project />");
            }
        }
    }
}
