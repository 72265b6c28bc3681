using InstallGuard.Adapters.Storage;

namespace InstallGuard.Adapters.Workspace;

/// <summary>The file in which the restore says what it is about.</summary>
[TestClass]
public sealed class RestoreGraphTests
{
    [TestMethod]
    public void Projects_and_downloads_are_read_each_once()
    {
        var graph = Read("""
            project	/r/app/obj/	/packages/	/r/app/app.csproj	/r/nuget.config;/user/nuget.config
            project	/r/app/obj/	/packages/	/r/app/app.csproj	/r/nuget.config;/user/nuget.config
            project	/r/library/obj	/packages/	/r/library/library.csproj	/r/nuget.config; /user/nuget.config
            download	Contoso.Pack	[1.0.0, 1.0.0];[2.0.0]
            download	contoso.pack	[1.0.0]

            """);

        Assert.AreSequenceEqual(
            [Path.Combine("/r/app/obj/", "project.assets.json"), Path.Combine("/r/library/obj", "project.assets.json")],
            graph.Projects.Select(project => project.AssetsPath));
        Assert.AreSequenceEqual(["Contoso.Pack 1.0.0", "Contoso.Pack 2.0.0"], graph.Downloads.Select(package => package.ToString()));
        Assert.AreEqual("/packages/", graph.PackagesFolder);
        Assert.AreSequenceEqual(["/r/nuget.config", "/user/nuget.config"], graph.Configurations[0]);
    }

    [TestMethod]
    public void Packages_folder_is_unknown_when_projects_do_not_share_one()
    {
        var graph = Read("project\t/a/obj\t/one\t/a/a.csproj\t\nproject\t/b/obj\t/two\t/b/b.csproj\t\n");

        Assert.IsNull(graph.PackagesFolder);
    }

    [TestMethod]
    public void Nothing_is_a_restore_about_nothing()
    {
        var graph = Read("");

        Assert.IsEmpty(graph.Projects);
        Assert.IsNull(graph.PackagesFolder);
    }

    [TestMethod]
    [DataRow("something")]
    [DataRow("project\t/a/obj\t/one")]
    [DataRow("project\t\t/one\t/a/a.csproj\t")]
    [DataRow("project\t/a/obj\t\t/a/a.csproj\t")]
    [DataRow("project\t/a/obj\t/one\t/a/a.csproj\t/nuget.config\tmore")]
    [DataRow("download\tContoso.Pack")]
    [DataRow("download\t../Contoso\t[1.0.0]")]
    [DataRow("download\tContoso.Pack\t[1.*]")]
    [DataRow("download\tContoso.Pack\t[]")]
    public void Line_of_another_form_is_an_error(string line)
    {
        var error = Assert.ThrowsExactly<InvalidDataException>(() => Read(line));

        Assert.Contains("restore graph", error.Message);
    }

    private static RestoreGraph Read(string text)
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["graph.txt"], text);
        return RestoreGraph.Read(folder["graph.txt"]);
    }

    [TestMethod]
    public void Path_may_hold_whatever_separates_lines_and_fields()
    {
        var (project, output, packages) = ("/a\ttab/100%09/a.csproj", "/a\ttab/100%09/obj", "/two\nlines\r/%25");

        var graph = Read(string.Join('\n', RestoreGraph.Line("project", output, packages, project, ""), RestoreGraph.Line("target", project)));

        Assert.AreEqual(project, graph.Projects.Single().Path);
        Assert.AreEqual(Path.Combine(output, "project.assets.json"), graph.Projects.Single().AssetsPath);
        Assert.AreEqual(packages, graph.PackagesFolder);
        Assert.AreSequenceEqual([project], graph.Targets);
    }
}
