using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Failures;

/// <summary>The plugin is missing, broken or gone. Nothing may be restored past it.</summary>
[TestClass]
public sealed class PluginFailureTests
{
    private const string Plugin = "InstallGuard.Plugin.dll";
    private static readonly string[] Own = ["InstallGuard.Core.dll", "InstallGuard.Adapters.dll"];

    [TestMethod]
    public async Task Plugin_that_is_missing_is_named_and_nothing_is_restored()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        var installation = CopyInstallation(scene);
        File.Delete(Path.Combine(installation, Plugin));

        var result = await scene.GuardAsync(installation, scene.Folder, ["restore"]);

        _ = result.EndsWith(4, "IG3003", Plugin);
        Assert.IsEmpty(scene.Feed.Requests);
        Assert.IsFalse(Directory.Exists(Path.Combine(scene.Folder, "obj")));
        Assert.IsNull(scene.Lock);
    }

    [TestMethod]
    [DataRow(Plugin, DisplayName = "the plugin itself is garbage")]
    [DataRow("InstallGuard.Core.dll", DisplayName = "a part of the plugin is garbage")]
    public async Task Plugin_that_cannot_start_fails_the_restore_and_nothing_is_extracted(string file)
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        var installation = CopyInstallation(scene);
        await File.WriteAllTextAsync(Path.Combine(installation, file), "no assembly");

        var result = await scene.GuardAsync(installation, scene.Folder, ["restore"]);

        // The command line shares its parts with the plugin, and then says so itself.
        _ = result.EndsWith(4, Own.Contains(file) ? "Install it again" : "IG300");
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    [TestMethod]
    [DataRow("InstallGuard.Core.dll")]
    [DataRow("InstallGuard.Adapters.dll")]
    [DataRow("SQLitePCLRaw.core.dll")]
    [DataRow("InstallGuard.Plugin.runtimeconfig.json")]
    public async Task Plugin_without_one_of_its_parts_fails_the_restore_and_nothing_is_extracted(string file)
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        var installation = CopyInstallation(scene);
        File.Delete(Path.Combine(installation, file));

        var result = await scene.GuardAsync(installation, scene.Folder, ["restore"]);

        // The command line shares its parts with the plugin, and then says so itself.
        _ = result.EndsWith(4, Own.Contains(file) ? "Install it again" : "IG300");
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    [TestMethod]
    public async Task Plugin_that_is_killed_in_mid_download_fails_the_restore_and_nothing_is_extracted()
    {
        RequireProc();
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"), Given.Package("Contoso.Xml", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        _ = (await scene.RestoreAsync()).EndsWith(0);
        var before = scene.Lock;
        _ = scene.Project(("Contoso.Json", "1.0.0"), ("Contoso.Xml", "1.0.0"));
        scene.Feed.Misbehave("contoso.xml.1.0.0.nupkg", new FeedFault.Hang());

        var restoring = scene.RestoreAsync();
        await Until.True(
            () => scene.Feed.Requests.Any(request => request.Path.EndsWith("contoso.xml.1.0.0.nupkg", StringComparison.Ordinal)),
            "the package is asked for",
            restoring);
        SandboxProcesses.Kill(scene.Sandbox.Running(Plugin));
        var result = await restoring;

        _ = result.EndsWith(4, "IG300");
        scene.HasNothingButAnEmptyDraftOf("Contoso.Xml", "1.0.0");
        Assert.AreEqual(before, scene.Lock);

        scene.Feed.Behave();
        _ = (await scene.RestoreAsync()).EndsWith(0, "Contoso.Xml 1.0.0");
        scene.Has("Contoso.Xml", "1.0.0");
    }

    [TestMethod]
    public async Task Command_line_that_is_killed_records_nothing_and_the_next_run_is_clean()
    {
        RequireProc();
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Feed.Misbehave("contoso.json.1.0.0.nupkg", new FeedFault.Hang());

        var restoring = scene.RestoreAsync();
        await Until.True(
            () => scene.Feed.Requests.Any(request => request.Path.EndsWith(".nupkg", StringComparison.Ordinal)), "the package is asked for", restoring);
        SandboxProcesses.Kill(scene.Sandbox.Running("installguard.dll"));
        scene.Feed.Behave();
        scene.Feed.Release();
        var result = await restoring;

        Assert.AreNotEqual(0, result.ExitCode);
        Assert.IsNull(scene.Lock);
        await Until.True(() => scene.Sandbox.Running(Plugin).Count == 0, "the plugin notices that nobody needs it");
        _ = (await scene.RestoreAsync()).EndsWith(0, "Contoso.Json 1.0.0");
        Assert.Contains("Contoso Ltd", scene.Lock!);
    }

    private static void RequireProc()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("only Linux tells which process belongs to which sandbox");
        }
    }

    private static string CopyInstallation(Scene scene)
    {
        var copy = Path.Combine(scene.Sandbox.Root, "installation");
        foreach (var file in Sandbox.FilesBelow(Guarded.Installed))
        {
            var target = Path.Combine(copy, file);
            _ = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Guarded.Installed, file), target);
        }

        return copy;
    }
}
