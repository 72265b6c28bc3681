using InstallGuard.Adapters.Storage;

namespace InstallGuard.Adapters.Workspace;

/// <summary>NuGet's <c>project.assets.json</c>, as NuGet writes it and as it should not be.</summary>
[TestClass]
public sealed class AssetsFileTests
{
    private const string Sound = """
        {
          "version": 3,
          "libraries": {
            "Contoso.Json/1.0.0": { "type": "package" },
            "Contoso.Xml/2.0.0-beta.1": { "type": "package" },
            "library/1.0.0": { "type": "project" }
          },
          "targets": { "net10.0": { "Contoso.Json/1.0.0": { "type": "package" }, "library/1.0.0": { "type": "project" } } },
          "packageFolders": { "/one/": {}, "/two/": {} },
          "project": {
            "frameworks": {
              "net10.0": { "downloadDependencies": [ { "name": "Contoso.Pack", "version": "[1.0.0, 1.0.0];[2.0.0]" } ] },
              "net8.0": { "downloadDependencies": [ { "name": "Contoso.Pack", "version": "[1.0.0]" } ] },
              "net9.0": {}
            }
          }
        }
        """;

    [TestMethod]
    public void Packages_are_those_that_were_resolved_and_those_that_were_only_downloaded()
    {
        using var folder = new TestFolder();

        Assert.AreSequenceEqual(
            ["Contoso.Json 1.0.0", "Contoso.Pack 1.0.0", "Contoso.Pack 2.0.0", "Contoso.Xml 2.0.0-beta.1"],
            Read(folder, Sound).Select(package => package.Package.ToString()).Order(StringComparer.Ordinal));
    }

