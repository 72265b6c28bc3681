using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>Packages that come from a folder: one's own, packed again and again, and those that an SDK brings along.</summary>
[TestClass]
public sealed class FolderTests
{
    [TestMethod]
    public async Task Unsigned_package_that_is_packed_again_passes_and_is_shown_once()
    {
        await using var scene = await Scene.OpenAsync();
        scene.ComesFrom(scene.Folder(("1.0.0", scene.Unsigned("1.0.0"))));
        _ = await scene.Project.AssertRecordsAsync("1.0.0");
        var before = scene.Project.Lock;
        scene.ComesFrom(scene.Folder(("1.0.0", scene.Unsigned("1.0.0", "packed again"))));

        var again = await scene.Project.RestoreAsync("1.0.0");

        Assert.AreEqual(0, again.ExitCode, again.ToString());
        Assert.Contains("warning IG1051: Contoso.Json 1.0.0: ", again.Output, again.ToString());
        Assert.DoesNotContain("HTTP", again.Output, again.ToString());
        Assert.AreEqual(before, scene.Project.Lock);
        await scene.Project.AssertMatchesAsync("1.0.0");
    }

    [TestMethod]
    public async Task Signed_package_that_is_packed_again_is_asked_about_and_can_be_accepted()
    {
        await using var scene = await Scene.OpenAsync();
        scene.ComesFrom(scene.Folder(("1.0.0", scene.AuthorSigned("1.0.0"))));
        _ = await scene.Project.AssertRecordsAsync("1.0.0");
        var next = TestPackage.AuthorSigned(scene.Unsigned("1.0.0", "packed again"), scene.Author, Publishers.At);
        scene.ComesFrom(scene.Folder(("1.0.0", next)));

        var blocked = await scene.Project.RestoreAsync("1.0.0");

        Assert.AreEqual(3, blocked.ExitCode, blocked.ToString());
        Assert.Contains("error IG1051: Contoso.Json 1.0.0: ", blocked.Output, blocked.ToString());
        var accepted = await scene.Project.RunAsync("accept", Scene.Id, "--reason", "packed again by ourselves");
        Assert.AreEqual(0, accepted.ExitCode, accepted.ToString());
        await scene.Project.AssertMatchesAsync("1.0.0");
    }

    [TestMethod]
    public async Task Version_from_the_SDK_and_from_the_repository_passes_on_both_machines()
    {
        await using var scene = await Scene.OpenAsync();
        _ = scene.Feed.Add(scene.Signed("1.0.0", "alice")).Add(scene.Signed("1.1.0", "alice"));
        var folder = scene.Folder(("1.0.0", scene.AuthorSigned("1.0.0")), ("1.1.0", scene.AuthorSigned("1.1.0")));
        scene.IsOnMachine("one");
        scene.ComesFrom(folder);
        _ = await scene.Project.AssertRecordsAsync("1.0.0");
        var before = scene.Project.Lock;

        scene.IsOnMachine("other");
        scene.ComesFrom(null);
        await NoticedAsync(scene, "1.0.0", "IG1015");
        Assert.AreEqual(before, scene.Project.Lock);
        await NoticedAsync(scene, "1.1.0", "IG1015");
        Assert.AreNotEqual(before, scene.Project.Lock);
        var noted = scene.Project.Lock;

        scene.IsOnMachine("one");
        scene.ComesFrom(folder);
        await scene.Project.AssertMatchesAsync("1.0.0");
        await NoticedAsync(scene, "1.1.0", "IG1012");
        Assert.AreEqual(noted, scene.Project.Lock);
    }

    private static async Task NoticedAsync(Scene scene, string version, string code)
    {
        var result = await scene.Project.RestoreAsync(version);
        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.Contains($"warning {code}: {Scene.Id} {version}: ", result.Output, result.ToString());
    }
}
