using InstallGuard.Cli.Initializing;

namespace InstallGuard.Cli;

/// <summary>What a repository consists of, as far as it can be restored.</summary>
[TestClass]
public sealed class RestoreTargetsTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [TestMethod]
    [DataRow("#!/usr/bin/env dotnet\nreturn;", true)]
    [DataRow("#:package Contoso.Json@1.0.0\n", true)]
    [DataRow("// Licensed.\n/* More\n * of it */\n\n  #:sdk Contoso.Sdk@1.0.0", true)]
    [DataRow("using System;\n#:package Contoso.Json@1.0.0", false)]
    [DataRow("namespace A;", false)]
    [DataRow("", false)]
    public void File_based_apps_are_part_of_it(string text, bool isApp)
    {
        Write("app.csproj", "<Project />");
        Write("build/build.cs", text);

        Assert.HasCount(isApp ? 1 : 0, RestoreTargets.Of(_shell.Folder, []).Apps);
    }

    [TestMethod]
    public void What_is_excluded_is_left_out_and_nothing_beside_it()
    {
        Write("t/a.csproj", "<Project />");
        Write("t/b.slnx", "<Solution />");
        Write("t2/c.csproj", "<Project />");
        Write("d.csproj", "<Project />");

        var left = RestoreTargets.Of(_shell.Folder, [Path.Combine(_shell.Folder, "t"), Path.Combine(_shell.Folder, "d.csproj")]);

        Assert.AreEqual(Path.Combine(_shell.Folder, "t2", "c.csproj"), left.All.Single());
    }

    [TestMethod]
    public void Traversal_names_all_projects_and_leaves_nothing_behind()
    {
        using (var traversal = new Traversal(_shell.Folder, ["/repo/a;b%/c(1).csproj"]))
        {
            Assert.Contains("/repo/a%3bb%25/c%281%29.csproj", File.ReadAllText(traversal.Path));
        }

        Assert.IsEmpty(Directory.GetFileSystemEntries(_shell.Folder));
    }

    [TestMethod]
    public void What_is_not_kept_is_taken_back_and_the_lock_with_it()
    {
        var lockPath = _shell.File("installguard.lock.json", 1);
        var changed = _shell.File("global.json", (byte)'a');
        using (var files = new ChangedFiles(lockPath))
        {
            files.Make([new(changed, "a", "b"), new(Path.Combine(_shell.Folder, "new"), null, "c")]);
            File.WriteAllBytes(lockPath, [2]);
        }

        Assert.AreEqual("a", File.ReadAllText(changed));
        Assert.AreSequenceEqual(new byte[] { 1 }, File.ReadAllBytes(lockPath));
        Assert.IsFalse(File.Exists(Path.Combine(_shell.Folder, "new")));
    }

    [TestMethod]
    public void Lock_that_was_not_there_is_not_there_afterwards()
    {
        var lockPath = Path.Combine(_shell.Folder, "installguard.lock.json");
        using (new ChangedFiles(lockPath))
        {
            File.WriteAllBytes(lockPath, [2]);
        }

        Assert.IsFalse(File.Exists(lockPath));
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_shell.Folder, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
