using InstallGuard.Adapters.Storage;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Which versions of a package a repository uses, by what its projects were restored with.</summary>
[TestClass]
public sealed class VersionInUseTests
{
    private static readonly PackageId Json = PackageId.Parse("Contoso.Json");

    [TestMethod]
    public void Versions_are_those_of_every_project_below_the_root_and_of_no_other_package()
    {
        using var folder = new TestFolder();
        Restored(folder, "app/obj", "Contoso.Json/2.0.0", "Contoso.Text/9.0.0");
        Restored(folder, "src/library/obj", "contoso.json/1.0.0");
        Restored(folder, "artifacts/obj/tests", "Contoso.Json/2.0.0");

        Assert.AreSequenceEqual(["1.0.0", "2.0.0"], VersionInUse.Below(folder.Path, Json).Select(used => used.Version.Text));
    }

    [TestMethod]
    public void Assets_that_cannot_be_read_say_nothing()
    {
        using var folder = new TestFolder();
        Restored(folder, "app/obj", "Contoso.Json/2.0.0");
        Directory.CreateDirectory(folder["broken"]);
        File.WriteAllText(Path.Combine(folder["broken"], AssetsFile.Name), "{");

        Assert.AreSequenceEqual(["2.0.0"], VersionInUse.Below(folder.Path, Json).Select(used => used.Version.Text));
    }

    [TestMethod]
    public void Version_in_two_projects_is_as_young_as_the_later_restore()
    {
        using var folder = new TestFolder();
        var (early, late) = (new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(Restored(folder, "a/obj", "Contoso.Json/2.0.0"), late);
        File.SetLastWriteTimeUtc(Restored(folder, "b/obj", "Contoso.Json/2.0.0"), early);

        Assert.AreEqual(late, VersionInUse.Below(folder.Path, Json).Single().At.UtcDateTime);
    }

    private static string Restored(TestFolder folder, string obj, params string[] libraries)
    {
        var at = Directory.CreateDirectory(folder[obj]).FullName;
        var path = Path.Combine(at, AssetsFile.Name);
        File.WriteAllText(path, $$"""
            {
              "libraries": { {{string.Join(", ", libraries.Select(library => $"\"{library}\": {{ \"type\": \"package\" }}"))}} },
              "targets": {}, "packageFolders": {}, "project": { "frameworks": {} }
            }
            """);
        return path;
    }
}
