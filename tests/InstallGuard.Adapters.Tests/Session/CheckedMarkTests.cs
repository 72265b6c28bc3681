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

    private sealed class Scene : IDisposable
    {
        private readonly TestFolder _folder = new();

        public Scene()
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Assets)!);
            File.WriteAllText(Assets, "{}");
        }

        public string Assets => Path.Combine(_folder["app"], "obj", "project.assets.json");

        public RestoreGraph Graph =>
            RestoreGraph.Parse([$"project\t{Path.GetDirectoryName(Assets)}\t/packages\t{_folder["app"]}/app.csproj\t"], "graph");

        public void Dispose() => _folder.Dispose();
    }
}
