using InstallGuard.Ledger;

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

        scene.Write(marks);

        Assert.IsTrue(CheckedMark.IsOf(scene.Assets));
        Assert.IsNull(scene.Changed());
    }

    [TestMethod]
    public void Assets_that_another_restore_writes_during_the_check_are_not_marked()
    {
        using var scene = new MarkedProject(Json);
        var marks = scene.Marks();
        scene.Resolve("contoso.xml/1.0.0");

        scene.Write(marks);

        Assert.IsFalse(CheckedMark.IsOf(scene.Assets));
        Assert.IsNull(CheckedMark.Find(scene.Assets));
    }

    [TestMethod]
    public void Package_that_another_restore_installs_during_the_check_is_not_marked()
    {
        using var scene = new MarkedProject(Json);
        var marks = scene.Marks();
        scene.InstallOther(Json);

        var failed = Assert.ThrowsExactly<IOException>(() => scene.Write(marks));

        Assert.Contains(scene.Folder(Json), failed.Message);
        Assert.IsFalse(File.Exists(scene.Mark));
    }

    [TestMethod]
    public void Mark_that_says_something_else_is_written_again()
    {
        using var scene = new MarkedProject(Json);
        File.WriteAllText(scene.Mark, "of other assets\nend\n");
        Assert.IsFalse(CheckedMark.IsOf(scene.Assets));

        scene.Write(scene.Marks());

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
        scene.Write(scene.Marks());
        File.WriteAllText(scene.Mark, string.Join('\n', [.. File.ReadLines(scene.Mark).Take(2), rest, ""]));

        Assert.IsNull(CheckedMark.Find(scene.Assets));
    }

    [TestMethod]
    public void Mark_that_was_removed_is_written_where_nothing_has_changed()
    {
        using var scene = new MarkedProject(Json);
        scene.Write(scene.Marks());

        CheckedMark.Remove(scene.Assets);
        Assert.IsFalse(CheckedMark.IsOf(scene.Assets));

        scene.WriteMissing(scene.Marks());
        Assert.IsNull(scene.Changed());
    }

    [TestMethod]
    public void Mark_that_is_there_stays_where_nothing_has_changed()
    {
        using var scene = new MarkedProject(Json);
        var seen = scene.Install("contoso.build/1.0.0");
        scene.WriteMissing(scene.Marks());

        scene.WriteMissing(scene.Marks("told", $"sdk\tContoso.Build\t1.0.0\t{seen}"));

        Assert.DoesNotContain(seen, File.ReadAllText(scene.Mark));
    }

    [TestMethod]
    public void Mark_names_the_SDKs_that_were_checked_with_the_assets()
    {
        using var scene = new MarkedProject(Json);
        var (seen, other) = (scene.Install("contoso.build/1.0.0"), scene.Install("contoso.build/2.0.0"));
        scene.Write(scene.Marks());
        scene.Write(scene.Marks("told", $"sdk\tContoso.Build\t1.0.0\t{seen}"));

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
        scene.Write(scene.Marks("told", $"sdk\tContoso.Build\t1.0.0\t{seen}"));

        scene.InstallOther("contoso.build/1.0.0");

        Assert.IsNull(scene.Changed());
        Assert.AreEqual(new(seen, IsGone: false), scene.Changed(seen));
    }

    [TestMethod]
    public void Packages_folder_of_a_build_is_one_that_was_looked_at()
    {
        using var scene = new MarkedProject(Json);
        scene.Write(scene.Marks());
        var mark = CheckedMark.Find(scene.Assets)!;
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(scene.Folder(Json)))!;

        Assert.IsTrue(mark.KnowsFolder("") && mark.KnowsFolder(folder) && mark.KnowsFolder(folder + "/") && mark.KnowsFolder(scene.First));
        Assert.IsFalse(mark.KnowsFolder(folder + "-of-the-repository/") || mark.KnowsFolder(Path.GetDirectoryName(scene.Assets)!));
    }

    [TestMethod]
    [DataRow(2, "Contoso.Json", DisplayName = "the package's pin is another")]
    [DataRow(1, "Contoso.Xml", DisplayName = "the package has no pin")]
    [DataRow(0, "", DisplayName = "the lock is gone")]
    public void Lock_that_says_something_else_about_a_package_is_not_the_one_that_was_checked_against(int day, string id)
    {
        using var scene = new MarkedProject(Json);
        scene.WriteLock(1, "Contoso.Json", "Contoso.Xml");
        scene.Write(scene.Marks());
        Assert.IsNull(CheckedMark.Find(scene.Assets)!.ChangedLock());

        if (day == 0)
        {
            File.Delete(scene.LockPath);
        }
        else
        {
            scene.WriteLock(day, id);
        }

        Assert.AreEqual(scene.LockPath, CheckedMark.Find(scene.Assets)!.ChangedLock());
        Assert.IsTrue(CheckedMark.IsOf(scene.Assets));
        Assert.IsFalse(CheckedMark.AreOf([scene.Assets], scene.LockPath));
    }

    [TestMethod]
    public void Lock_that_comes_after_a_check_without_one_is_not_the_one_that_was_checked_against()
    {
        using var scene = new MarkedProject(Json);
        scene.Write(scene.Marks());
        Assert.IsNull(CheckedMark.Find(scene.Assets)!.ChangedLock());

        scene.WriteLock(1, "Contoso.Json");

        Assert.AreEqual(scene.LockPath, CheckedMark.Find(scene.Assets)!.ChangedLock());
    }

    [TestMethod]
    public void Lock_that_says_more_about_other_packages_is_the_same_to_a_build_and_marked_again_by_the_next_restore()
    {
        using var scene = new MarkedProject(Json);
        scene.WriteLock(1, "Contoso.Json");
        scene.Write(scene.Marks());

        scene.WriteLock(1, "Contoso.Json", "Contoso.Xml");

        Assert.IsNull(CheckedMark.Find(scene.Assets)!.ChangedLock());
        Assert.IsFalse(CheckedMark.AreOf([scene.Assets], scene.LockPath));
        scene.WriteMissing(scene.Marks());
        Assert.IsTrue(CheckedMark.AreOf([scene.Assets], scene.LockPath));
    }

    [TestMethod]
    public void Lock_that_is_none_any_more_is_said_and_not_passed_over()
    {
        using var scene = new MarkedProject(Json);
        scene.WriteLock(1, "Contoso.Json");
        scene.Write(scene.Marks());

        File.WriteAllText(scene.LockPath, "<<<<<<< HEAD\n");

        _ = Assert.ThrowsExactly<LockFormatException>(() => CheckedMark.Find(scene.Assets)!.ChangedLock());
    }
}
