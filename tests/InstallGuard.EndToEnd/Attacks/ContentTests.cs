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
            TestPackage.AuthorSigned(scene.Unsigned("1.0.0", "other contents"), scene.Author, Scene.At), "alice"));
        scene.Project.EmptyPackages();

        _ = await scene.Project.AssertRefusedAsync("1.0.0", "IG2010");
    }

    [TestMethod]
    public async Task Same_contents_that_were_signed_again_pass()
    {
        await using var scene = await Scene.OpenAsync(s => s.Signed("1.0.0", "alice"));
        _ = scene.Feed.Add(scene.Countersigned(
            TestPackage.AuthorSigned(scene.Unsigned("1.0.0"), scene.Author, Scene.At.AddDays(1)), "alice"));
        scene.Project.EmptyPackages();

        await scene.Project.AssertMatchesAsync("1.0.0");
    }
}
