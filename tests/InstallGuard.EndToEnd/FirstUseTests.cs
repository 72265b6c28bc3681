using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd;

[TestClass]
public sealed class FirstUseTests
{
    [TestMethod]
    public async Task First_use_is_recorded_and_the_second_run_changes_nothing()
    {
        var author = TestAuthority.Shared.IssueAuthor("Contoso Ltd");
        await using var feed = await TestFeed.StartAsync();
        feed.Add(TestPackage.AuthorSigned(TestPackage.Create("Contoso.Json", "1.0.0"), author, new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero)));
        await using var sandbox = await Sandbox.Create(SandboxSource.Of(feed)).TrustingTestRoots();
        var project = sandbox.WriteProject("app", ("Contoso.Json", "1.0.0"));
        var folder = Path.GetDirectoryName(project)!;

        var first = await sandbox.GuardAsync(folder, "restore");
        var recorded = await File.ReadAllTextAsync(Guarded.LockOf(project));
        var second = await sandbox.GuardAsync(folder, "restore");

        Assert.AreEqual(0, first.ExitCode, first.Output + first.Error);
        Assert.Contains("Contoso.Json 1.0.0  Contoso Ltd", first.Output);
        Assert.Contains("\"name\": \"Contoso Ltd\"", recorded);
        Assert.AreEqual(0, second.ExitCode, second.Output + second.Error);
        Assert.AreEqual(recorded, await File.ReadAllTextAsync(Guarded.LockOf(project)));
    }
}
