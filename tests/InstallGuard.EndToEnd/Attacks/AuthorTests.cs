using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>Two people of one name.</summary>
[TestClass]
public sealed class AuthorTests
{
    [TestMethod]
    public async Task Namesake_elsewhere_is_noticed_and_vouches_for_nobody()
    {
        var pinned = TestAuthority.Shared.IssueAuthor(new TestSubject("John Smith", "John Smith", State: "Delaware", Locality: "Dover"));
        var namesake = TestAuthority.Shared.IssueAuthor(
            new TestSubject("JOHN  SMITH", "John Smith", State: "Nevada", Locality: "Reno"), TestAuthority.Shared.AnotherAuthority);
        await using var scene = await Scene.OpenAsync(s => s.Countersigned(s.AuthorSigned("1.0.0", pinned), "alice"));

        var noticed = await scene.AssertNoticedAsync(scene.Countersigned(scene.AuthorSigned("2.0.0", namesake), "alice"), "IG1022");
        _ = scene.Feed.Add(scene.Countersigned(scene.AuthorSigned("3.0.0", namesake), "alice", "mallory"));
        var result = await scene.Project.AssertRefusedAsync("3.0.0", "IG1030");

        Assert.Contains("\"Dover\"", noticed.Output);
        Assert.Contains("\"Reno\"", noticed.Output);
        Assert.Contains("added mallory", result.Error);
    }
}
