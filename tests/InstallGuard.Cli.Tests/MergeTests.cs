using System.Text;
using InstallGuard.Testing;

namespace InstallGuard.Cli;

/// <summary><c>installguard merge</c>: a conflict in the lock has a way out that loses no pin and needs no editor.</summary>
[TestClass]
public sealed class MergeTests
{
    private const string Name = "installguard.lock.json";

    [TestMethod]
    public async Task Conflict_of_new_packages_becomes_the_lock_with_all_of_them()
    {
        using var shell = new Shell();
        using var repository = Conflict(shell, Lock("CsvHelper", "NodaTime"), Lock("FluentValidation", "Microsoft.Extensions.Options", "NUnit"));
        var path = Path.Combine(shell.Folder, Name);
        Assert.Contains("<<<<<<<", await File.ReadAllTextAsync(path));

        Assert.AreEqual(0, await shell.RunAsync("merge"), shell.Error);

        Assert.AreEqual(Lock("CsvHelper", "FluentValidation", "Microsoft.Extensions.Options", "NodaTime", "NUnit"), await File.ReadAllTextAsync(path));
        Assert.Contains($"6 packages, with the pins of both sides; written to {Name}", shell.Out);
    }

    [TestMethod]
    public async Task Pin_that_the_sides_differ_about_is_named_and_nothing_is_written()
    {
        using var shell = new Shell();
        using var repository = Conflict(shell, Lock().Replace("ann", "bob", StringComparison.Ordinal), Lock().Replace("ann", "mallory", StringComparison.Ordinal));
        var path = Path.Combine(shell.Folder, Name);
        var before = await File.ReadAllTextAsync(path);

        Assert.AreEqual(3, await shell.RunAsync("merge"));

        Assert.Contains("Always.There: the sides differ about the pin since 1.0.0", shell.Error);
        Assert.Contains("mallory", shell.Error);
        Assert.AreEqual(before, await File.ReadAllTextAsync(path));
    }

    [TestMethod]
    public async Task Without_a_merge_there_is_nothing_to_do()
    {
        using var shell = new Shell();
        using var repository = new GitRepository(Directory.CreateDirectory(Path.Combine(shell.Folder, "other")).FullName);
        shell["INSTALLGUARD_LOCK"] = Path.Combine(repository.Root, Name);
        repository.Commit(Name, Lock());

        Assert.AreEqual(2, await shell.RunAsync("merge"));
        Assert.Contains("git checkout -m -- ", shell.Error);
    }

    private static GitRepository Conflict(Shell shell, string ours, string theirs)
    {
        var repository = new GitRepository();
        repository.Commit(Name, Lock());
        repository.Git("checkout", "--quiet", "-b", "theirs");
        repository.Commit(Name, theirs);
        repository.Git("checkout", "--quiet", "main");
        repository.Commit(Name, ours);
        _ = Assert.ThrowsExactly<InvalidOperationException>(() => repository.Merge("theirs"));
        Directory.Move(Path.Combine(repository.Root, ".git"), Path.Combine(shell.Folder, ".git"));
        File.Copy(Path.Combine(repository.Root, Name), Path.Combine(shell.Folder, Name));
        return repository;
    }

    private static string Lock(params string[] ids)
    {
        var entries = ids.Append("Always.There").Order(StringComparer.OrdinalIgnoreCase).Select(id => $$"""
                "{{id}}": [
                  {
                    "since": "1.0.0",
                    "repository": "nuget.org",
                    "owners": [
                      "ann"
                    ],
                    "firstUse": "2026-11-21"
                  }
                ]
            """.ReplaceLineEndings("\n"));
        return new StringBuilder("{\n  \"version\": 1,\n  \"packages\": {\n").AppendJoin(",\n", entries).Append("\n  }\n}\n").ToString();
    }
}
