namespace InstallGuard.Adapters.Session;

/// <summary>A mark is about the assets that were checked and the packages that lay there then, and no others.</summary>
[TestClass]
public sealed class CheckedMarkTests
{
    private const string Json = "contoso.json/1.0.0";

    [TestMethod]
    public void Assets_are_marked_once_they_were_checked()
    {
        using var scene = new MarkedProject(Json);
        var marks = scene.Marks();
        Assert.IsFalse(CheckedMark.IsOf(scene.Assets));
        Assert.IsNull(CheckedMark.Find(scene.Assets));

        CheckedMark.Write(marks);

        Assert.IsTrue(CheckedMark.IsOf(scene.Assets));
        Assert.IsNull(scene.Changed());
    }

    [TestMethod]
    public void Assets_that_another_restore_writes_during_the_check_are_not_marked()
    {
        using var scene = new MarkedProject(Json);
        var marks = scene.Marks();
        scene.Resolve("contoso.xml/1.0.0");

        CheckedMark.Write(marks);

        Assert.IsFalse(CheckedMark.IsOf(scene.Assets));
        Assert.IsNull(CheckedMark.Find(scene.Assets));
    }

    [TestMethod]
    public void Package_that_another_restore_installs_during_the_check_is_not_marked()
    {
        using var scene = new MarkedProject(Json);
        var marks = scene.Marks();
        scene.InstallOther(Json);

        var failed = Assert.ThrowsExactly<IOException>(() => CheckedMark.Write(marks));

        Assert.Contains(scene.Folder(Json), failed.Message);
        Assert.IsFalse(File.Exists(scene.Mark));
    }

    [TestMethod]
    public void Mark_that_says_something_else_is_written_again()
    {
        using var scene = new MarkedProject(Json);
        File.WriteAllText(scene.Mark, "of other assets\nend\n");
        Assert.IsFalse(CheckedMark.IsOf(scene.Assets));

        CheckedMark.Write(scene.Marks());

        Assert.IsTrue(CheckedMark.IsOf(scene.Assets));
    }

    [TestMethod]
    [DataRow("", DisplayName = "cut off before its end")]
    [DataRow("unheard of\nend", DisplayName = "with another kind of line")]
    [DataRow("package installed:1:2\nend", DisplayName = "with half a line")]
    [DataRow("absent \nend", DisplayName = "with an empty line")]
    public void Mark_that_is_damaged_is_none(string rest)
    {
        using var scene = new MarkedProject(Json);
        CheckedMark.Write(scene.Marks());
        File.WriteAllText(scene.Mark, string.Join('\n', [.. File.ReadLines(scene.Mark).Take(2), rest, ""]));

        Assert.IsNull(CheckedMark.Find(scene.Assets));
    }

    [TestMethod]
    public void Mark_that_was_removed_is_written_where_nothing_has_changed()
    {
        using var scene = new MarkedProject(Json);
        CheckedMark.Write(scene.Marks());

        CheckedMark.Remove(scene.Assets);
        Assert.IsFalse(CheckedMark.IsOf(scene.Assets));

        CheckedMark.WriteMissing(scene.Marks());
        Assert.IsNull(scene.Changed());
    }

    [TestMethod]
    public void Mark_that_is_there_stays_where_nothing_has_changed()
    {
        using var scene = new MarkedProject(Json);
        var seen = scene.Install("contoso.build/1.0.0");
        CheckedMark.WriteMissing(scene.Marks());

        CheckedMark.WriteMissing(scene.Marks("told", $"sdk\tContoso.Build\t1.0.0\t{seen}"));

        Assert.DoesNotContain(seen, File.ReadAllText(scene.Mark));
    }

    [TestMethod]
    public void Mark_names_the_SDKs_that_were_checked_with_the_assets()
    {
        using var scene = new MarkedProject(Json);
        var (seen, other) = (scene.Install("contoso.build/1.0.0"), scene.Install("contoso.build/2.0.0"));
        CheckedMark.Write(scene.Marks());
        CheckedMark.Write(scene.Marks("told", $"sdk\tContoso.Build\t1.0.0\t{seen}"));

        var mark = CheckedMark.Find(scene.Assets);

        Assert.IsNotNull(mark);
        Assert.IsNull(mark.UncheckedSdk([seen, scene.Folder(Json)]));
        Assert.AreEqual(other, mark.UncheckedSdk([seen, other]));
    }

    [TestMethod]
    public void SDK_that_is_another_by_now_counts_where_it_is_used()
    {
        using var scene = new MarkedProject(Json);
        var seen = scene.Install("contoso.build/1.0.0");
        CheckedMark.Write(scene.Marks("told", $"sdk\tContoso.Build\t1.0.0\t{seen}"));

        scene.InstallOther("contoso.build/1.0.0");

        Assert.IsNull(scene.Changed());
        Assert.AreEqual(new(seen, IsGone: false), scene.Changed(seen));
    }

    [TestMethod]
    public void Packages_folder_of_a_build_is_one_that_was_looked_at()
    {
        using var scene = new MarkedProject(Json);
        CheckedMark.Write(scene.Marks());
        var mark = CheckedMark.Find(scene.Assets)!;
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(scene.Folder(Json)))!;

        Assert.IsTrue(mark.KnowsFolder("") && mark.KnowsFolder(folder) && mark.KnowsFolder(folder + "/") && mark.KnowsFolder(scene.First));
        Assert.IsFalse(mark.KnowsFolder(folder + "-of-the-repository/") || mark.KnowsFolder(Path.GetDirectoryName(scene.Assets)!));
    }

}
