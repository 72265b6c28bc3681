using System.Text.Json;
using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Feeds;

/// <summary>Restores that read from more than one place.</summary>
[TestClass]
public sealed class SeveralSourcesTests
{
    [TestMethod]
    public async Task Two_feeds_with_different_packages_are_both_guarded()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        await using var other = await TestFeed.StartAsync();
        _ = other.Add(Given.Package("Contoso.Xml", "1.0.0")).Add(Given.PackageOfAnother("Contoso.Xml", "2.0.0"));
        scene.Sandbox.WriteNuGetConfig([SandboxSource.Of(scene.Feed, "one"), SandboxSource.Of(other, "two")]);
        _ = scene.Project(("Contoso.Json", "1.0.0"), ("Contoso.Xml", "1.0.0"));

        _ = (await scene.RestoreAsync()).EndsWith(0, "Contoso.Json 1.0.0", "Contoso.Xml 1.0.0");

        Assert.Contains("\"Contoso.Json\"", scene.Lock!);
        Assert.Contains("\"Contoso.Xml\"", scene.Lock!);
        var before = scene.Lock;
        _ = scene.Project(("Contoso.Json", "1.0.0"), ("Contoso.Xml", "2.0.0"));

        _ = (await scene.RestoreAsync()).EndsWith(3, "IG1020", "Contoso.Xml 2.0.0");

        scene.HasNothingOf("Contoso.Xml", "2.0.0");
        Assert.AreEqual(before, scene.Lock);
    }

    [TestMethod]
    public async Task Package_that_two_feeds_offer_is_taken_once()
    {
        var package = Given.Package("Contoso.Json", "1.0.0");
        await using var scene = await Scene.CreateAsync(package);
        await using var other = await TestFeed.StartAsync();
        _ = other.Add(package);
        scene.Sandbox.WriteNuGetConfig([SandboxSource.Of(scene.Feed, "one"), SandboxSource.Of(other, "two")]);
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        _ = (await scene.RestoreAsync()).EndsWith(0, "1 package checked, 1 new");

        scene.Has("Contoso.Json", "1.0.0");
        Assert.HasCount(1, scene.Feed.Requests.Concat(other.Requests).Where(request => request.Path.EndsWith(".nupkg", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Package_that_another_feed_answers_for_with_another_author_is_blocked()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        _ = (await scene.RestoreAsync()).EndsWith(0);
        var before = scene.Lock;
        await using var other = await TestFeed.StartAsync();
        _ = other.Add(Given.PackageOfAnother("Contoso.Json", "1.1.0"));
        scene.Sandbox.WriteNuGetConfig([SandboxSource.Of(scene.Feed, "one"), SandboxSource.Of(other, "two")]);
        _ = scene.Project(("Contoso.Json", "1.1.0"));

        _ = (await scene.RestoreAsync()).EndsWith(3, "IG1020", "Contoso.Json 1.1.0");

        scene.HasNothingOf("Contoso.Json", "1.1.0");
        Assert.AreEqual(before, scene.Lock);
    }

    [TestMethod]
    public Task One_feed_that_is_down_fails_the_restore() => BesideOneThatIsDownAsync("", async (scene, down) =>
    {
        _ = (await scene.RestoreAsync()).EndsWith(4, "IG3002", down.Address);

        Assert.IsNull(scene.Lock);
    });

    [TestMethod]
    public Task Feed_that_may_fail_does_not_stop_the_others() => BesideOneThatIsDownAsync("contoso.json/index.json", async (scene, down) =>
    {
        _ = (await scene.RestoreAsync("--", "-p:RestoreIgnoreFailedSources=true")).EndsWith(0, "Contoso.Json 1.0.0");

        scene.Has("Contoso.Json", "1.0.0");
    });

    [TestMethod]
    public Task Feed_that_may_not_fail_is_named() => BesideOneThatIsDownAsync("contoso.json/index.json", async (scene, down) =>
    {
        _ = (await scene.RestoreAsync()).EndsWith(4, "IG3001", down.Address).Without("A task was canceled");

        Assert.IsNull(scene.Lock);
    });

    [TestMethod]
    public async Task Local_folder_is_checked_after_the_restore()
    {
        await using var scene = await Scene.CreateAsync();
        var folder = Directory.CreateDirectory(Path.Combine(scene.Sandbox.Root, "folder-feed")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "Contoso.Json.1.0.0.nupkg"), Given.Package("Contoso.Json", "1.0.0"));
        scene.Sandbox.WriteNuGetConfig([new("folder", folder)]);
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        _ = (await scene.RestoreAsync()).EndsWith(0, "Contoso.Json 1.0.0", "Contoso Ltd");

        var before = scene.Lock;
        await File.WriteAllBytesAsync(Path.Combine(folder, "Contoso.Json.2.0.0.nupkg"), Given.PackageOfAnother("Contoso.Json", "2.0.0"));
        _ = scene.Project(("Contoso.Json", "2.0.0"));

        _ = (await scene.RestoreAsync()).EndsWith(3, "IG1020", "Contoso.Json 2.0.0", "Fabrikam Ltd");

        Assert.AreEqual(before, scene.Lock);
    }

    [TestMethod]
    public async Task Check_before_any_restore_says_what_to_run()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        _ = (await scene.GuardAsync(Guarded.Installed, scene.Folder, ["check"])).EndsWith(4, "app.csproj has not been restored");

        _ = (await scene.RestoreAsync()).EndsWith(0);
        var after = (await scene.GuardAsync(Guarded.Installed, scene.Folder, ["check", "--format", "json"])).EndsWith(0);
        using var json = JsonDocument.Parse(after.Output);
        Assert.AreEqual("clean", json.RootElement.GetProperty("outcome").GetString());
        Assert.AreEqual(1, json.RootElement.GetProperty("checked").GetInt32());

        var mark = Path.Combine(scene.Folder, "obj", "installguard.checked");
        File.Delete(mark);
        _ = Directory.CreateDirectory(mark);
        var unmarked = (await scene.GuardAsync(Guarded.Installed, scene.Folder, ["check", "--format", "json"])).EndsWith(4);
        using var problem = JsonDocument.Parse(unmarked.Output);
        Assert.AreEqual("undetermined", problem.RootElement.GetProperty("outcome").GetString());
    }

    [TestMethod]
    public async Task Package_from_an_unguarded_restore_is_checked()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"), Given.PackageOfAnother("Contoso.Json", "2.0.0"));
        var project = scene.Project(("Contoso.Json", "1.0.0"));
        _ = (await scene.RestoreAsync()).EndsWith(0);
        var before = scene.Lock;
        _ = scene.Project(("Contoso.Json", "2.0.0"));
        _ = (await scene.Sandbox.DotNetAsync("restore", project)).EndsWith(0);
        var asked = scene.Feed.Requests.Count;

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(3, "IG1020", "Contoso.Json 2.0.0");
        Assert.HasCount(asked, scene.Feed.Requests);
        Assert.AreEqual(before, scene.Lock);
    }

    private static async Task BesideOneThatIsDownAsync(string path, Func<Scene, TestFeed, Task> test)
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        await using var down = await TestFeed.StartAsync();
        down.Misbehave(path, new FeedFault.Status(500));
        scene.Sandbox.WriteNuGetConfig([SandboxSource.Of(down, "down"), SandboxSource.Of(scene.Feed, "up")]);
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        await test(scene, down);
    }
}
