using InstallGuard.Cli.Restoring;

namespace InstallGuard.Cli;

/// <summary>What is passed on of what dotnet restore says.</summary>
[TestClass]
public sealed class RestoreTalkTests : IDisposable
{
    private const string Ours = "/work/app/app.csproj : error : IG1032: Contoso.Json 2.0.0: none of the pinned owners owns the package any more";
    private const string Clients = "/work/app/app.csproj : error :   Plugin 'InstallGuard.Plugin' failed a GetFilesInPackage operation for package Contoso.Json.2.0.0.";

    private readonly StringWriter _out = new() { NewLine = "\n" };

    /// <inheritdoc/>
    public void Dispose() => _out.Dispose();

    [TestMethod]
    public void What_is_said_in_full_afterwards_is_not_said_twice() =>
        Assert.AreEqual("  Determining projects to restore...\n  Failed to restore app.csproj.\n", Told(["Contoso.Json 2.0.0"], "  Determining projects to restore...", Ours, Clients, "  Failed to restore app.csproj."));

    [TestMethod]
    public void What_is_not_said_in_full_is_passed_on_at_the_end() =>
        Assert.AreEqual($"  Failed to restore app.csproj.\n{Ours}\n{Clients}\n", Told(["Contoso.Text 1.0.0"], Ours, Clients, "  Failed to restore app.csproj."));

    [TestMethod]
    public void Errors_of_nugets_own_are_passed_on_at_once() =>
        Assert.AreEqual("error NU1101: Unable to find package Contoso.Json 2.0.0\n", Told(["Contoso.Json 2.0.0"], "error NU1101: Unable to find package Contoso.Json 2.0.0"));

    private string Told(string[] saidInFull, params string[] lines)
    {
        var talk = new RestoreTalk(_out);
        foreach (var line in lines)
        {
            talk.Take(line);
        }

        talk.End(saidInFull);
        return _out.ToString();
    }
}
