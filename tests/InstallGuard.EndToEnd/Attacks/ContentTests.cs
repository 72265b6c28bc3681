using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>The publisher is the right one and the package is not.</summary>
[TestClass]
public sealed class ContentTests
{
    [TestMethod]
    public async Task Republished_version_with_other_contents_is_refused()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));
        _ = scene.Feed.Add(scene.Countersigned(
            TestPackage.AuthorSigned(Scene.Unsigned("1.0.0", "other contents"), scene.Author, Scene.At), "alice"));
        scene.Project.EmptyPackages();

        _ = await scene.Project.AssertRefusedAsync("1.0.0", "IG2010");
    }

    [TestMethod]
    public async Task Same_contents_that_were_signed_again_pass()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));
        _ = scene.Feed.Add(scene.Countersigned(
            TestPackage.AuthorSigned(Scene.Unsigned("1.0.0"), scene.Author, Scene.At.AddDays(1)), "alice"));
        scene.Project.EmptyPackages();

        await scene.Project.AssertMatchesAsync("1.0.0");
    }

    [TestMethod]
    public async Task Older_version_replayed_under_a_newer_number_is_refused()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));

        var result = await scene.AssertRefusedAsync(scene.Signed("1.0.0", "alice"), "IG2004");

        Assert.Contains("Contoso.Json 1.0.0, where Contoso.Json 2.0.0 was asked for", result.Error);
    }

    [TestMethod]
    public async Task Other_package_of_the_same_publisher_under_this_name_is_refused()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));
        var other = TestPackage.AuthorSigned(TestPackage.Create("Contoso.Xml", "2.0.0"), scene.Author, Scene.At);

        var result = await scene.AssertRefusedAsync(scene.Countersigned(other, "alice"), "IG2004");

        Assert.Contains("Contoso.Xml 2.0.0, where Contoso.Json 2.0.0 was asked for", result.Error);
    }

    [TestMethod]
    public async Task Other_package_under_this_name_is_refused_at_first_use()
    {
        await using var scene = await Scene.OpenAsync();
        var other = TestPackage.AuthorSigned(TestPackage.Create("Contoso.Xml", "2.0.0"), scene.Author, Scene.At);

        _ = await scene.AssertRefusedAsync(scene.Countersigned(other, "alice"), "IG2004");
    }
}
