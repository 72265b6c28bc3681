using InstallGuard.Policies;
using InstallGuard.Replay;

namespace InstallGuard.Adapters.Packages;

/// <summary>How the decision does on real history: how seldom it asks, and that it asks for a reason.</summary>
[TestClass]
public sealed class ReplayTests
{
    private const double MostInVersionOrder = 0.025;
    private const double MostInPublishingOrder = 0.03;

    private static readonly Lazy<IReadOnlyList<Release>> Releases = new(() => Corpus.Read(Repository.Corpus(), SdkOfTheTests.Found.Folder));

    [TestMethod]
    public void A_person_is_seldom_asked_in_version_order() => AsksAtMost(MostInVersionOrder, Walk.Through(Releases.Value, Walk.ByVersion));

    [TestMethod]
    public void A_person_is_seldom_asked_in_publishing_order() => AsksAtMost(MostInPublishingOrder, Walk.Through(Releases.Value, Walk.ByTime));

    [TestMethod]
    public void Honest_history_is_never_rejected_and_never_in_doubt()
    {
        foreach (var step in Walk.Through(Releases.Value, Walk.ByVersion).Concat(Walk.Through(Releases.Value, Walk.ByTime)))
        {
            Assert.IsTrue(step.Verdict.Kind < VerdictKind.Undetermined, $"{step.After.Package}");
        }
    }

    [TestMethod]
    public void Tables_of_the_docs_are_those_of_the_replay() =>
        Assert.Contains(Report.Of(Releases.Value), File.ReadAllText(Path.Combine(Repository.Root, "docs", "decisions.md")).ReplaceLineEndings("\n"));

    private static void AsksAtMost(double share, IReadOnlyList<Step> steps) =>
        Assert.IsLessThanOrEqualTo(share, (double)steps.Count(step => step.Asks) / steps.Count);
}
