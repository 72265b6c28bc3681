using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Failures;

/// <summary>A lock that cannot be read is never an empty one, and one that cannot be written fails the restore.</summary>
[TestClass]
public sealed class LockFailureTests
{
    private const string Pin = """[ { "since": "1.0.0", "author": { "name": "Contoso Ltd", "country": "US" }, "firstUse": "2026-11-21" } ]""";

    public static IEnumerable<(string Name, string Text, string Position)> Unreadable =>
    [
        ("empty", "", "line 1, column 1"),
        ("a NUL", "{\n  \"version\": 1,\n\0 \"packages\": {}\n}\n", "line 3, column 1"),
        ("a NUL in a name", $"{{\n  \"version\": 1,\n  \"packages\": {{\n    \"Contoso\\u0000.Json\": {Pin}\n  }}\n}}\n", "line 4, column 5"),
        ("conflict markers",
            $"{{\n  \"version\": 1,\n  \"packages\": {{\n<<<<<<< HEAD\n    \"Contoso.Json\": {Pin}\n=======\n    \"Contoso.Xml\": {Pin}\n>>>>>>> other\n  }}\n}}\n",
            "line 4, column 1"),
        ("the same package twice",
            $"{{\n  \"version\": 1,\n  \"packages\": {{\n    \"Contoso.Json\": {Pin},\n    \"contoso.json\": {Pin}\n  }}\n}}\n",
            "line 5, column 5"),
        ("the same member twice", "{\n  \"version\": 1,\n  \"version\": 1,\n  \"packages\": {}\n}\n", "line 3, column 3"),
        ("a future version", "{\n  \"version\": 2,\n  \"packages\": {}\n}\n", "line 2, column 14"),
        ("an unknown member", "{\n  \"version\": 1,\n  \"packages\": {},\n  \"signature\": \"\"\n}\n", "line 4, column 3"),
        ("cut short", "{\n  \"version\": 1,\n  \"packages\": {\n", "line 4, column 1"),
        ("no object", "[]\n", "line 1, column 1"),
    ];

    [TestMethod]
    [DynamicData(nameof(Unreadable))]
    public async Task Unreadable_lock_stops_the_restore_before_anything_is_downloaded(string name, string text, string position)
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        await File.WriteAllTextAsync(scene.LockPath, text);

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(3, "IG5001", position);
        Assert.AreEqual(text, scene.Lock, name);
        Assert.IsEmpty(scene.Feed.Requests);
        scene.HasNothingOf("Contoso.Json", "1.0.0");
    }

    [TestMethod]
    public async Task Check_does_not_take_an_unreadable_lock_for_an_empty_one_either()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        _ = (await scene.RestoreAsync()).EndsWith(0);
        await File.WriteAllTextAsync(scene.LockPath, "{}");

        var result = await scene.GuardAsync(Guarded.Installed, scene.Folder, ["check"]);

        _ = result.EndsWith(3, "IG5001", "line 1, column 2");
        Assert.AreEqual("{}", scene.Lock);
    }

    [TestMethod]
    public async Task Folder_in_the_place_of_the_lock_stops_the_restore()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Sandbox.SetVariable("INSTALLGUARD_LOCK", Directory.CreateDirectory(scene.LockPath).FullName);

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG3001", scene.LockPath);
        Assert.IsEmpty(scene.Feed.Requests);
        scene.HasNothingOf("Contoso.Json", "1.0.0");
    }

    [TestMethod]
    public async Task Lock_below_a_file_stops_the_restore()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        var file = scene.Sandbox.WriteFile("file", "");
        scene.Sandbox.SetVariable("INSTALLGUARD_LOCK", Path.Combine(file, "installguard.lock.json"));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG3001", file);
        Assert.IsEmpty(scene.Feed.Requests);
        scene.HasNothingOf("Contoso.Json", "1.0.0");
    }

    [TestMethod]
    public async Task Lock_in_a_folder_that_takes_no_files_fails_the_restore_in_the_end()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("/proc is a folder in which nobody can make a file, root included");
        }

        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Sandbox.SetVariable("INSTALLGUARD_LOCK", "/proc/installguard.lock.json");

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG3001", "/proc").Without("recorded in", "no publisher changed");
    }

    [TestMethod]
    public async Task Lock_that_cannot_be_guarded_against_other_writers_fails_the_restore_in_the_end()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"), Given.Package("Contoso.Xml", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        _ = (await scene.RestoreAsync()).EndsWith(0);
        var before = scene.Lock;
        var gates = Path.Combine(Path.GetDirectoryName(scene.LedgerPath)!, "gates");
        Directory.Delete(gates, recursive: true);
        await File.WriteAllTextAsync(gates, "");
        _ = scene.Project(("Contoso.Json", "1.0.0"), ("Contoso.Xml", "1.0.0"));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG3001", gates).Without("recorded in");
        Assert.AreEqual(before, scene.Lock);
    }

    [TestMethod]
    public async Task Package_folder_that_is_a_file_stops_the_restore()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        var file = scene.Sandbox.WriteFile("packages", "mine");
        scene.Sandbox.SetVariable("NUGET_PACKAGES", file);

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG300", file);
        Assert.AreEqual("mine", await File.ReadAllTextAsync(file));
        Assert.IsNull(scene.Lock);
    }

    [TestMethod]
    public async Task File_in_the_place_of_the_packages_own_folder_stops_the_restore()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        await File.WriteAllTextAsync(Path.Combine(scene.Sandbox.Packages, "contoso.json"), "mine");

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG300", "contoso.json");
        Assert.AreSequenceEqual(["contoso.json"], Sandbox.FilesBelow(scene.Sandbox.Packages));
        Assert.IsNull(scene.Lock);
    }
}
