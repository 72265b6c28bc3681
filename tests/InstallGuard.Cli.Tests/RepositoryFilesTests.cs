using InstallGuard.Cli.Initializing;

namespace InstallGuard.Cli;

/// <summary>What a team has written stays as it is, to the byte, and comes back to the byte.</summary>
[TestClass]
public sealed class RepositoryFilesTests
{
    private const string Version = "1.2.3";

    public static IEnumerable<string> GlobalJsons =>
    [
        "{}",
        "{ }",
        "{\n}\n",
        "{ /* ours */ }",
        """{ "sdk": { "version": "10.0.100" } }""",
        "{\n  \"sdk\": {\n    \"version\": \"10.0.100\",\n    \"rollForward\": \"latestFeature\"\n  }\n}\n",
        "{\r\n\t\"sdk\": {\r\n\t\t\"version\": \"10.0.100\"\r\n\t}\r\n}",
        "{\n  // pinned, see the wiki\n  \"msbuild-sdks\": {\n    \"Microsoft.Build.Traversal\": \"4.1.0\" // and so on\n  }\n}\n",
        """{"msbuild-sdks":{"Other.Sdk":"1.0.0"},"sdk":{"version":"10.0.100"}}""",
        """{"msbuild-sdks":{},"tools":[1,2,{"a":null}]}""",
        "{\n    \"msbuild-sdks\" : {\n    }\n}",
        "{\n  \"text\": \"ü 空白 \\u0041 }\",\n  \"msbuild-sdks\": { \"A\": \"1\", \"B\": \"2\" }\n}\n",
        "{\n  \"a\": true,\n  \"b\": [\n    1\n  ],\n}\n",
        "\n\n  {  \"sdk\"  :  {  }  }  \n\n",
    ];

    [TestMethod]
    [DynamicData(nameof(GlobalJsons))]
    public void Line_goes_into_global_json_and_out_again(string before)
    {
        var after = GlobalJson.With(before, Version);

        Assert.AreEqual(Version, GlobalJson.PinnedVersion(after), after);
        Assert.AreEqual(after, GlobalJson.With(after, Version));
        Assert.AreEqual(before, GlobalJson.Without(after), after);
        Assert.IsTrue(IsWithInsertions(before, after), after);
    }

    [TestMethod]
    [DynamicData(nameof(GlobalJsons))]
    public void Newer_version_replaces_the_older_one_and_nothing_else(string before)
    {
        var newer = GlobalJson.With(GlobalJson.With(before, "0.9.0"), Version);

        Assert.AreEqual(GlobalJson.With(before, Version), newer);
    }

    [TestMethod]
    public void New_global_json_is_removed_again()
    {
        Assert.AreEqual(Version, GlobalJson.PinnedVersion(GlobalJson.New(Version)));
        Assert.IsNull(GlobalJson.Without(GlobalJson.New(Version)));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("[]")]
    [DataRow("\"text\"")]
    [DataRow("{ \"a\": }")]
    [DataRow("{ \"a\": 1")]
    [DataRow("<Project />")]
    public void Global_json_that_is_something_else_is_an_error(string text)
    {
        var error = Assert.ThrowsExactly<FormatException>(() => GlobalJson.With(text, Version));

        Assert.Contains("global.json", error.Message);
    }

    public static IEnumerable<string> Targets =>
    [
        "<Project />",
        "<Project/>",
        "<Project></Project>",
        "<Project>\n</Project>",
        "<Project>\n</Project>\n",
        "<Project>\r\n  <Target Name=\"A\" />\r\n</Project>\r\n",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- </Project> -->\n<Project ToolsVersion=\"15.0\" xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n\t<PropertyGroup>\n\t\t<A>1 &lt; 2</A>\n\t</PropertyGroup>\n</Project>\n<!-- end -->",
        "<Project><PropertyGroup><A>1</A></PropertyGroup></Project>",
        "<Project>\n    <PropertyGroup>\n        <A>ü 空白</A>\n    </PropertyGroup>  </Project>\n",
        "<Project\n  Sdk=\"Other.Sdk\"\n/>\n",
    ];

    [TestMethod]
    [DynamicData(nameof(Targets))]
    public void Import_goes_into_targets_and_out_again(string before)
    {
        var after = TargetsFile.With(TargetsFile.ForProjects, before);

        Assert.IsTrue(TargetsFile.Imports(TargetsFile.ForProjects, after), after);
        Assert.AreEqual(after, TargetsFile.With(TargetsFile.ForProjects, after));
        Assert.AreEqual(before, TargetsFile.Without(TargetsFile.ForProjects, after), after);
    }

    [TestMethod]
    public void Import_of_the_SDK_itself_is_as_good()
    {
        const string ByHand = """<Project><Import Project="Sdk.targets" Sdk="InstallGuard.Sdk" /></Project>""";

        Assert.AreEqual(ByHand, TargetsFile.With(TargetsFile.ForProjects, ByHand));
    }

