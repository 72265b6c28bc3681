using InstallGuard.Adapters.Storage;
using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Adapters.Session;

/// <summary>A mark is about the assets that were checked, and no others.</summary>
[TestClass]
public sealed class CheckedMarkTests
{
    [TestMethod]
    public void Assets_are_marked_once_they_were_checked()
    {
        using var scene = new Scene();
        var marks = CheckedMark.Of(scene.Graph);
        Assert.IsFalse(CheckedMark.IsOf(scene.Assets));

        CheckedMark.Write(marks);

        Assert.IsTrue(CheckedMark.IsOf(scene.Assets));
    }

    [TestMethod]
    public void Assets_that_another_restore_writes_during_the_check_are_not_marked()
    {
        using var scene = new Scene();
        var marks = CheckedMark.Of(scene.Graph);
        File.WriteAllText(scene.Assets, """{ "other": true }""");

        CheckedMark.Write(marks);

        Assert.IsFalse(CheckedMark.IsOf(scene.Assets));
    }

    [TestMethod]
    public void Mark_that_says_something_else_is_written_again()
    {
        using var scene = new Scene();
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(scene.Assets)!, "installguard.checked"), "of other assets\n");
        Assert.IsFalse(CheckedMark.IsOf(scene.Assets));

        CheckedMark.Write(CheckedMark.Of(scene.Graph));

        Assert.IsTrue(CheckedMark.IsOf(scene.Assets));
    }

    [TestMethod]
    public void Project_without_assets_has_no_mark()
    {
        using var scene = new Scene();
        File.Delete(scene.Assets);

        Assert.IsEmpty(CheckedMark.Of(scene.Graph));
    }

    [TestMethod]
    public void Mark_names_the_SDKs_that_were_checked_with_the_assets()
    {
        using var scene = new Scene();
        var (seen, other, ofAssets) = (scene.Package("contoso.build/1.0.0"), scene.Package("contoso.build/2.0.0"), scene.Package("contoso.json/1.0.0"));
        File.WriteAllText(scene.Assets, $$"""{ "packageFolders": { "{{scene.Packages}}/": {} }, "libraries": { "Contoso.Json/1.0.0": { "type": "package" } }, "targets": {}, "project": { "frameworks": {} } }""");
        CheckedMark.Write(CheckedMark.Of(scene.Graph));
        CheckedMark.Write(CheckedMark.Of(scene.With("told", $"sdk\tContoso.Build\t1.0.0\t{seen}")));

        Assert.IsTrue(CheckedMark.IsOf(scene.Assets));
        Assert.IsNull(CheckedMark.UncheckedSdk(scene.Assets, [seen, ofAssets]));
        Assert.AreEqual(other, CheckedMark.UncheckedSdk(scene.Assets, [seen, other]));
    }

    [TestMethod]
    public void Mark_that_is_there_stays_where_nothing_has_changed()
    {
        using var scene = new Scene();
        var seen = scene.Package("contoso.build/1.0.0");
        CheckedMark.WriteMissing(CheckedMark.OfAssets(scene.Graph));
        CheckedMark.WriteMissing(CheckedMark.OfAssets(scene.With("told", $"sdk\tContoso.Build\t1.0.0\t{seen}")));

        Assert.DoesNotContain(seen, File.ReadAllText(Path.Combine(Path.GetDirectoryName(scene.Assets)!, "installguard.checked")));
    }

    private sealed class Scene : IDisposable
    {
        private readonly TestFolder _folder = new();

        public Scene()
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Assets)!);
            File.WriteAllText(Assets, "{}");
        }

        public string Assets => Path.Combine(_folder["app"], "obj", "project.assets.json");

        public string Packages => _folder["packages"];

        public RestoreGraph Graph => With();

        public RestoreGraph With(params string[] more) =>
            RestoreGraph.Parse([$"project\t{Path.GetDirectoryName(Assets)}\t{Packages}\t{_folder["app"]}/app.csproj\t", .. more], "graph");

        public string Package(string name)
        {
            var folder = Path.Combine(Packages, name);
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, ".nupkg.metadata"), "{}");
            return folder;
        }

        public void Dispose() => _folder.Dispose();
    }
}
