using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>What a guarded restore says of a package's next version, attack by attack, and annoyance by annoyance.</summary>
[TestClass]
public sealed class StepTests
{
    private static readonly IReadOnlyList<Step> Refused = [.. AuthorSteps.Refused, .. OwnerSteps.Refused, .. RepositorySteps.Refused, .. ContentSteps.Refused];
    private static readonly IReadOnlyList<Step> Passing = [.. AuthorSteps.Passing, .. OwnerSteps.Passing, .. RepositorySteps.Passing];
    private static readonly Lazy<Task<RestoredSteps>> RefusedSteps = new(() => RestoredSteps.RunAsync(Refused));
    private static readonly Lazy<Task<RestoredSteps>> PassingSteps = new(() => RestoredSteps.RunAsync(Passing));

    public static IEnumerable<object[]> AllRefused => Refused.Select(step => new object[] { step });

    public static IEnumerable<object[]> AllPassing => Passing.Select(step => new object[] { step });

    [TestMethod]
    [DynamicData(nameof(AllRefused))]
    public async Task Next_version_is_refused(Step step)
    {
        var (restored, id) = (await RefusedSteps.Value, RestoredSteps.IdOf(Refused, step));

        AssertShown(restored, id, step);
    }

    [TestMethod]
    public async Task Nothing_of_a_refused_version_is_extracted_or_recorded()
    {
        var restored = await RefusedSteps.Value;

        Assert.AreNotEqual(0, restored.Result.ExitCode, restored.Result.ToString());
        Assert.IsEmpty(restored.Added, "files below the packages folder");
        Assert.IsEmpty(restored.Escaped, "files outside of a package's folder");
        Assert.AreEqual(restored.LockBefore, restored.LockAfter);
    }

    [TestMethod]
    [DynamicData(nameof(AllPassing))]
    public async Task Next_version_passes(Step step)
    {
        var (restored, id) = (await PassingSteps.Value, RestoredSteps.IdOf(Passing, step));

        Assert.AreEqual(0, restored.Result.ExitCode, restored.Result.ToString());
        AssertShown(restored, id, step);
        Assert.Contains($"{id.ToLowerInvariant()}/2.0.0/{id.ToLowerInvariant()}.nuspec", restored.Added);
        var (before, after) = (RestoredSteps.PinsIn(restored.LockBefore, id), RestoredSteps.PinsIn(restored.LockAfter, id));
        if (step.Noticed is { } change)
        {
            Assert.Contains("\"noticed\": {", after);
            Assert.Contains($"\"change\": \"{change}\"", after);
        }
        else
        {
            Assert.AreEqual(before, after, "the lock of a package that matches its pin does not change");
        }
    }

    private static void AssertShown(RestoredSteps restored, string id, Step step)
    {
        Assert.AreEqual(string.Join(' ', step.Codes.Order(StringComparer.Ordinal)), restored.CodesOf($"{id} 2.0.0"), restored.Result.ToString());
        var shown = restored.LinesOf($"{id} 2.0.0");
        foreach (var text in step.Says)
        {
            Assert.Contains(text.Replace("{id}", id, StringComparison.Ordinal), shown);
        }
    }
}
