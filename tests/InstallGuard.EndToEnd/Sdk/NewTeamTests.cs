using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>A team takes InstallGuard up, from the packed packages on machines with nothing but the .NET SDK.</summary>
[TestClass]
public sealed class NewTeamTests
{
    [TestMethod]
    public async Task One_installs_the_tool_and_all_are_guarded()
    {
        await using var repository = await GuardedRepository.CreateAsync("first", initialised: false);
        WriteProjects(repository, "1.0.0");
        var tools = Path.Combine(repository.Sandbox.Root, "tools");
        Succeeds(await repository.DotNetAsync("tool", "install", "installguard", "--tool-path", tools, "--source", Guarded.Packed));

        var init = await repository.Sandbox.RunAsync(new(Path.Combine(tools, "installguard"), ["init"]) { Folder = repository.Root });

        Succeeds(init);
        foreach (var file in (string[])["global.json", "InstallGuard.targets", "Directory.Build.targets", "Directory.Solution.targets"])
        {
            Assert.Contains(file, init.Output);
            Assert.IsTrue(File.Exists(Path.Combine(repository.Root, file)), file);
        }

        Assert.Contains("\"Contoso.Json\"", repository.Lock!);
        var locked = repository.Lock;
        var again = await repository.Sandbox.RunAsync(new(Path.Combine(tools, "installguard"), ["init"]) { Folder = repository.Root });
        Succeeds(again);
        Assert.Contains("guarded already", again.Output);

        // Another machine: nothing of the first one but what was committed.
        var clone = Path.Combine(repository.Sandbox.Work, "clone");
        Copy(repository.Root, clone);
        var other = new Dictionary<string, string?>
        {
            ["HOME"] = Fresh(repository, "home"),
            ["DOTNET_CLI_HOME"] = Fresh(repository, "home"),
            ["XDG_DATA_HOME"] = Fresh(repository, "data"),
            ["NUGET_PACKAGES"] = Fresh(repository, "packages"),
            ["NUGET_HTTP_CACHE_PATH"] = Fresh(repository, "http"),
        };
        var built = await repository.Sandbox.DotNetAsync(["build"], clone, other);
        Succeeds(built);
        Assert.AreEqual(locked, await File.ReadAllTextAsync(Path.Combine(clone, "installguard.lock.json")));

        WriteProjects(repository, "2.0.0");
        File.Copy(Path.Combine(repository.Root, "app", "app.csproj"), Path.Combine(clone, "app", "app.csproj"), overwrite: true);
        var blocked = await repository.Sandbox.DotNetAsync(["build"], clone, other);

        Assert.AreNotEqual(0, blocked.ExitCode, blocked.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", blocked.Output, blocked.ToString());
        Assert.DoesNotContain("   at ", blocked.Output);
        Assert.IsFalse(File.Exists(repository.Trace));
        Assert.IsEmpty(Sandbox.FilesBelow(Path.Combine(other["NUGET_PACKAGES"]!, "contoso.json", "2.0.0")));
        Assert.AreEqual(locked, await File.ReadAllTextAsync(Path.Combine(clone, "installguard.lock.json")));
    }

    [TestMethod]
    public async Task Doctor_finds_nothing_wrong_after_init_and_all_that_is_missing_before_it()
    {
        await using var repository = await GuardedRepository.CreateAsync(initialised: false);
        repository.Project("app", "1.0.0");

        var before = await repository.GuardAsync("doctor");
        Succeeds(await repository.GuardAsync("init"));
        var after = await repository.GuardAsync("doctor");
        Succeeds(await repository.GuardAsync("init", "--undo"));

        Assert.AreEqual(3, before.ExitCode, before.ToString());
        Assert.Contains("run `installguard init`", before.Output);
        Assert.AreEqual(0, after.ExitCode, after.ToString());
        Assert.Contains("the plugin starts and speaks", after.Output);
        Assert.Contains("is the one that the lock pins", after.Output);
        Assert.Contains("note    more than one source may answer for InstallGuard.Sdk", after.Output);
        Assert.AreEqual("", string.Join(" ", Directory.EnumerateFiles(repository.Root).Select(Path.GetFileName).Where(name => name != "installguard.lock.json")));
    }

    [TestMethod]
    public async Task Init_that_finds_no_source_with_the_SDK_takes_everything_back()
    {
        await using var repository = await GuardedRepository.CreateAsync(initialised: false);
        repository.Project("app", "1.0.0");
        repository.Write("global.json", "{ /* ours */ }");
        repository.Sandbox.WriteNuGetConfig([SandboxSource.Of(repository.Feed)]);

        var init = await repository.GuardAsync("init");

        Assert.AreEqual(4, init.ExitCode, init.ToString());
        Assert.Contains("nothing was changed", init.Error);
        Assert.AreEqual("{ /* ours */ }", await File.ReadAllTextAsync(Path.Combine(repository.Root, "global.json")));
        Assert.IsFalse(File.Exists(Path.Combine(repository.Root, "Directory.Build.targets")));
    }

    [TestMethod]
    public async Task Init_mends_what_the_doctor_complains_about()
    {
        await using var repository = await GuardedRepository.CreateAsync(initialised: false);
        repository.Project("app", "1.0.0");
        Succeeds(await repository.GuardAsync("init"));
        (string File, string? Text)[][] damages =
        [
            [("InstallGuard.targets", null), ("global.json", """{ "msbuild-sdks": { "InstallGuard.Sdk": "0.0.1" } }""")],
            [("global.json", null)],
            [("Directory.Build.targets", "<Project />")],
        ];
        foreach (var damage in damages)
        {
            foreach (var (file, text) in damage)
            {
                File.Delete(Path.Combine(repository.Root, file));
                if (text is not null)
                {
                    repository.Write(file, text);
                }
            }

            var broken = await repository.GuardAsync("doctor");
            Succeeds(await repository.GuardAsync("init"));

            Assert.AreEqual(3, broken.ExitCode, broken.ToString());
        }

        Succeeds(await repository.GuardAsync("doctor"));
    }

    [TestMethod]
    public async Task Doctor_is_not_deceived_by_an_import_that_does_not_happen()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        WriteProjects(repository, "1.0.0");
        Succeeds(await repository.DotNetAsync("restore"));
        Succeeds(await repository.GuardAsync("doctor"));
        (string File, string Text)[] tricks =
        [
            ("Directory.Build.targets", "<Project><Import Project=\"InstallGuard.targets\" Condition=\"'$(MSBuildProjectName)' == 'other'\" /></Project>"),
            ("Directory.Build.props", "<Project><PropertyGroup><DirectoryBuildTargetsPath>$(MSBuildThisFileDirectory)x.targets</DirectoryBuildTargetsPath></PropertyGroup></Project>"),
            ("Directory.Solution.targets", "<Project><Import Project=\"InstallGuard.targets\" Condition=\"false\" /></Project>"),
            ("Directory.Solution.props", "<Project><PropertyGroup><ImportDirectorySolutionTargets>false</ImportDirectorySolutionTargets></PropertyGroup></Project>"),
        ];
        foreach (var (file, text) in tricks)
        {
            var path = Path.Combine(repository.Root, file);
            var before = File.Exists(path) ? await File.ReadAllTextAsync(path) : null;
            repository.Write(file, text);

            var doctor = await repository.GuardAsync("doctor");

            Assert.AreEqual(3, doctor.ExitCode, doctor.ToString());
            Assert.Contains("does not import InstallGuard.Sdk", doctor.Output, doctor.ToString());
            File.Delete(path);
            if (before is not null)
            {
                repository.Write(file, before);
            }
        }
    }

