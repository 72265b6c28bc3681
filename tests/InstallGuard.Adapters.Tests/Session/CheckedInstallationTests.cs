namespace InstallGuard.Adapters.Session;

/// <summary>A build uses the packages that were checked: the same installation, or the same package installed again.</summary>
[TestClass]
public sealed class CheckedInstallationTests
{
    private const string Json = "contoso.json/1.0.0";

    [TestMethod]
    public void Other_package_of_the_same_name_in_the_same_place_is_another()
    {
        using var scene = Marked();

        scene.InstallOther(Json);

        Assert.AreEqual(new(scene.Folder(Json), IsGone: false), scene.Changed());
    }

    [TestMethod]
    public void Package_that_is_gone_is_said_to_be()
    {
        using var scene = Marked();

        Directory.Delete(scene.Folder(Json), recursive: true);

        Assert.AreEqual(new(scene.Folder(Json), IsGone: true), scene.Changed());
    }

    [TestMethod]
    public void Same_package_installed_again_is_the_same()
    {
        using var scene = Marked();
        Directory.Delete(scene.Folder(Json), recursive: true);

        _ = scene.Install(Json, installedAgain: true);

        Assert.IsNull(scene.Changed());
        Assert.IsNull(scene.Changed());
    }

    [TestMethod]
    public void Files_of_NuGet_that_another_package_brought_along_prove_nothing()
    {
        using var scene = Marked();
        var before = Directory.EnumerateFiles(scene.Folder(Json)).ToDictionary(path => path, File.ReadAllBytes);
        scene.InstallOther(Json);
        foreach (var (path, bytes) in before.Where(file => Path.GetFileName(file.Key).Contains(".nupkg", StringComparison.Ordinal)))
        {
            File.WriteAllBytes(path, bytes);
        }

        Assert.AreEqual(new(scene.Folder(Json), IsGone: false), scene.Changed());
    }

    [TestMethod]
    public void File_that_is_not_of_the_package_is_found_where_it_is_installed_again()
    {
        using var scene = Marked();
        Directory.Delete(scene.Folder(Json), recursive: true);
        var folder = scene.Install(Json, installedAgain: true);
        _ = Directory.CreateDirectory(Path.Combine(folder, "build"));
        File.WriteAllText(Path.Combine(folder, "build", "Contoso.Json.targets"), "<Project />");

        Assert.AreEqual(new(folder, IsGone: false), scene.Changed());
    }

    [TestMethod]
    public void In_a_repository_any_file_counts()
    {
        using var scene = new MarkedProject(Json, inRepository: true);
        scene.Write(scene.Marks());
        Assert.IsNull(scene.Changed());

        File.WriteAllText(Path.Combine(scene.Folder(Json), "lib", "Contoso.Json.dll"), "changed");

        Assert.AreEqual(new(scene.Folder(Json), IsGone: false), scene.Changed());
    }

    [TestMethod]
    public void In_a_repository_the_same_files_of_a_later_time_are_the_same()
    {
        using var scene = new MarkedProject(Json, inRepository: true);
        scene.Write(scene.Marks());

        File.SetLastWriteTimeUtc(Path.Combine(scene.Folder(Json), "lib", "Contoso.Json.dll"), new(2026, 11, 27, 12, 0, 0, DateTimeKind.Utc));

        Assert.IsNull(scene.Changed());
    }

    [TestMethod]
    [DataRow(".nupkg.metadata")]
    [DataRow("contoso.json.1.0.0.nupkg.sha512")]
    public void Folder_that_comes_first_and_has_the_package_by_now_is_named(string file)
    {
        using var scene = Marked();
        var folder = Path.Combine(scene.First, "contoso.json", "1.0.0");
        _ = Directory.CreateDirectory(folder);
        Assert.IsNull(scene.Changed());

        File.WriteAllText(Path.Combine(folder, file), "{}");

        Assert.AreEqual(new(folder, IsGone: false), scene.Changed());
    }

    private static MarkedProject Marked()
    {
        var scene = new MarkedProject(Json);
        scene.Write(scene.Marks());
        return scene;
    }
}
