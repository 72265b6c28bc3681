using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>What <c>installguard init</c> says is guarded is guarded, and what is not it names.</summary>
[TestClass]
public sealed class InitialisedTests
{
    [TestMethod]
    public async Task Init_reaches_what_lies_behind_nested_files_and_undo_takes_it_all_back()
    {
        await using var repository = await GuardedRepository.CreateAsync(initialised: false);
        Git(repository);
        repository.Project("app", "1.0.0");
        repository.Project("tests", "1.0.0");
        repository.Write("tests/Directory.Build.targets", "<Project />");
        repository.Write("tests/global.json", "{ }");
        repository.Write(".gitignore", "obj/\n*.lock.json\n");
        repository.Write("build.cs", $"#:package {GuardedRepository.Id}@1.0.0\n#:property PublishAot=false\n#:property NuGetAudit=false\nSystem.Console.WriteLine();\n");
        var before = Texts(repository);

        var init = await repository.GuardAsync("init");

        Assert.AreEqual(0, init.ExitCode, init.ToString());
        foreach (var file in (string[])["global.json", "tests/global.json", "tests/Directory.Build.targets", ".gitignore"])
        {
            Assert.Contains(file, init.Output, init.ToString());
        }

        // No solution names the two projects: one restore is for both of them, one for the app.
        Assert.HasCount(3, init.Output.Split("Determining projects to restore"), init.ToString());
        Assert.Contains("!/installguard.lock.json", repository.Read(".gitignore"));
        Assert.IsFalse(Directory.Exists(Path.Combine(repository.Root, "obj")));
        var check = await repository.GuardAsync("check");
        Assert.AreEqual(0, check.ExitCode, check.ToString());
        File.Delete(Path.Combine(repository.Root, "tests", "obj", "project.assets.json"));
        Assert.AreEqual(4, (await repository.GuardAsync("check")).ExitCode);
        var doctor = await repository.GuardAsync("doctor");
        Assert.AreEqual(0, doctor.ExitCode, doctor.ToString());
        Assert.Contains("all 2 projects and solutions import InstallGuard.Sdk", doctor.Output, doctor.ToString());
        var undone = await repository.GuardAsync("init", "--undo");
        Assert.AreEqual(0, undone.ExitCode, undone.ToString());
        File.Delete(repository.LockPath);
        Assert.AreSequenceEqual(before, Texts(repository));
    }

    [TestMethod]
    public async Task What_init_cannot_reach_it_names_and_what_cannot_be_restored_is_left_out()
    {
        await using var repository = await GuardedRepository.CreateAsync(initialised: false);
        repository.Project("app", "1.0.0");
        repository.Write("template/template.csproj", "<Project><");
        repository.Project("pipeline", "9.9.9");

        var failed = await repository.GuardAsync("init");

        Assert.AreEqual(4, failed.ExitCode, failed.ToString());
        Assert.Contains("--exclude", failed.Error);
        Assert.Contains("nothing was changed", failed.Error);
        Assert.IsNull(repository.Lock);
        Assert.IsEmpty(Directory.GetFiles(repository.Root));

        var init = await repository.GuardAsync("init", "--exclude", "pipeline");

        Assert.AreEqual(3, init.ExitCode, init.ToString());
        Assert.Contains("template/template.csproj: cannot be read", init.Error);
        Assert.IsNotNull(repository.Lock);
        var again = await repository.GuardAsync("init", "--exclude", "pipeline", "--exclude", "template");
        Assert.AreEqual(0, again.ExitCode, again.ToString());
    }

    [TestMethod]
    public async Task Solution_can_be_named_and_a_lock_that_git_ignores_is_a_problem()
    {
        await using var repository = await GuardedRepository.CreateAsync(initialised: false);
        repository.Project("app", "1.0.0");
        repository.Project("mobile", "9.9.9");
        repository.Write("App.slnx", """<Solution><Project Path="app/app.csproj" /></Solution>""");
        repository.Write("Mobile.slnx", """<Solution><Project Path="mobile/mobile.csproj" /></Solution>""");

        // The first of the two can be restored, and what it recorded does not stay.
        var both = await repository.GuardAsync("init");
        Assert.AreEqual(4, both.ExitCode, both.ToString());
        Assert.Contains("Mobile.slnx could not be restored under guard", both.Error);
        Assert.DoesNotContain("recorded in", both.Output);
        Assert.IsNull(repository.Lock);

        var init = await repository.GuardAsync("init", "App.slnx");

        Assert.AreEqual(0, init.ExitCode, init.ToString());
        Assert.Contains("recorded in installguard.lock.json", init.Output);
        Git(repository);
        repository.Write(".gitignore", "*.lock.json\n");
        var doctor = await repository.GuardAsync("doctor");
        Assert.AreEqual(3, doctor.ExitCode, doctor.ToString());
        Assert.Contains("git ignores installguard.lock.json", doctor.Output, doctor.ToString());
    }

    private static void Git(GuardedRepository repository)
    {
        using var git = new GitRepository();
        Directory.Delete(Path.Combine(repository.Root, ".git"), recursive: true);
        Directory.Move(Path.Combine(git.Root, ".git"), Path.Combine(repository.Root, ".git"));
    }

    private static string[] Texts(GuardedRepository repository) =>
        [.. Sandbox.FilesBelow(repository.Root).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.StartsWith(".git/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(file => $"{file}: {repository.Read(file)}")];
}
