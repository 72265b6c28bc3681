using System.Text.RegularExpressions;
using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>Ways around the plugin: the check after the restore finds what they bring, before anything of it runs.</summary>
[TestClass]
public sealed partial class BypassTests
{
    [TestMethod]
    public async Task Package_that_an_unguarded_restore_left_in_the_packages_folder_is_blocked()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        repository.Project("app", "2.0.0");
        await repository.UnguardedRestoreAsync();

        var built = await repository.DotNetAsync("build", "app");

        IsBlocked(repository, built, before);
    }

    [TestMethod]
    public async Task Assets_that_an_unguarded_restore_left_are_no_reason_to_look_away()
    {
        await using var repository = await GuardedRepository.WithFirstVersionAsync();
        var before = repository.Lock;

        // obj as somebody else's machine made it: NuGet finds nothing to do, and the stamp is about other assets.
        repository.Project("app", "2.0.0");
        await repository.UnguardedRestoreAsync();
        var noOp = await repository.DotNetAsync("restore", "app");

        IsBlocked(repository, noOp, before);
        Assert.Contains("up-to-date", noOp.Output);
    }

    [TestMethod]
    public async Task Package_that_was_replaced_since_the_last_clean_check_is_looked_at_again()
    {
        await using var repository = await GuardedRepository.WithFirstVersionAsync();
        var folder = Path.Combine(repository.Sandbox.Packages, "contoso.json", "1.0.0");
        Directory.Delete(folder, recursive: true);
        await using var other = await TestFeed.StartAsync();
        _ = other.Add(Given.PackageOfAnother(GuardedRepository.Id, "1.0.0"));
        var elsewhere = repository.Sandbox.WriteProject("elsewhere", (GuardedRepository.Id, "1.0.0"));
        repository.Sandbox.WriteFile("elsewhere/nuget.config", $"""<configuration><packageSources><clear /><add key="other" value="{other.Index}" allowInsecureConnections="true" /></packageSources></configuration>""");
        var unguarded = await repository.Sandbox.DotNetAsync(["restore", elsewhere, "--no-http-cache"], Path.GetDirectoryName(elsewhere));
        Assert.AreEqual(0, unguarded.ExitCode, unguarded.ToString());

        var restored = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("IG1020", restored.Output, restored.ToString());
    }

    [TestMethod]
    public async Task Package_of_a_local_folder_is_blocked_with_the_words_of_the_plugin()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        repository.Project("app", "2.0.0");
        var byPlugin = await repository.DotNetAsync("restore", "app");
        Assert.Contains("IG1020", byPlugin.Output, byPlugin.ToString());
        var folder = Directory.CreateDirectory(Path.Combine(repository.Sandbox.Root, "folder-feed")).FullName;
        foreach (var (version, bytes) in new[] { ("1.0.0", Given.Package(GuardedRepository.Id, "1.0.0")), ("2.0.0", repository.OtherAuthors.ToArray()) })
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{GuardedRepository.Id}.{version}.nupkg"), bytes);
        }

        repository.Sandbox.WriteNuGetConfig([new("folder", folder), new("packed", Guarded.Packed)]);

        var byGate = await repository.DotNetAsync("build", "app");

        IsBlocked(repository, byGate, before);
        Assert.AreEqual(Said(byPlugin), Said(byGate));
    }

    [TestMethod]
    public async Task Package_of_a_fallback_folder_is_blocked()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        var fallback = Path.Combine(repository.Sandbox.Root, "fallback");
        repository.Project("app", "2.0.0");
        await repository.UnguardedRestoreAsync(fallback);
        Directory.Delete(Path.Combine(repository.Root, "app", "obj"), recursive: true);
        repository.Project("app", "2.0.0", $"<RestoreFallbackFolders>{fallback}</RestoreFallbackFolders>");

        var built = await repository.DotNetAsync("build", "app");

        IsBlocked(repository, built, before);
    }

    [TestMethod]
    public async Task Package_that_is_only_downloaded_is_blocked()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        repository.Project("app", "", items: $"""<PackageDownload Include="{GuardedRepository.Id}" Version="[2.0.0]" />""");

        var built = await repository.DotNetAsync("build", "app");

        IsBlocked(repository, built, before);
        repository.IsUntouched(before);
    }

    [TestMethod]
    [DataRow("NUGET_PLUGIN_PATHS", "/no/such/plugin")]
    [DataRow("NUGET_NETCORE_PLUGIN_PATHS", "/no/such/plugin")]
    [DataRow("NUGET_PLUGINS_CACHE_PATH", "/no/such/folder")]
    public async Task Variable_of_the_user_does_not_take_the_plugin_away(string name, string value)
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        repository.Sandbox.SetVariable(name, value);
        repository.Project("app", "2.0.0");

        var restored = await repository.DotNetAsync("restore", "app");

        IsBlocked(repository, restored, before);
        repository.IsUntouched(before);
    }

    [TestMethod]
    public async Task Restore_that_downloads_without_asking_the_plugin_is_noticed()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;

        // A target of the repository that takes our plugin from NuGet between our target and the restore.
        repository.Write("Directory.Build.targets", """
            <Project>
              <Import Project="InstallGuard.targets" />
              <UsingTask TaskName="TakeAway" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="$(MSBuildToolsPath)/Microsoft.Build.Tasks.Core.dll">
                <Task><Code Type="Fragment" Language="cs">System.Environment.SetEnvironmentVariable("NUGET_NETCORE_PLUGIN_PATHS", null);</Code></Task>
              </UsingTask>
              <Target Name="Between" AfterTargets="InstallGuardBeginRestore"><TakeAway /></Target>
            </Project>
            """);
        _ = repository.Feed.Add(Given.Package("Contoso.Xml", "1.0.0"));
        repository.Project("app", "", items: """<PackageReference Include="Contoso.Xml" Version="1.0.0" />""");

        var restored = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("IG3003", restored.Output, restored.ToString());
        Assert.AreEqual(before, repository.Lock);
    }

    [TestMethod]
    public async Task Project_without_the_import_is_guarded_as_part_of_its_solution_and_the_doctor_names_it()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        repository.Project("app", "2.0.0", "<ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>");
        repository.Write("all.slnx", """<Solution><Project Path="app/app.csproj" /></Solution>""");

        var restored = await repository.DotNetAsync("restore", "all.slnx");
        var doctor = await repository.GuardAsync("doctor");

        IsBlocked(repository, restored, before);
        repository.IsUntouched(before);
        Assert.AreEqual(3, doctor.ExitCode, doctor.ToString());
        Assert.Contains(Path.Combine("app", "app.csproj"), doctor.Output, doctor.ToString());
    }

    [TestMethod]
    public async Task Solution_that_has_lost_its_import_does_not_build_what_it_restored()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        repository.Write("all.slnx", """<Solution><Project Path="app/app.csproj" /></Solution>""");
        repository.Write("Directory.Solution.targets", "<Project />");
        repository.Project("app", "2.0.0");

        var built = await repository.DotNetAsync("build", "all.slnx");

        Assert.AreNotEqual(0, built.ExitCode, built.ToString());
        Assert.Contains("IG3006", built.Output, built.ToString());
    }

    [TestMethod]
    public async Task Build_without_restore_after_an_unguarded_one_stops()
    {
        await using var repository = await GuardedRepository.WithFirstVersionAsync();
        var same = await repository.DotNetAsync("build", "app", "--no-restore");
        Assert.AreEqual(0, same.ExitCode, same.ToString());
        repository.Project("app", "2.0.0");
        await repository.UnguardedRestoreAsync();

        var built = await repository.DotNetAsync("build", "app", "--no-restore");

        Assert.AreNotEqual(0, built.ExitCode, built.ToString());
        Assert.Contains("IG3006", built.Output, built.ToString());
    }

    [TestMethod]
    [DataRow("clean")]
    [DataRow("build", "--no-restore")]
    [DataRow("msbuild", "-t:Build")]
    public async Task What_was_blocked_cannot_be_used_without_another_restore(string command, string? option = null)
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        repository.Project("app", "2.0.0");
        await repository.UnguardedRestoreAsync();
        IsBlocked(repository, await repository.DotNetAsync("restore", "app"), before);

        _ = await repository.DotNetAsync([command, "app/app.csproj", .. option is null ? Array.Empty<string>() : [option]]);

        Assert.IsFalse(File.Exists(repository.Trace), "a target of a blocked package ran");
        Assert.DoesNotContain(file => file.EndsWith(".nuget.g.targets", StringComparison.Ordinal), Sandbox.FilesBelow(Path.Combine(repository.Root, "app", "obj")));
    }

    [TestMethod]
    public async Task Restore_that_failed_for_want_of_a_feed_succeeds_when_the_feed_is_back()
    {
        await using var repository = await GuardedRepository.WithFirstVersionAsync();
        var before = repository.Lock;
        repository.Sandbox.SetVariable("NUGET_PACKAGES", Path.Combine(repository.Sandbox.Root, "empty"));
        repository.Sandbox.SetVariable("NUGET_HTTP_CACHE_PATH", Path.Combine(repository.Sandbox.Root, "empty-cache"));
        repository.Feed.Misbehave("contoso.json", new FeedFault.Status(500));
        Assert.AreNotEqual(0, (await repository.DotNetAsync("restore", "app")).ExitCode);
        repository.Feed.Behave();

        var built = await repository.DotNetAsync("build", "app");

        Assert.AreEqual(0, built.ExitCode, built.ToString());
        Assert.AreEqual(before, repository.Lock);
    }

    [TestMethod]
    public async Task Two_projects_that_share_their_obj_cannot_be_told_apart()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        File.Copy(Path.Combine(repository.Root, "app", "app.csproj"), Path.Combine(repository.Root, "app", "zed.csproj"));
        repository.Write("all.slnx", """<Solution><Project Path="app/app.csproj" /><Project Path="app/zed.csproj" /></Solution>""");

        var restored = await repository.DotNetAsync("restore", "all.slnx", "--force");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("share the folder", restored.Output, restored.ToString());
    }

    [TestMethod]
    public async Task Restore_that_another_one_starts_is_guarded_too()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        repository.Project("tools", "2.0.0");
        await repository.UnguardedRestoreAsync(project: "tools");
        repository.Write("app/app.csproj", (await File.ReadAllTextAsync(Path.Combine(repository.Root, "app", "app.csproj"))).Replace(
            "</Project>", """<Target Name="Tools" AfterTargets="Restore"><Exec Command="dotnet build ../tools/tools.csproj" /></Target></Project>""", StringComparison.Ordinal));

        var restored = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", restored.Output, restored.ToString());
        Assert.IsFalse(File.Exists(repository.Trace), restored.ToString());
    }

    [TestMethod]
    [DataRow("app/installguard.lock.json", "{\n  \"version\": 1,\n  \"packages\": {}\n}\n")]
    [DataRow("app/.git", "gitdir: elsewhere")]
    public async Task Nearer_lock_or_repository_does_not_stand_in_for_that_of_the_repository(string file, string text)
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        repository.Write(file, text);
        repository.Project("app", "2.0.0");

        IsBlocked(repository, await repository.DotNetAsync("restore", "app"), before);
        Assert.AreEqual(3, (await repository.GuardAsync("restore", "app")).ExitCode);
    }

    [TestMethod]
    public async Task MSBuild_SDK_is_recorded_and_one_of_another_author_stops_the_restore()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        foreach (var package in (byte[][])[
            Given.Package("Contoso.Sdk", "1.0.0", content => content.WithFile("Sdk/Sdk.props", "<Project />"u8.ToArray()).WithFile("Sdk/Sdk.targets", "<Project />"u8.ToArray())),
            Given.PackageOfAnother("Contoso.Sdk", "2.0.0", content => content.WithFile("Sdk/Sdk.props", "<Project />"u8.ToArray()).WithFile("Sdk/Sdk.targets", "<Project />"u8.ToArray()))])
        {
            _ = repository.Feed.Add(package);
        }

        await repository.Sandbox.TrustTestRootsAsync();
        repository.Project("app", "1.0.0", items: """<None Include="x" />""", properties: "</PropertyGroup><Sdk Name=\"Contoso.Sdk\" Version=\"1.0.0\" /><PropertyGroup>");
        var first = await repository.DotNetAsync("restore", "app");
        Assert.AreEqual(0, first.ExitCode, first.ToString());
        Assert.Contains("\"Contoso.Sdk\"", repository.Lock ?? "", first.ToString());
        Assert.Contains("\"InstallGuard.Sdk\"", repository.Lock!);
        var before = repository.Lock;
        repository.Project("app", "1.0.0", items: """<None Include="x" />""", properties: "</PropertyGroup><Sdk Name=\"Contoso.Sdk\" Version=\"2.0.0\" /><PropertyGroup>");

        var second = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, second.ExitCode, second.ToString());
        Assert.Contains("IG1020: Contoso.Sdk 2.0.0", second.Output, second.ToString());
        Assert.AreEqual(before, repository.Lock);
    }

    [TestMethod]
    public async Task Restore_without_dependencies_asks_for_no_more_than_it_restores()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Project("library", "1.0.0", items: "");
        repository.Project("app", "1.0.0", items: """<ProjectReference Include="../library/library.csproj" />""");

        var restored = await repository.DotNetAsync("restore", "app", "--no-dependencies");

        Assert.AreEqual(0, restored.ExitCode, restored.ToString());
    }

    [TestMethod]
    public async Task Plugin_that_is_gone_stops_the_restore()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        foreach (var plugin in Directory.EnumerateFiles(Path.Combine(repository.Sandbox.Packages, "installguard.sdk"), "InstallGuard.Plugin.dll", SearchOption.AllDirectories))
        {
            File.Delete(plugin);
        }

        repository.Project("app", "2.0.0");

        var restored = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("the plugin is missing", restored.Output, restored.ToString());
        repository.IsUntouched(before);
    }

    [TestMethod]
    public async Task Tools_can_be_installed_and_restored_beside_guarded_repositories()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var tools = Path.Combine(repository.Sandbox.Root, "tools");
        repository.Sandbox.WriteNuGetConfig([new("packed", Guarded.Packed)]);

        var installed = await repository.DotNetAsync("tool", "install", "installguard", "--tool-path", tools, "--source", Guarded.Packed);
        var manifest = await repository.DotNetAsync("new", "tool-manifest");
        var local = await repository.DotNetAsync("tool", "install", "installguard");
        var restored = await repository.DotNetAsync("tool", "restore");

        foreach (var result in new[] { installed, manifest, local, restored })
        {
            Assert.AreEqual(0, result.ExitCode, result.ToString());
        }
    }

    private static void IsBlocked(GuardedRepository repository, ProcessResult result, string? before)
    {
        Assert.AreNotEqual(0, result.ExitCode, result.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", result.Output + result.Error, result.ToString());
        Assert.IsFalse(File.Exists(repository.Trace), "a target of a blocked package ran");
        Assert.AreEqual(before, repository.Lock);
    }

    // What stands between the code and the project's name.
    private static string Said(ProcessResult result) => Message().Match(result.Output).Value;

    [GeneratedRegex(@"IG1020: [^\n\[]*(?= \[/|$)", RegexOptions.Multiline)]
    private static partial Regex Message();
}
