using InstallGuard.Adapters.Storage;
using InstallGuard.Identity;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Workspace;

/// <summary>What a NuGet configuration says of InstallGuard's own package.</summary>
[TestClass]
public sealed class OwnPackageSourcesTests : IDisposable
{
    private const string Team = "<add key=\"team\" value=\"https://team.contoso.example/index.json\" />";
    private const string Local = "<add key=\"local\" value=\"feed\" />";
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Without_a_mapping_every_source_is_asked()
    {
        Config("repo/nuget.config", Team + Local);

        var known = Read();

        Assert.AreEqual("team local", string.Join(' ', known.Asked.Select(source => source.Name)));
        Assert.IsFalse(known.IsMapped);
        Assert.IsTrue(known.Asked.All(source => source.NamedOutside is null));
        Assert.AreEqual(SourceHolding.Unknown, known.Asked[0].Holding);
    }

    [TestMethod]
    [DataRow("InstallGuard.*", "team")]
    [DataRow("installguard.sdk", "team")]
    [DataRow("Install*", "team")]
    [DataRow("InstallGuard", "local")]
    public void Mapping_says_which_one_is_asked(string pattern, string asked)
    {
        Config("repo/nuget.config", Team + Local, Mapped("local", "*") + Mapped("team", pattern));

        var known = Read();

        Assert.AreEqual(asked, known.Asked.Single().Name);
        Assert.IsTrue(known.IsMapped);
        Assert.HasCount(2, known.All);
    }

    [TestMethod]
    public void Name_in_the_mapping_that_no_source_has_is_missing_and_so_is_one_that_is_turned_off()
    {
        Config("repo/nuget.config", Team + Local, Mapped("taem", "InstallGuard.*") + Mapped("local", "InstallGuard.*"), "<disabledPackageSources><add key=\"local\" value=\"true\" /></disabledPackageSources>");

        var known = Read();

        Assert.IsEmpty(known.Asked);
        Assert.AreEqual("local taem", string.Join(' ', known.Missing.Order()));
    }

    [TestMethod]
    [DataRow("feed/InstallGuard.Sdk.1.2.3.nupkg", SourceHolding.Has)]
    [DataRow("feed/installguard.sdk/1.2.3/installguard.sdk.1.2.3.nupkg", SourceHolding.Has)]
    [DataRow("feed/InstallGuard.Sdk.1.2.3/InstallGuard.Sdk.1.2.3.nupkg", SourceHolding.Has)]
    [DataRow("feed/InstallGuard.Sdk.1.2.4.nupkg", SourceHolding.HasNot)]
    [DataRow("other/InstallGuard.Sdk.1.2.3.nupkg", SourceHolding.HasNot)]
    public void Folder_has_it_where_NuGet_would_find_it(string file, SourceHolding holding)
    {
        Config("repo/nuget.config", Local);
        Write($"repo/{file}", "");

        Assert.AreEqual(holding, Read().Asked.Single().Holding);
    }

    [TestMethod]
    public void Source_that_only_a_file_outside_the_repository_names_is_told_with_the_file()
    {
        Config("nuget.config", Team + Local);
        Config("repo/nuget.config", Local, clear: "");

        var known = Read();

        Assert.AreEqual(Path.Combine(_folder.Path, "nuget.config"), known.Asked.Single(source => source.Name == "team").NamedOutside);
        Assert.IsNull(known.Asked.Single(source => source.Name == "local").NamedOutside);
    }

    [TestMethod]
    public void Configuration_that_cannot_be_read_is_no_answer()
    {
        Write("repo/nuget.config", "<configuration>");

        Assert.IsInstanceOfType<OwnPackageSources.Unknown>(OwnPackageSources.Of(Path.Combine(_folder.Path, "repo"), null));
    }

    private OwnPackageSources.Known Read() =>
        Assert.IsInstanceOfType<OwnPackageSources.Known>(OwnPackageSources.Of(Path.Combine(_folder.Path, "repo"), PackageVersion.Parse("1.2.3")));

    private static string Mapped(string source, string pattern) => $"<packageSource key=\"{source}\"><package pattern=\"{pattern}\" /></packageSource>";

    private void Config(string path, string sources, string mapping = "", string more = "", string clear = "<clear />") => Write(
        path,
        $"<configuration><packageSources>{clear}{sources}</packageSources><packageSourceMapping>{clear}{mapping}</packageSourceMapping>{more}</configuration>");

    private void Write(string path, string text)
    {
        _ = Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }
}
