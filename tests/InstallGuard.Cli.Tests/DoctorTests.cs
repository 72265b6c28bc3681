namespace InstallGuard.Cli;

/// <summary>What the doctor says of a repository, and what it does not say each time.</summary>
[TestClass]
public sealed class DoctorTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [TestMethod]
    public async Task Folder_without_a_project_is_nothing_to_examine()
    {
        Assert.AreEqual(2, await _shell.RunAsync("doctor"));

        Assert.Contains("there is no project and no solution in", _shell.Error);
        Assert.AreEqual("", _shell.Out);
    }

    [TestMethod]
    public async Task Repository_that_nobody_has_guarded_is_one_problem()
    {
        App();

        Assert.AreEqual(3, await _shell.RunAsync("doctor"));

        Assert.HasCount(2, _shell.Out.Split("problem "), _shell.Out);
        Assert.Contains("problem nobody has guarded this repository yet", _shell.Out);
        Assert.Contains("fix: run `installguard init`", _shell.Out);
    }

    [TestMethod]
    public async Task What_is_so_everywhere_is_said_when_asked_for()
    {
        App();

        _ = await _shell.RunAsync("doctor");
        Assert.DoesNotContain("Visual Studio", _shell.Out);

        _ = await _shell.RunAsync("doctor", "--verbose");
        Assert.Contains("note    Visual Studio", _shell.Out);
    }

    [TestMethod]
    public async Task Build_server_is_named_by_what_it_sets()
    {
        App();
        _shell["TF_BUILD"] = "True";

        _ = await _shell.RunAsync("doctor");

        Assert.Contains("ok      this is a build server (TF_BUILD is set)", _shell.Out);
    }

    // One of which MSBuild has nothing to say.
    private void App() => _shell.File("app.cs", [.. "#!/usr/bin/env dotnet\n"u8]);
}
