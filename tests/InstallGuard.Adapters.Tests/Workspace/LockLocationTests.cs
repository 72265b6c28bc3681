using InstallGuard.Adapters.Storage;
namespace InstallGuard.Adapters.Workspace;

/// <summary>Where the lock of a project is looked for, and where a new one is made.</summary>
[TestClass]
public sealed class LockLocationTests
{
    // Folders and files, what is restored, and where its lock is.
    public static IEnumerable<(string What, string[] There, string Start, string Lock)> Cases =>
    [
        ("at the root of the repository", ["r/.git/", "r/src/app/app.csproj"], "r/src/app", "r"),
        ("at the root of the repository, for a project", ["r/.git/", "r/src/app/app.csproj"], "r/src/app/app.csproj", "r"),
        ("at the root of a worktree", ["r/.git", "r/src/app/app.csproj"], "r/src/app", "r"),
        ("beside the solution that is named", ["r/.git/", "r/src/all.sln", "r/src/app/app.csproj"], "r/src/all.sln", "r/src"),
        ("beside the new form of solution that is named", ["r/.git/", "r/src/all.slnx"], "r/src/all.slnx", "r/src"),
        ("at the root, where a solution is only near", ["r/.git/", "r/src/all.sln", "r/src/app/app.csproj"], "r/src/app", "r"),
        ("beside the nearest solution, without a repository", ["r/all.sln", "r/src/app/app.csproj"], "r/src/app", "r"),
        ("beside the project, without either", ["r/src/app/app.csproj"], "r/src/app/app.csproj", "r/src/app"),
        ("the one that is there, nearest first", ["r/.git/", "r/installguard.lock.json", "r/src/installguard.lock.json", "r/src/app/app.csproj"], "r/src/app", "r/src"),
        ("the one that is there, above the solution that is named", ["r/.git/", "r/installguard.lock.json", "r/src/all.sln"], "r/src/all.sln", "r"),
        ("not above the repository", ["installguard.lock.json", "r/.git/", "r/app/app.csproj"], "r/app", "r"),
        ("not above the solution", ["installguard.lock.json", "r/all.sln", "r/app/app.csproj"], "r/app", "r"),
        ("not above the project", ["installguard.lock.json", "r/app/app.csproj"], "r/app", "r/app"),
        ("not in the outer repository", ["r/.git/", "r/installguard.lock.json", "r/inner/.git", "r/inner/app/app.csproj"], "r/inner/app", "r/inner"),
        ("beside the guard file", ["r/.git/", "r/InstallGuard.targets", "r/src/installguard.lock.json", "r/src/app/app.csproj"], "r/src/app", "r"),
        ("beside the guard file, without a repository", ["r/InstallGuard.targets", "r/src/app/app.csproj"], "r/src/app", "r"),
        ("beside the guard file of the outer repository", ["r/.git/", "r/InstallGuard.targets", "r/inner/.git", "r/inner/app/app.csproj"], "r/inner/app", "r"),
        ("not beside a guard file above the repository", ["InstallGuard.targets", "installguard.lock.json", "r/.git/", "r/app/app.csproj"], "r/app", "r"),
        ("not beside a guard file above the outer repository", ["InstallGuard.targets", "r/.git/", "r/inner/.git", "r/inner/app/app.csproj"], "r/inner/app", "r/inner"),
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Lock_is_found(string what, string[] there, string start, string expected)
    {
        var root = Directory.CreateTempSubdirectory("installguard-lock-location-").FullName;
        try
        {
            foreach (var entry in there)
            {
                var path = Path.Combine(root, entry);
                _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                if (!entry.EndsWith('/'))
                {
                    File.WriteAllText(path, "");
                }
            }

            // The folders around the test are a repository's as little as the test's own are.
            Assert.AreEqual(
                Path.GetFullPath(Path.Combine(root, expected, LockLocation.FileName)), LockLocation.For(Path.Combine(root, start)), what);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [TestMethod]
    [DataRow("publishers.lock")]
    [DataRow("pins.JSON")]
    public void Lock_whose_name_no_comparison_would_find_is_none(string name)
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder[".git"]);

        _ = Assert.ThrowsExactly<FormatException>(() => LockLocation.For(folder["app.csproj"], folder[name], ""));
    }

}
