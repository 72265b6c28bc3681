using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Adapters;

/// <summary>Whether an assets file is the answer to what its project asks for now.</summary>
[TestClass]
public sealed class AskedForTests : IDisposable
{
    private static readonly string Json = Package("Contoso.Json", "1.0.0");

    private readonly string _folder = Directory.CreateTempSubdirectory("installguard-asked-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static IEnumerable<object[]> Steps =>
    [
        ["the same", Spec(Json), Spec(Json), false],
        ["the same in another order", Spec($"{Json}, {Package("A", "1.0.0")}"), Spec($"{Package("A", "1.0.0")}, {Json}"), false],
        ["nothing at all", Spec(""), Spec(""), false],
        ["another version", Spec(Json), Spec(Package("Contoso.Json", "2.0.0")), true],
        ["another version, held centrally", Spec(Package("Contoso.Json", "1.0.0", "versionCentrallyManaged")), Spec(Package("Contoso.Json", "2.0.0", "versionCentrallyManaged")), true],
        ["a package more", Spec(""), Spec(Json), true],
        ["a package less", Spec(Json), Spec(""), true],
        ["another framework", Spec(Json), Spec(Json, framework: "net9.0"), true],
        ["a project more", Spec(Json), Spec(Json, references: "\"/work/b.csproj\": {}"), true],
        ["a package of the SDK more", Spec(Json), Spec($"{Json}, {Package("Of.The.Sdk", "1.0.0", "autoReferenced")}"), false],
    ];

    [TestMethod]
    [DynamicData(nameof(Steps))]
    public void Assets_answer_what_is_asked_for_now_or_they_do_not(string step, string then, string now, bool hasChanged)
    {
        var project = Project();
        File.WriteAllText(project.AssetsPath, $$"""{ "project": {{then}} }""");

        Assert.HasCount(hasChanged ? 1 : 0, AskedFor.ChangedSince(Graph(now), [project]), step);
    }

    [TestMethod]
    public void Project_that_has_no_assets_is_left_to_others() => Assert.IsEmpty(AskedFor.ChangedSince(Graph(Spec(Json)), [Project()]));

    [TestMethod]
    [DataRow("")]
    [DataRow("[]")]
    [DataRow("{}")]
    [DataRow("""{ "project": 1 }""")]
    [DataRow("""{ "project": { "frameworks": [] } }""")]
    [DataRow("""{ "project": { "frameworks": { "net10.0": { "dependencies": { "A": 1 } } } } }""")]
    [DataRow("""{ "project": { "frameworks": {}, "restore": { "frameworks": { "net10.0": 1 } } } }""")]
    public void Assets_that_are_something_else_are_never_an_answer(string assets)
    {
        var project = Project();
        File.WriteAllText(project.AssetsPath, assets);

        Assert.Throws<InvalidDataException>(() => AskedFor.ChangedSince(Graph(Spec("")), [project]));
    }

    [TestMethod]
    public void Project_that_the_graph_does_not_have_is_never_answered()
    {
        var project = Project();
        File.WriteAllText(project.AssetsPath, $$"""{ "project": {{Spec(Json)}} }""");

        Assert.Throws<InvalidDataException>(() => AskedFor.ChangedSince(Graph(Spec(Json)), [project with { Path = "/work/other.csproj" }]));
    }

    private RestoreProject Project() => new("/work/a.csproj", Path.Combine(_folder, "project.assets.json"), _folder, "");

    private string Graph(string spec)
    {
        var path = Path.Combine(_folder, "graph.json");
        File.WriteAllText(path, $$"""{ "projects": { "/work/a.csproj": {{spec}} } }""");
        return path;
    }

    private static string Package(string id, string version, string? flag = null) => $$"""
         "{{id}}": { "target": "Package", "version": "[{{version}}, )"{{(flag is null ? "" : $", \"{flag}\": true")}} }
        """;

    private static string Spec(string dependencies, string framework = "net10.0", string references = "") => $$"""
        { "restore": { "frameworks": { "{{framework}}": { "projectReferences": { {{references}} } } } },
          "frameworks": { "{{framework}}": { "dependencies": { {{dependencies}} } } } }
        """;
}
