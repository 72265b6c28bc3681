using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>What the SDK's own items name, as the restore writes it down.</summary>
[TestClass]
public sealed class KnownPackTests
{
    private static readonly RestoreGraph Graph = RestoreGraph.Parse(
        [
            "known\tMicrosoft.NETCore.App.Ref\t\t8.0.31",
            "known\tMicrosoft.NETCore.App.Host.**RID**\tlinux-x64;win-x64\t8.0.31",
            "known\tMicrosoft.NETCore.App.Runtime.**RID**;Microsoft.NETCore.App.Runtime.Mono.**RID**\tlinux-x64\t8.0.31",
        ],
        "graph");

    [TestMethod]
    [DataRow("Microsoft.NETCore.App.Ref", "8.0.31", true)]
    [DataRow("microsoft.netcore.app.ref", "8.0.31", true)]
    [DataRow("Microsoft.NETCore.App.Host.linux-x64", "8.0.31", true)]
    [DataRow("Microsoft.NETCore.App.Host.win-x64", "8.0.31", true)]
    [DataRow("Microsoft.NETCore.App.Runtime.Mono.linux-x64", "8.0.31", true)]
    [DataRow("Microsoft.NETCore.App.Ref", "8.0.30", false, DisplayName = "another version")]
    [DataRow("Microsoft.NETCore.App.Ref", "8.0.31-preview.1", false, DisplayName = "a preview of it")]
    [DataRow("Microsoft.NETCore.App.Host.linux-arm64", "8.0.31", false, DisplayName = "a platform that is not named")]
    [DataRow("Microsoft.NETCore.App.Host.**RID**", "8.0.31", false, DisplayName = "no platform")]
    [DataRow("Microsoft.NETCore.App.Host", "8.0.31", false, DisplayName = "the beginning of a name")]
    [DataRow("Microsoft.NETCore.App.Ref.Extra", "8.0.31", false, DisplayName = "a longer name")]
    public void Package_is_named_by_its_id_and_version(string id, string version, bool expected) =>
        Assert.AreEqual(expected, PackageId.TryParse(id, out var parsed) && Graph.IsNamedBySdk(new(parsed, PackageVersion.Parse(version))));

    [TestMethod]
    public void Nothing_is_named_where_the_sdk_was_not_asked() =>
        Assert.IsFalse(RestoreGraph.Parse([], "graph").IsNamedBySdk(new(PackageId.Parse("Microsoft.NETCore.App.Ref"), PackageVersion.Parse("8.0.31"))));

    [TestMethod]
    [DataRow("known\tMicrosoft.NETCore.App.Ref\t8.0.31")]
    [DataRow("known\t\t\t8.0.31")]
    [DataRow("known\tMicrosoft.NETCore.App.Ref\t\tlatest")]
    public void Line_of_another_form_is_an_error(string line) =>
        Assert.ThrowsExactly<InvalidDataException>(() => RestoreGraph.Parse([line], "graph"));
}
