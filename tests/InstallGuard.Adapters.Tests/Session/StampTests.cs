using System.Text;
using InstallGuard.Adapters.Storage;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Session;

/// <summary>A stamp holds only while nothing at all has changed.</summary>
[TestClass]
public sealed class StampTests
{
    private static readonly Package Json = new(PackageId.Parse("Contoso.Json"), PackageVersion.Parse("1.0.0"));

    [TestMethod]
    public void Stamp_holds_while_everything_is_as_it_was()
    {
        using var scene = new Scene();

        Assert.IsTrue(scene.Stamp().IsCurrent());
        Assert.IsTrue(scene.Stamp().IsCurrent());
    }

    [TestMethod]
    public void Check_that_was_never_made_is_not_current()
    {
        using var scene = new Scene();

        Assert.IsFalse(scene.Stamp(target: "/other.csproj").IsCurrent());
    }

    [TestMethod]
    public void Other_settings_other_projects_or_another_version_of_the_tool_are_another_check()
    {
        using var scene = new Scene();

        Assert.IsFalse(scene.Stamp(subject: "locked").IsCurrent());
    }

    [TestMethod]
    [DataRow("lock")]
    [DataRow("assets")]
    public void File_with_other_contents_ends_it(string name)
    {
        using var scene = new Scene();
        var (written, path) = (File.GetLastWriteTimeUtc(scene[name]), scene[name]);
        File.WriteAllText(path, "{ }");
        File.SetLastWriteTimeUtc(path, written);

        Assert.IsFalse(scene.Stamp().IsCurrent());
    }

    [TestMethod]
    [DataRow("lock")]
    [DataRow("assets")]
    [DataRow("packages/contoso.json/1.0.0/.nupkg.metadata")]
    public void File_that_is_gone_ends_it(string name)
    {
        using var scene = new Scene();
        File.Delete(scene[name]);

        Assert.IsFalse(scene.Stamp().IsCurrent());
    }

    [TestMethod]
    public void Before_a_restore_the_assets_may_be_missing_and_nothing_else()
    {
        using var scene = new Scene();
        Assert.IsTrue(scene.Stamp().CanBecomeCurrent());
        File.Delete(scene["assets"]);
        Assert.IsTrue(scene.Stamp().CanBecomeCurrent());
        Assert.IsFalse(scene.Stamp().IsCurrent());

        scene.Write("assets", "{ }");
        Assert.IsFalse(scene.Stamp().CanBecomeCurrent());
        scene.Write("assets", "{}");
        Assert.IsTrue(scene.Stamp().CanBecomeCurrent());

        File.Delete(scene["packages/contoso.json/1.0.0/.nupkg.metadata"]);
        Assert.IsFalse(scene.Stamp().CanBecomeCurrent());
    }

    [TestMethod]
    public void Package_that_was_installed_anew_ends_it()
    {
        using var scene = new Scene();
        var mark = scene["packages/contoso.json/1.0.0/.nupkg.metadata"];
        File.SetLastWriteTimeUtc(mark, File.GetLastWriteTimeUtc(mark).AddTicks(1));

        Assert.IsFalse(scene.Stamp().IsCurrent());
    }

    [TestMethod]
    public void Package_that_appears_in_a_folder_before_its_own_ends_it()
    {
        using var scene = new Scene();
        scene.Write("first/contoso.json/1.0.0/.nupkg.metadata", "{}");

        Assert.IsFalse(scene.Stamp().IsCurrent());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("installguard-stamp/2")]
    [DataRow("installguard-stamp/1\nx\nend\n")]
    public void Damaged_stamp_is_none(string text)
    {
        using var scene = new Scene();
        scene.Text = text;

        Assert.IsFalse(scene.Stamp().IsCurrent());
    }

