using InstallGuard.Adapters.Storage;
using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Adapters.Session;

/// <summary>Which packages came past the plugin, and which the client never asks a plugin about.</summary>
[TestClass]
public sealed class UnaskedSourcesTests
{
    [TestMethod]
    [DataRow("https://contoso.example/v3/index.json", "https://contoso.example/v3/index.json", false, DisplayName = "asked about")]
    [DataRow("https://contoso.example/v3/index.json", null, true, DisplayName = "nobody asked")]
    [DataRow("https://contoso.example/v3/index.json", "https://other.example/v3/index.json", true, DisplayName = "asked about another source only")]
    [DataRow("https://contoso.example/v3/INDEX.JSON", null, true, DisplayName = "in capitals")]
    [DataRow("https://contoso.example/api/v2", "https://other.example/v3/index.json", false, DisplayName = "version 2")]
    [DataRow("https://contoso.example/api/v2", null, false, DisplayName = "version 2 alone")]
    [DataRow("https://contoso.example/feed", null, true, DisplayName = "version 3 by configuration")]
    public void Package_came_past_the_plugin(string source, string? asked, bool expected)
    {
        using var folder = new TestFolder();
        using var session = new RestoreSession();
        File.WriteAllText(folder["nuget.config"], """<configuration><packageSources><clear /><add key="feed" value="https://contoso.example/feed" protocolVersion="3" /><add key="old" value="https://contoso.example/api/v2" /></packageSources></configuration>""");
        using (var journal = Journal.Open(Path.GetDirectoryName(session.GraphPath)))
        {
            if (asked is not null)
            {
                journal.Add(new(JournalEntry.Asked, Source: asked));
            }
        }

        var place = Directory.CreateDirectory(Path.Combine(folder.Path, "packages", "contoso.json", "1.0.0")).FullName;
        File.WriteAllText(Path.Combine(place, ".nupkg.metadata"), $$"""{ "version": 2, "source": "{{source}}" }""");
        var package = ResolvedPackage.In([folder["packages"]], Samples.PackageOf("Contoso.Json", "1.0.0"));
        var graph = RestoreGraph.Parse([$"project\t{folder["obj"]}\t{folder["packages"]}\tapp.csproj\t{folder["nuget.config"]}"], "graph");

        Assert.AreEqual(expected, new UnaskedSources(session, graph).Among([package]).Count > 0);
    }
}
