using System.Text.Json;

namespace InstallGuard.Cli;

/// <summary><c>installguard check</c> where no check can be made.</summary>
[TestClass]
public sealed class CheckTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [TestMethod]
    public async Task Project_that_was_never_restored_is_a_problem_for_people_and_for_programs()
    {
        _shell.File("app.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>"""u8.ToArray());

        var code = await _shell.RunAsync("check", "--format", "json");

        Assert.AreEqual((int)ExitCode.Undetermined, code, _shell.Error);
        using var json = JsonDocument.Parse(_shell.Out);
        var problem = json.RootElement.GetProperty("problem");
        Assert.AreEqual("undetermined", json.RootElement.GetProperty("outcome").GetString());
        Assert.AreEqual("IG3001", problem.GetProperty("code").GetString());
        Assert.Contains("app.csproj has not been restored", problem.GetProperty("because").GetString()!);
        Assert.StartsWith("error IG3001: the command could not be finished", _shell.Error);
    }
}
