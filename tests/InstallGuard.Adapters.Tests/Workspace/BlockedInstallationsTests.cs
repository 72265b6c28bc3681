using InstallGuard.Adapters.Storage;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>What a restore installed and its check blocked goes; nothing else does.</summary>
[TestClass]
public sealed class BlockedInstallationsTests
{
    private static readonly DateTime BegunAt = new(2026, 11, 27, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Package Json = new(PackageId.Parse("Contoso.Json"), PackageVersion.Parse("1.0.0"));

    [TestMethod]
    public void What_the_restore_installed_is_taken_out()
    {
        using var folder = new TestFolder();
        var installed = Install(folder["packages"], Json, BegunAt);
        var beside = Install(folder["packages"], new(Json.Id, PackageVersion.Parse("1.0.1")), BegunAt);

        Assert.IsEmpty(Remove(folder, "packages"));

        Assert.IsFalse(Directory.Exists(installed));
        Assert.IsTrue(Directory.Exists(beside));
    }

    [TestMethod]
    public void What_was_there_before_stays()
    {
        using var folder = new TestFolder();
        var installed = Install(folder["packages"], Json, BegunAt.AddTicks(-1));

        Assert.IsEmpty(Remove(folder, "packages"));

        Assert.IsTrue(File.Exists(Path.Combine(installed, ".nupkg.metadata")));
    }

    [TestMethod]
    public void What_lies_in_a_fallback_folder_stays()
    {
        using var folder = new TestFolder();
        var installed = Install(folder["fallback"], Json, BegunAt.AddDays(1));

        Assert.IsEmpty(Remove(folder, "packages"));

        Assert.IsTrue(File.Exists(Path.Combine(installed, ".nupkg.metadata")));
    }

    [TestMethod]
    public void Package_that_is_nowhere_is_no_reason_to_delete_anything()
    {
        using var folder = new TestFolder();

        Assert.IsEmpty(Remove(folder, "packages"));
    }

    private static IReadOnlyList<string> Remove(TestFolder folder, string packages) => BlockedInstallations.Remove(
        RestoreGraph.Parse([$"project\t{folder["obj"]}\t{folder[packages]}/\t{folder["app.csproj"]}\t"], "graph"),
        BegunAt,
        [ResolvedPackage.In([folder["packages"], folder["fallback"]], Json)]);

    private static string Install(string packages, Package package, DateTime written)
    {
        var folder = Directory.CreateDirectory(Path.Combine(packages, "contoso.json", package.Version.Text)).FullName;
        File.WriteAllText(Path.Combine(folder, ".nupkg.metadata"), "{}");
        File.WriteAllText(Path.Combine(folder, "contoso.json.nuspec"), "<package />");
        File.SetLastWriteTimeUtc(Path.Combine(folder, ".nupkg.metadata"), written);
        return folder;
    }
}
