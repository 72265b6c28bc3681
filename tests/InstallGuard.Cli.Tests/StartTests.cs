using InstallGuard.Cli.Commands;

namespace InstallGuard.Cli;

/// <summary>What <c>check</c> and <c>restore</c> are about where nobody says.</summary>
[TestClass]
public sealed class StartTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [TestMethod]
    public void Folder_without_a_project_stands_for_the_nearest_one_above_it_and_that_is_said()
    {
        Given(".git/", "App.slnx", "src/App/App.csproj", "src/App/Views/Home/");

        Assert.AreEqual(At("src/App"), Start("src/App/Views/Home"));

        Assert.StartsWith("there is no project and no solution in this folder; taking what is in ", _shell.Error);
        Assert.Contains($"..{Path.DirectorySeparatorChar}..", _shell.Error);
        Assert.AreEqual(At(""), Start("src"));
    }

    [TestMethod]
    public void Folder_with_a_project_stands_for_itself()
    {
        Given(".git/", "App.slnx", "src/App/App.csproj");

        Assert.AreEqual(At("src/App"), Start("src/App"));

        Assert.AreEqual("", _shell.Error);
    }

    [TestMethod]
    public void Folder_without_a_project_above_it_stands_for_the_guarded_repository()
    {
        Given(".git/", "src/App/App.csproj", "docs/");
        Assert.AreEqual(At("docs"), Start("docs"));

        Given("InstallGuard.targets");

        Assert.AreEqual(At(""), Start("docs"));
        Assert.Contains("taking the repository ..", _shell.Error);
    }

    [TestMethod]
    public void Nothing_above_the_repository_is_taken()
    {
        Given("Other.slnx", "repository/.git/", "repository/docs/");

        Assert.AreEqual(At("repository/docs"), Start("repository/docs"));
    }

    [TestMethod]
    public void Without_a_repository_only_the_folder_itself_counts()
    {
        Given("Other.slnx", "docs/");

        Assert.AreEqual(At("docs"), Start("docs"));
    }

    [TestMethod]
    public void What_is_named_is_taken_as_it_is_named()
    {
        Given(".git/", "App.slnx", "docs/");

        Assert.AreEqual(At("docs"), SharedOptions.Start(_shell.Ports, new DirectoryInfo(At("docs"))));
        _ = Assert.ThrowsExactly<FormatException>(() => SharedOptions.RequireRestorable(_shell.Ports, At("docs")));
    }

    [TestMethod]
    public async Task Check_in_a_subfolder_checks_the_project_above_it()
    {
        Given(".git/", "docs/");
        _shell.File("app.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>"""u8.ToArray());

        var code = await CommandLine.RunAsync(["check"], _shell.Ports with { Folder = At("docs") }, SdkOfTheTests.Found);

        Assert.AreEqual(ExitCode.Undetermined, code, _shell.Error);
        Assert.Contains("app.csproj has not been restored", _shell.Error);
    }

    [TestMethod]
    [DataRow("src", "installguard.lock.json", "../installguard.lock.json")]
    [DataRow("", "installguard.lock.json", "installguard.lock.json")]
    [DataRow("", "src/installguard.lock.json", "src/installguard.lock.json")]
    public void Paths_are_shown_from_the_current_folder(string folder, string path, string shown) =>
        Assert.AreEqual(shown, (_shell.Ports with { Folder = At(folder) }).Shown(At(path)).Replace('\\', '/'));

    [TestMethod]
    public void Path_that_is_shorter_in_full_is_shown_in_full() =>
        Assert.AreEqual(Path.GetPathRoot(_shell.Folder), (_shell.Ports with { Folder = At("a/b/c") }).Shown(Path.GetPathRoot(_shell.Folder)!));

    private string Start(string folder) => SharedOptions.Start(_shell.Ports with { Folder = At(folder) }, given: null);

    private string At(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, _shell.Folder));

    private void Given(params string[] paths)
    {
        foreach (var path in paths)
        {
            _ = Directory.CreateDirectory(path.EndsWith('/') ? At(path) : Path.GetDirectoryName(At(path))!);
            if (!path.EndsWith('/'))
            {
                _ = _shell.File(path);
            }
        }
    }
}
