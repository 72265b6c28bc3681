using System.Text;
using System.Text.Json;
using InstallGuard.Testing;

namespace InstallGuard.Cli;

/// <summary><c>installguard inspect id@version</c>: a package that is fetched, as <c>compare</c> fetches it.</summary>
[TestClass]
public sealed class InspectSourcesTests
{
    [TestMethod]
    public async Task Version_is_inspected_from_the_sources_of_the_configuration()
    {
        await using var feed = (await TestFeed.StartAsync()).Add(TestPackage.Create("Contoso.Json", "1.0.0"));
        using var shell = ShellWith(feed);

        Assert.AreEqual(0, await shell.RunAsync("inspect", "contoso.json@1.0", "--format", "json"), shell.Error);

        using var json = JsonDocument.Parse(shell.Out);
        Assert.AreEqual("Contoso.Json", json.RootElement.GetProperty("id").GetString());
        Assert.AreEqual("1.0.0", json.RootElement.GetProperty("version").GetString());
    }

    [TestMethod]
    public async Task Id_alone_is_the_version_that_is_used_here_if_there_is_exactly_one()
    {
        await using var feed = (await TestFeed.StartAsync()).Add(TestPackage.Create("Contoso.Json", "1.0.0"));
        using var shell = ShellWith(feed);
        Uses(shell, "app", "1.0.0");

        Assert.AreEqual(0, await shell.RunAsync("inspect", "contoso.json"), shell.Error);
        Assert.Contains("Contoso.Json 1.0.0", shell.Out);

        Uses(shell, "library", "2.0.0");
        Assert.AreEqual(2, await shell.RunAsync("inspect", "Contoso.Json"));
        Assert.Contains("several versions of Contoso.Json are used here; name one: Contoso.Json@1.0.0, Contoso.Json@2.0.0", shell.Error);
    }

    private static void Uses(Shell shell, string project, string version)
    {
        _ = Directory.CreateDirectory(Path.Combine(shell.Folder, project, "obj"));
        _ = shell.File($"{project}/obj/project.assets.json", Encoding.UTF8.GetBytes(
            $$$"""{"libraries": {"Contoso.Json/{{{version}}}": {"type": "package"} }, "targets": {}, "packageFolders": {}, "project": {"frameworks": {} } }"""));
    }

    [TestMethod]
    public async Task Version_that_no_source_has_could_not_be_told()
    {
        await using var feed = (await TestFeed.StartAsync()).Add(TestPackage.Create("Contoso.Json", "1.0.0"));
        using var shell = ShellWith(feed);

        Assert.AreEqual(4, await shell.RunAsync("inspect", "Contoso.Json@2.0.0"), shell.Out);

        Assert.Contains("Contoso.Json 2.0.0 is in none of the sources", shell.Error);
        Assert.Contains("usually: a typing error in the name or the version", shell.Error);
        Assert.AreEqual("", shell.Out);
    }

    [TestMethod]
    public async Task Other_package_under_the_name_that_was_asked_for_is_blocked_and_its_publisher_not_shown()
    {
        await using var feed = (await TestFeed.StartAsync()).Add("Contoso.Json", "1.0.0", TestPackage.Create("Contoso.Xml", "1.0.0"));
        using var shell = ShellWith(feed);

        Assert.AreEqual(3, await shell.RunAsync("inspect", "Contoso.Json@1.0.0"), shell.Out);

        Assert.StartsWith("error IG2004: ", shell.Error);
        Assert.Contains("Contoso.Xml 1.0.0, where Contoso.Json 1.0.0 was asked for", shell.Error);
        Assert.AreEqual("", shell.Out);
    }

    // Without NuGet's HTTP cache: another run may get the same port.
    private static Shell ShellWith(TestFeed feed)
    {
        var shell = new Shell();
        shell["INSTALLGUARD_NO_HTTP_CACHE"] = "true";
        _ = shell.File("nuget.config", Encoding.UTF8.GetBytes(
            $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{feed.Index}\" allowInsecureConnections=\"true\" /></packageSources></configuration>"));
        return shell;
    }
}