    [TestMethod]
    [DataRow("nonsense")]
    [DataRow("content")]
    [DataRow("content -")]
    [DataRow("content - ")]
    [DataRow("there 1 2")]
    [DataRow("there 1 2 ")]
    [DataRow("there - - /nowhere")]
    [DataRow("there 1x 2 /nowhere")]
    [DataRow("absent")]
    [DataRow("absent ")]
    [DataRow("content - /a\0b\nend")]
    [DataRow("there 1 2 /a\0b")]
    [DataRow("")]
    [DataRow("end")]
    public void Stamp_with_a_line_that_says_nothing_is_none(string line)
    {
        using var scene = new Scene();
        var text = scene.Text;
        for (var end = text.IndexOf('\n') + 1; end > 0; end = text.IndexOf('\n', end) + 1)
        {
            scene.Text = text.Insert(end, line + "\n");

            Assert.IsFalse(scene.Stamp().IsCurrent(), scene.Text);
        }
    }

    [TestMethod]
    public void Stamp_that_is_not_whole_is_none()
    {
        using var scene = new Scene();
        var text = scene.Text;
        for (var length = text.TrimEnd('\n').Length - 1; length >= 0; length--)
        {
            scene.Text = text[..length];

            Assert.IsFalse(scene.Stamp().IsCurrent(), scene.Text);
        }
    }

    [TestMethod]
    [DataRow("lib/a.dll", "other", DisplayName = "changed")]
    [DataRow("build/contoso.json.targets", "new", DisplayName = "added")]
    [DataRow("lib/a.dll", null, DisplayName = "gone")]
    public void Any_file_of_a_package_that_a_commit_can_bring_counts(string file, string? text)
    {
        using var scene = new Scene();
        scene.Write("repo/.git/HEAD", "");
        scene.Write("repo/offline/contoso.json/1.0.0/.nupkg.metadata", "{}");
        scene.Write("repo/offline/contoso.json/1.0.0/lib/a.dll", "dll");
        scene.Stamp().Write([], [ResolvedPackage.In([scene["repo/offline"]], Json)]);
        Assert.IsTrue(scene.Stamp().IsCurrent(), scene.Text);

        var path = $"repo/offline/contoso.json/1.0.0/{file}";
        if (text is null)
        {
            File.Delete(scene[path]);
        }
        else
        {
            scene.Write(path, text);
        }

        Assert.IsFalse(scene.Stamp().IsCurrent(), scene.Text);
    }

    [TestMethod]
    public void Random_bytes_in_a_stamp_make_it_none_and_throw_nothing()
    {
        using var scene = new Scene();
        var whole = scene.Bytes;

        // What is not there can have any name.
        var absent = scene.Text.IndexOf("absent ", StringComparison.Ordinal);
        var next = scene.Text.IndexOf('\n', scene.Text.LastIndexOf("absent ", StringComparison.Ordinal)) + 1;
        var random = new Random(20260801);
        for (var run = 0; run < 2000; run++)
        {
            var bytes = (byte[])whole.Clone();
            var at = random.Next(bytes.Length - (next - absent));
            random.NextBytes(bytes.AsSpan(at < absent ? at : at + next - absent, 1));
            scene.Bytes = bytes;

            Assert.AreEqual(bytes.SequenceEqual(whole), scene.Stamp().IsCurrent(), scene.Text);
        }
    }

    private sealed class Scene : IDisposable
    {
        private readonly TestFolder _folder = new();

        public Scene()
        {
            Write("lock", "{}");
            Write("assets", "{}");
            Write("packages/contoso.json/1.0.0/.nupkg.metadata", "{}");
            Stamp().Write(InstallGuard.Adapters.Session.Stamp.Take([this["lock"], this["assets"]]), [ResolvedPackage.In([this["first"], this["packages"]], Json)]);
        }

        public string this[string name] => Path.GetFullPath(Path.Combine(_folder["."], name));

        public byte[] Bytes
        {
            get => File.ReadAllBytes(Directory.EnumerateFiles(this["stamps"]).Single());
            set => File.WriteAllBytes(Directory.EnumerateFiles(this["stamps"]).Single(), value);
        }

        public string Text
        {
            get => Encoding.UTF8.GetString(Bytes);
            set => Bytes = Encoding.UTF8.GetBytes(value);
        }

        public Stamp Stamp(string target = "/app.csproj", string subject = "subject") => new(this["stamps"], target, subject);

        public void Write(string name, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
            File.WriteAllText(this[name], text);
        }

        public void Dispose() => _folder.Dispose();
    }
}