    [TestMethod]
    public async Task Init_on_packages_that_do_not_verify_changes_nothing()
    {
        await using var repository = await GuardedRepository.CreateAsync(initialised: false);
        _ = repository.Feed.Add(Tampering.EntryAdded(Given.Package("Contoso.Xml", "1.0.0")));
        repository.Project("app", "", items: """<PackageReference Include="Contoso.Xml" Version="1.0.0" />""");

        var init = await repository.GuardAsync("init");

        Assert.AreEqual(3, init.ExitCode, init.ToString());
        Assert.Contains("nothing was changed", init.Error);
        Assert.IsFalse(File.Exists(Path.Combine(repository.Root, "global.json")));
        Assert.IsNull(repository.Lock);
    }

    private static void WriteProjects(GuardedRepository repository, string version)
    {
        repository.Project("app", version);
        repository.Project("library", "1.0.0", items: "");
        repository.Project("other", "1.0.0");
        repository.Write("all.slnx", """<Solution><Project Path="app/app.csproj" /><Project Path="library/library.csproj" /><Project Path="other/other.csproj" /></Solution>""");
    }

    private static string Fresh(GuardedRepository repository, string name) =>
        Directory.CreateDirectory(Path.Combine(repository.Sandbox.Root, "other-machine", name)).FullName;

    private static void Copy(string from, string to)
    {
        foreach (var file in Sandbox.FilesBelow(from).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, file);
            _ = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(from, file), target);
        }

        _ = Directory.CreateDirectory(Path.Combine(to, ".git"));
    }

    private static void Succeeds(ProcessResult result) => Assert.AreEqual(0, result.ExitCode, result.ToString());
}