    [TestMethod]
    [DataRow("", 0, 0)]
    [DataRow("<Project>", 1, 10)]
    [DataRow("<Project>\n<A>\n</Project>", 3, 3)]
    public void Targets_that_are_no_xml_are_an_error_with_its_place(string text, int line, int column)
    {
        var error = Assert.ThrowsExactly<FormatException>(() => TargetsFile.With(TargetsFile.ForProjects, text));

        Assert.Contains("Directory.Build.targets", error.Message);
        Assert.Contains($"line {line}, column {column}", error.Message);
    }

    [TestMethod]
    [DataRow("<configuration />")]
    [DataRow("<!DOCTYPE x [<!ENTITY a 'b'>]><Project>&a;</Project>")]
    public void Root_that_is_no_project_is_an_error(string text) =>
        Assert.ThrowsExactly<FormatException>(() => TargetsFile.With(TargetsFile.ForProjects, text));

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Whole_repository_comes_back_to_the_byte(bool marked)
    {
        using var shell = new Shell();
        byte[] mark = marked ? [0xEF, 0xBB, 0xBF] : [];
        byte[] json = [.. mark, .. "{\n  \"sdk\": {}\n}\n"u8];
        byte[] targets = [.. mark, .. "<Project>\n</Project>\n"u8];
        _ = shell.File("global.json", json);
        _ = shell.File("Directory.Build.targets", targets);
        var files = new RepositoryFiles(shell.Folder);
        Make(files.Guarding(Version, []));
        Assert.IsEmpty(files.Guarding(Version, []));
        Assert.HasCount(4, Directory.GetFiles(shell.Folder));

        Make(files.Undoing());

        Assert.AreSequenceEqual(["Directory.Build.targets", "global.json"], Directory.GetFiles(shell.Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        Assert.AreSequenceEqual(json, File.ReadAllBytes(Path.Combine(shell.Folder, "global.json")));
        Assert.AreSequenceEqual(targets, File.ReadAllBytes(Path.Combine(shell.Folder, "Directory.Build.targets")));
        Assert.IsEmpty(files.Undoing());
    }

    [TestMethod]
    [DynamicData(nameof(Targets))]
    public void Nested_targets_import_it_from_the_root_and_come_back_to_the_byte(string before)
    {
        using var shell = new Shell();
        var nested = Write(shell, "tests/Directory.Build.targets", before);
        var project = Path.Combine(shell.Folder, "tests", "app", "app.csproj");
        var files = new RepositoryFiles(shell.Folder);
        Make(files.Guarding(Version, [project]));

        var changes = files.Reaching([project]);
        Make(changes);

        Assert.HasCount(1, changes);
        Assert.Contains("<Import Project=\"../InstallGuard.targets\" />", File.ReadAllText(nested));
        Assert.IsEmpty(files.Reaching([project]));
        Make(files.Undoing());
        Assert.AreEqual(before, File.ReadAllText(nested));
        Assert.HasCount(1, Directory.GetFiles(shell.Folder, "*", SearchOption.AllDirectories));
    }

    [TestMethod]
    public void Targets_that_go_on_are_left_alone_and_the_one_that_they_go_on_to_is_not()
    {
        using var shell = new Shell();
        const string GoesOn = """<Project><Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.targets', '$(MSBuildThisFileDirectory)../'))" /></Project>""";
        _ = Write(shell, "src/inner/Directory.Build.targets", GoesOn);
        _ = Write(shell, "src/inner/Directory.Solution.targets", "<Project />");
        var outer = Write(shell, "src/Directory.Build.targets", "<Project />");

        var changes = new RepositoryFiles(shell.Folder).Reaching([Path.Combine(shell.Folder, "src", "inner", "app.csproj")]);

        Assert.AreEqual(outer, changes.Single().Path);
    }

    [TestMethod]
    public void Another_repository_inside_this_one_is_left_alone()
    {
        using var shell = new Shell();
        _ = Directory.CreateDirectory(Path.Combine(shell.Folder, ".git"));
        _ = Write(shell, "module/.git", "gitdir: ../.git/modules/module");
        _ = Write(shell, "module/Directory.Build.targets", "<Project />");
        _ = Write(shell, "module/global.json", "{}");
        var project = Path.Combine(shell.Folder, "module", "app.csproj");
        var files = new RepositoryFiles(shell.Folder);

        Assert.IsEmpty(files.Reaching([project]));
        Assert.AreEqual(Path.Combine(shell.Folder, "global.json"), files.GlobalJsonsOf([project]).Single());
    }

    [TestMethod]
    public void Version_stands_in_every_global_json_that_MSBuild_looks_into()
    {
        using var shell = new Shell();
        var nearest = Write(shell, "src/global.json", """{ "sdk": { "version": "10.0.100" } }""");
        var unread = Write(shell, "docs/global.json", "{ }");
        var files = new RepositoryFiles(shell.Folder);

        Make(files.Guarding(Version, [Path.Combine(shell.Folder, "src", "app", "app.csproj"), Path.Combine(shell.Folder, "other", "other.csproj")]));

        Assert.AreEqual(Version, GlobalJson.PinnedVersion(File.ReadAllText(nearest)));
        Assert.AreEqual(Version, GlobalJson.PinnedVersion(File.ReadAllText(Path.Combine(shell.Folder, "global.json"))));
        Make(files.Undoing());
        Assert.AreEqual("""{ "sdk": { "version": "10.0.100" } }""", File.ReadAllText(nearest));
        Assert.AreEqual("{ }", File.ReadAllText(unread));
    }

    [TestMethod]
    [DataRow("global.json")]
    [DataRow("src/global.json")]
    public void Newer_version_is_never_lowered(string name)
    {
        using var shell = new Shell();
        var path = Write(shell, name, GlobalJson.New("1.3.0"));

        var error = Assert.ThrowsExactly<FormatException>(() => new RepositoryFiles(shell.Folder).Guarding(Version, [Path.Combine(shell.Folder, "src", "app.csproj")]));

        Assert.Contains($"{name} names InstallGuard.Sdk 1.3.0, and this is installguard {Version}", error.Message);
        Assert.AreEqual(GlobalJson.New("1.3.0"), File.ReadAllText(path));
    }

    [TestMethod]
    public void Step_to_a_newer_version_is_said()
    {
        using var shell = new Shell();
        _ = Write(shell, "global.json", GlobalJson.New("0.9.0"));

        var change = new RepositoryFiles(shell.Folder).Guarding(Version, [])[0];

        Assert.AreEqual($"changed  global.json: InstallGuard.Sdk 0.9.0 → {Version}", change.Words(shell.Folder));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("*.lock.json\n")]
    [DataRow("bin/\n*.lock.json")]
    [DataRow("bin/\r\n*.lock.json\r\n")]
    [DataRow("bin/\r\n*.lock.json")]
    [DataRow("!/kept\n")]
    public void Exception_goes_into_gitignore_and_out_again(string before)
    {
        var after = GitIgnore.With(before, ["installguard.lock.json", "tests/Directory.Build.targets"]);

        Assert.Contains("!/installguard.lock.json", after);
        Assert.IsTrue(IsWithInsertions(before, after), after);
        Assert.AreEqual(before.Length == 0 ? null : before, GitIgnore.Without(after), after);
        Assert.AreEqual(before, GitIgnore.Without(before));
    }

    [TestMethod]
    public void File_in_another_encoding_is_left_alone()
    {
        using var shell = new Shell();
        _ = shell.File("global.json", 0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0);

        Assert.Contains("not UTF-8", Assert.ThrowsExactly<FormatException>(() => new RepositoryFiles(shell.Folder).Guarding(Version, [])).Message);
    }

    private static string Write(Shell shell, string path, string text)
    {
        var file = Path.Combine(shell.Folder, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    private static void Make(IReadOnlyList<FileChange> changes)
    {
        foreach (var change in changes)
        {
            change.Make();
        }
    }

    // Nothing of the old text is missing from the new one, and it stands in the same order.
    private static bool IsWithInsertions(string before, string after)
    {
        var at = 0;
        foreach (var letter in after)
        {
            at += at < before.Length && before[at] == letter ? 1 : 0;
        }

        return at == before.Length;
    }

    [TestMethod]
    [DataRow("<Project>\n  <Import Project=\"InstallGuard.targets\" />\n</Project>\n", "<Project>\n</Project>\n")]
    [DataRow("<Project>\r\n\t<A />\r\n\t<Import Project=\"InstallGuard.targets\" />\r\n</Project>", "<Project>\r\n\t<A />\r\n</Project>")]
    [DataRow("<Project><A /><Import Project=\"InstallGuard.targets\" /></Project>", "<Project><A /></Project>")]
    public void Import_that_an_older_version_wrote_is_required_from_now_on_and_comes_out_all_the_same(string older, string before)
    {
        var after = TargetsFile.With(TargetsFile.ForProjects, older);

        Assert.IsFalse(TargetsFile.Requires(older));
        Assert.IsTrue(TargetsFile.Requires(after), after);
        Assert.AreEqual(TargetsFile.With(TargetsFile.ForProjects, before), after);
        Assert.AreEqual(before, TargetsFile.Without(TargetsFile.ForProjects, older));
        Assert.AreEqual(before, TargetsFile.Without(TargetsFile.ForProjects, after));
    }
}
