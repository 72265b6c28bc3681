using InstallGuard.Adapters.Storage;

namespace InstallGuard.Adapters.Workspace;

/// <summary>InstallGuard.Sdk must not be planted by a restore that fails before it is checked.</summary>
[TestClass]
public sealed class OwnInstallationsTests
{
    [TestMethod]
    public void What_a_failed_restore_brought_of_InstallGuard_is_taken_away_and_nothing_else()
    {
        using var folder = new TestFolder();
        var since = new DateTime(2026, 11, 27, 12, 0, 0, DateTimeKind.Utc);
        var graph = RestoreGraph.Parse([$"project\t{folder["obj"]}\t{folder.Path}\t{folder["app.csproj"]}\t"], "graph");
        var (before, planted, other) = (Install("installguard.sdk/0.1.0", since.AddMinutes(-1)), Install("installguard.sdk/0.2.0", since), Install("contoso.json/1.0.0", since));

        OwnInstallations.Remove(graph, since);

        Assert.IsTrue(Directory.Exists(before) && Directory.Exists(other));
        Assert.IsFalse(Directory.Exists(planted));

        string Install(string package, DateTime written)
        {
            var version = Directory.CreateDirectory(Path.Combine(folder.Path, package)).FullName;
            File.WriteAllText(Path.Combine(version, ".nupkg.metadata"), "{}");
            File.SetLastWriteTimeUtc(Path.Combine(version, ".nupkg.metadata"), written);
            return version;
        }
    }
}