    [TestMethod]
    [DataRow("", DisplayName = "nothing")]
    [DataRow("{", DisplayName = "half of it")]
    [DataRow("[]", DisplayName = "a list")]
    [DataRow("null", DisplayName = "null")]
    [DataRow("{}", DisplayName = "no libraries")]
    [DataRow("""{ "libraries": [], "targets": {}, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "libraries in a list")]
    [DataRow("""{ "libraries": {}, "targets": {}, "packageFolders": {} }""", DisplayName = "no project")]
    [DataRow("""{ "libraries": {}, "targets": {}, "project": { "frameworks": {} } }""", DisplayName = "no folders")]
    [DataRow("""{ "libraries": { "Contoso.Json/1.0.0": {} }, "targets": {}, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "no type")]
    [DataRow("""{ "libraries": { "Contoso.Json": { "type": "package" } }, "targets": {}, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "no version")]
    [DataRow("""{ "libraries": { "Contoso.Json/": { "type": "package" } }, "targets": {}, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "an empty version")]
    [DataRow("""{ "libraries": { "/1.0.0": { "type": "package" } }, "targets": {}, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "an empty id")]
    [DataRow("""{ "libraries": { "../../x/1.0.0": { "type": "package" } }, "targets": {}, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "an id that leads out")]
    [DataRow("""{ "libraries": { "Contoso.Json/1.0.0/..": { "type": "package" } }, "targets": {}, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "a version that leads out")]
    [DataRow("""{ "libraries": {}, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "no targets")]
    [DataRow("""{ "libraries": {}, "targets": {}, "targets": {}, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "targets twice")]
    [DataRow("""{ "libraries": { "Contoso.Json/1.0.0": { "type": "pack" } }, "targets": {}, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "an unknown type")]
    [DataRow("""{ "libraries": {}, "targets": {}, "packageFolders": {}, "project": { "frameworks": { "net10.0": { "downloadDependencies": [ {} ] } } } }""", DisplayName = "a download without a name")]
    [DataRow("""{ "libraries": {}, "targets": {}, "packageFolders": {}, "project": { "frameworks": { "net10.0": { "downloadDependencies": [ { "name": "A", "version": "[*]" } ] } } } }""", DisplayName = "a download of any version")]
    public void File_that_is_something_else_is_an_error_that_names_it(string text)
    {
        using var folder = new TestFolder();

        var error = Assert.ThrowsExactly<InvalidDataException>(() => Read(folder, text));

        Assert.Contains(folder["project.assets.json"], error.Message);
    }

    [TestMethod]
    [DataRow("""{ "libraries": { "Contoso.Json/1.0.0": { "type": "Package" } }, "targets": {}, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "a type of another spelling")]
    [DataRow("""{ "libraries": {}, "targets": { "net10.0": { "Contoso.Json/1.0.0": { "type": "package" } } }, "packageFolders": {}, "project": { "frameworks": {} } }""", DisplayName = "in the targets alone")]
    public void Package_that_a_build_would_use_is_found_however_it_is_written(string text)
    {
        using var folder = new TestFolder();

        Assert.AreEqual("Contoso.Json 1.0.0", Read(folder, text).Single().Package.ToString());
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("/proc/self/cwd/offline")]
    [DataRow("/tmp/../dev/fd/3")]
    public void Folder_that_is_another_one_for_each_program_is_an_error(string path)
    {
        using var folder = new TestFolder();

        _ = Assert.ThrowsExactly<InvalidDataException>(() => Read(folder, Sound.Replace("/two/", path, StringComparison.Ordinal)));
    }

    [TestMethod]
    public void File_that_is_not_there_is_an_error() =>
        _ = Assert.Throws<IOException>(() => AssetsFile.Packages(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString(), "project.assets.json")));

    [TestMethod]
    public void Package_lies_in_the_first_folder_that_has_it()
    {
        using var folder = new TestFolder();
        var (one, two) = (Path.Combine(folder.Path, "one"), Path.Combine(folder.Path, "two"));
        var place = Directory.CreateDirectory(Path.Combine(two, "contoso.json", "1.0.0-beta")).FullName;
        File.WriteAllText(Path.Combine(place, "contoso.json.1.0.0-beta.nupkg"), "bytes");
        File.WriteAllText(Path.Combine(place, ".nupkg.metadata"), """{ "version": 2, "source": "https://jo:secret@contoso.example/v3/index.json?key=secret" }""");

        var package = ResolvedPackage.In([one, two], Samples.PackageOf("Contoso.Json", "1.0.0-Beta"));

        Assert.AreEqual("https://contoso.example/v3/index.json", package.Source);
        using var reader = new StreamReader(package.Open());
        Assert.AreEqual("bytes", reader.ReadToEnd());
    }

    [TestMethod]
    public void Package_lies_in_every_folder_that_a_restore_or_a_build_would_take_it_from()
    {
        using var folder = new TestFolder();
        string[] names = ["none", "hash", "mark", "later"];
        string At(string name, string file) => Path.Combine(folder.Path, name, "contoso.json", "1.0.0", file);
        foreach (var name in names.Skip(1))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(name, "a"))!);
            File.WriteAllText(At(name, "contoso.json.1.0.0.nupkg.sha512"), "");
        }

        File.WriteAllText(At("mark", ".nupkg.metadata"), "{}");
        File.WriteAllText(At("later", ".nupkg.metadata"), "{}");

        var found = ResolvedPackage.Of(names.Select(name => Path.Combine(folder.Path, name)), Samples.PackageOf("Contoso.Json", "1.0.0"));

        Assert.AreSequenceEqual([At("hash", ""), At("mark", "")], found.Select(package => package.Folder));
        string[] none = [At("none", ".nupkg.metadata"), At("none", "contoso.json.1.0.0.nupkg.sha512"), At("hash", ".nupkg.metadata")];
        CollectionAssert.AreEqual(none, found[0].PassedOver.ToList());
        CollectionAssert.AreEqual(none, found[1].PassedOver.ToList());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("[]")]
    [DataRow("{}")]
    [DataRow("""{ "source": 1 }""")]
    [DataRow("""{ "source": "" }""")]
    public void Source_that_was_not_written_down_is_unknown(string metadata)
    {
        using var folder = new TestFolder();
        var place = Directory.CreateDirectory(Path.Combine(folder.Path, "contoso.json", "1.0.0")).FullName;
        File.WriteAllText(Path.Combine(place, ".nupkg.metadata"), metadata);

        Assert.AreEqual("an unknown source", ResolvedPackage.In([folder.Path], Samples.PackageOf("Contoso.Json", "1.0.0")).Source);
    }

    [TestMethod]
    [DataRow(".git")]
    [DataRow("InstallGuard.targets")]
    public void Package_that_a_commit_can_bring_comes_from_its_folder_whatever_it_says(string root)
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder[root], "");
        var offline = Path.Combine(folder.Path, "offline");
        var place = Directory.CreateDirectory(Path.Combine(offline, "contoso.json", "1.0.0")).FullName;
        File.WriteAllText(Path.Combine(place, ".nupkg.metadata"), """{ "version": 2, "source": "https://contoso.example/v3/index.json" }""");
        var package = ResolvedPackage.In([offline], Samples.PackageOf("Contoso.Json", "1.0.0"));
        var before = package.Installation();

        File.WriteAllText(Path.Combine(place, "a.targets"), "");

        Assert.AreEqual(offline, package.Source);
        Assert.AreNotEqual(before, package.Installation());
    }

    [TestMethod]
    public void Package_that_is_in_no_folder_cannot_be_opened()
    {
        using var folder = new TestFolder();
        var package = ResolvedPackage.In([folder.Path], Samples.PackageOf("Contoso.Json", "1.0.0"));

        var error = Assert.Throws<IOException>(package.Open);

        Assert.Contains("Contoso.Json 1.0.0", error.Message);
    }

    private static IReadOnlyList<ResolvedPackage> Read(TestFolder folder, string text)
    {
        File.WriteAllText(folder["project.assets.json"], text);
        return AssetsFile.Packages(folder["project.assets.json"]);
    }
}
