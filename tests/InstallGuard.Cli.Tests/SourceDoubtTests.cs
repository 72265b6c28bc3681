using InstallGuard.Adapters.Workspace;
using InstallGuard.Cli.Initializing;

namespace InstallGuard.Cli;

/// <summary>What the NuGet configuration leaves open about where InstallGuard.Sdk comes from on other machines.</summary>
[TestClass]
public sealed class SourceDoubtTests
{
    private static readonly OwnPackageSource Team = new("team", SourceHolding.Unknown, null);
    private static readonly OwnPackageSource Public = new("public", SourceHolding.Unknown, null);

    [TestMethod]
    public void One_source_of_the_repository_leaves_nothing_open()
    {
        Assert.IsEmpty(Doubts(new(["public", "team"], true, [Team], [])));
        Assert.IsEmpty(Doubts(new(["team"], false, [Team], [])));
    }

    [TestMethod]
    public void Several_that_may_answer_are_named_and_the_mapping_is_written_out()
    {
        var doubt = Doubts(new(["public", "team"], false, [Public, Team], [])).Single();

        Assert.EndsWith(": public, team", doubt.What);
        Assert.Contains("""<packageSourceMapping><packageSource key="public"><package pattern="*" /></packageSource><packageSource key="team"><package pattern="*" /></packageSource></packageSourceMapping>, with <package pattern="InstallGuard" /><package pattern="InstallGuard.*" />""", doubt.Fix);
    }

    [TestMethod]
    public void One_that_is_seen_to_have_it_gets_the_patterns()
    {
        var has = Team with { Holding = SourceHolding.Has };

        Assert.Contains("""<packageSource key="team"><package pattern="*" /><package pattern="InstallGuard" />""", Doubts(new(["public", "team"], false, [Public, has], [])).Single().Fix);
        Assert.EndsWith("for team alone", Doubts(new(["public", "team"], true, [Public, has], [])).Single().Fix);
    }

    [TestMethod]
    public void Mapping_to_a_source_that_is_not_in_force_is_named()
    {
        var doubt = Doubts(new(["public"], true, [], ["taem"])).Single();

        Assert.Contains("to taem, and no source of that name", doubt.What);
    }

    [TestMethod]
    public void Where_no_source_is_asked_for_it_that_is_said()
    {
        Assert.AreEqual("packageSourceMapping has no source for InstallGuard.Sdk", Doubts(new(["public"], true, [], [])).Single().What);
        Assert.AreEqual("there is no source that could have InstallGuard.Sdk", Doubts(new([], false, [], [])).Single().What);
    }

    [TestMethod]
    public void Folders_without_it_are_named_and_one_address_among_them_may_have_it()
    {
        var empty = Team with { Holding = SourceHolding.HasNot };

        Assert.AreEqual("InstallGuard.Sdk 1.2.3 is in none of the folders that are asked for it: team", Doubts(new(["team"], false, [empty], [])).Single().What);
        Assert.DoesNotContain("in none of the folders", Doubts(new(["public", "team"], false, [Public, empty], [])).Single().What);
    }

    [TestMethod]
    public void Source_that_a_colleague_may_not_have_is_named_with_its_file()
    {
        var mine = Team with { NamedOutside = "/home/jo/.nuget/NuGet/NuGet.Config" };

        Assert.AreEqual(
            "InstallGuard.Sdk can come from team only, which /home/jo/.nuget/NuGet/NuGet.Config names and no nuget.config of this repository: other machines may not have that source",
            Doubts(new(["team"], false, [mine], [])).Single().What);
        Assert.IsEmpty(Doubts(new(["public", "team"], true, [Team], [])));
    }

    [TestMethod]
    public void What_cannot_be_read_is_not_taken_for_good() =>
        Assert.Contains("is not known", SourceDoubt.Of(new OwnPackageSources.Unknown("line 1"), "1.2.3").Single().What);

    private static IReadOnlyList<SourceDoubt> Doubts(OwnPackageSources.Known known) => SourceDoubt.Of(known, "1.2.3");
}
