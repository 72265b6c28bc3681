using System.Text;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Storage;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Which MSBuild SDKs are packages: as MSBuild says, or as MSBuild would read the files that name them.</summary>
[TestClass]
public sealed class MSBuildSdksTests
{
    private const string Import = """<Project><Import Project="Sdk.props" Sdk="Contoso.Build" Version="2.0.0" /></Project>""";

    [TestMethod]
    [DataRow("Directory.Build.props", Import)]
    [DataRow("Directory.Solution.targets", Import)]
    [DataRow("dirs.proj", """<Project Sdk="Contoso.Build/2.0.0" />""")]
    [DataRow("dirs.proj", """<Project Sdk=" Some.Other ; Contoso.Build / 2.0.0 " />""")]
    [DataRow("app/app.csproj", """<Project><Sdk Name="Contoso.Build" Version=" 2.0.0" /></Project>""")]
    [DataRow("app/app.csproj", "<!DOCTYPE Project [ <!ELEMENT Project (a ]>\n" + Import)]
    [DataRow("script.cs", "#:sdk Contoso.Build@2.0.0\nSystem.Console.WriteLine();\n")]
    [DataRow("global.json", """{ "msbuild-sdks": { "Contoso.Build": "2.0.0" } }""")]
    [DataRow("global.json", "\uFEFF{ \"msbuild-sdks\": { \"Contoso.Build\": \"2.0.0\" } }")]
    [DataRow("global.json", """{ "msbuild-sdks": { "Contoso.Build": "2.0.0" }, "msbuild-sdks": { "Contoso.Build": "1.0.0" } }""")]
    [DataRow("global.json", """{ "msbuild-sdks": 1, "x": { "msbuild-sdks": { "Contoso.Build": "1.0.0" } }, "msbuild-sdks": { /* ours */ 'Contoso.Build': '2.0.0', }, }""")]
    public void What_a_file_names_is_found(string file, string text)
    {
        using var scene = new Scene();
        scene.Write(file, text);

        Assert.AreSequenceEqual(["Contoso.Build 2.0.0"], scene.Found());
    }

    [TestMethod]
    [DataRow("Directory.Build.props", "<Project>", "Directory.Build.props")]
    [DataRow("Directory.Build.props", """<Project><Import Project="Sdk.props" Sdk="Contoso.Build" Version="$(Version)" /></Project>""", "Contoso.Build")]
    [DataRow("Directory.Build.props", """<Project><Import Project="Sdk.props" Sdk="Contoso.Build" Version="3.0.0" /></Project>""", "Contoso.Build 3.0.0")]
    [DataRow("global.json", """{ "msbuild-sdks": { "Contoso.Build" } }""", "global.json")]
    public void What_cannot_be_read_or_is_nowhere_is_not_nothing(string file, string text, string named)
    {
        using var scene = new Scene();
        scene.Write(file, text);

        var undetermined = Assert.ThrowsExactly<InvalidDataException>(() => scene.Found());

        Assert.Contains(file, undetermined.Message);
        Assert.Contains(named, undetermined.Message);
    }

    [TestMethod]
    public void Where_MSBuild_says_what_it_imported_a_name_that_leads_nowhere_was_not_imported()
    {
        using var scene = new Scene();
        scene.Write("Directory.Build.props", """<Project><Import Project="Sdk.props" Sdk="Contoso.Other" Version="3.0.0" Condition="false" /></Project>""");

        Assert.AreSequenceEqual(["Contoso.Build 2.0.0"], scene.Found("told", $"sdk\tContoso.Build\t2.0.0\t{scene["packages/contoso.build/2.0.0"]}"));
    }

    [TestMethod]
    public void File_that_appears_is_another_state()
    {
        using var scene = new Scene();
        var before = Stamp.Take(MSBuildSdks.Files(scene.Graph()));
        foreach (var file in (string[])["app/Directory.Build.props", "app/Directory.Build.targets", "app/Directory.Packages.props", "app/global.json", "Directory.Solution.props", "Directory.Solution.targets"])
        {
            scene.Write(file, "");

            Assert.IsFalse(before.SequenceEqual(Stamp.Take(MSBuildSdks.Files(scene.Graph()))), file);
            File.Delete(scene[file]);
        }
    }

    private sealed class Scene : IDisposable
    {
        private readonly TestFolder _folder = new();

        public Scene()
        {
            Write("packages/contoso.build/1.0.0/.nupkg.metadata", "{}");
            Write("packages/contoso.build/2.0.0/.nupkg.metadata", "{}");
            Write("app/app.csproj", "<Project />");
        }

        public string this[string name] => Path.GetFullPath(Path.Combine(_folder["."], name));

        public RestoreGraph Graph(params string[] more) => RestoreGraph.Parse(
            [
                $"target\t{this["dirs.proj"]}",
                $"target\t{this["all.slnx"]}.metaproj",
                $"project\t{this["app/obj"]}\t{this["packages"]}\t{this["app/app.csproj"]}\t",
                $"project\t{this["obj"]}\t{this["packages"]}\t{this["script.csproj"]}\t",
                .. more,
            ],
            "graph");

        public IEnumerable<string> Found(params string[] more) => [.. MSBuildSdks.Of(Graph(more)).Select(package => $"{package.Package}")];

        public void Write(string name, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
            File.WriteAllText(this[name], text, new UTF8Encoding(false));
        }

        public void Dispose() => _folder.Dispose();
    }
}
