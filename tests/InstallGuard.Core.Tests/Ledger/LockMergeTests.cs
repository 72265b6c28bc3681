using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>Two locks that come from one become one again, or nobody but a person can tell.</summary>
[TestClass]
public sealed class LockMergeTests
{
    private static readonly PackageId Id = PackageId.Parse("Contoso.Json");
    private static readonly Pin Old = Pinned("1.0.0", repository: NuGetOrg("ann"));
    private static readonly LockDocument Before = LockDocument.Empty.With(Id, Old);

    [TestMethod]
    public void Merge_prefers_no_side() => Always.Holds(
        from before in Any.Lock
        from ours in Any.Lock
        from theirs in Any.Lock
        select (before, ours, theirs),
        it =>
        {
            var (one, other) = (LockMerge.Of(it.before, it.ours, it.theirs), LockMerge.Of(it.before, it.theirs, it.ours));
            Assert.AreEqual(one is LockMergeResult.Merged, other is LockMergeResult.Merged);
            if (one is LockMergeResult.Merged merged)
            {
                Assert.AreEqual(Text(merged.Document), Text(((LockMergeResult.Merged)other).Document));
            }
        });

    [TestMethod]
    public void Additions_of_both_sides_all_stay() => Always.Holds(
        from before in Any.Lock
        from ours in Any.Lock
        from theirs in Any.Lock
        select (before, ours: Added(before, ours, "Ours."), theirs: Added(before, theirs, "Theirs.")),
        it =>
        {
            var merged = Merged(it.before, it.ours, it.theirs);
            CollectionAssert.AreEquivalent(Pins(it.ours).Union(Pins(it.theirs)).ToList(), Pins(merged).ToList());
            _ = LockReader.Read(LockWriter.Write(merged));
        });

    [TestMethod]
    public void Side_that_changed_nothing_changes_nothing() => Always.Holds(
        from before in Any.Lock
        from theirs in Any.Lock
        select (before, theirs),
        it =>
        {
            Assert.AreEqual(Text(it.theirs), Text(Merged(it.before, it.before, it.theirs)));
            Assert.AreEqual(Text(it.theirs), Text(Merged(it.before, it.theirs, it.theirs)));
        });

    [TestMethod]
    public void What_one_side_took_out_is_out() =>
        Assert.AreEqual(0, Merged(Before, LockDocument.Empty, Before).Count);

    [TestMethod]
    public void Pin_that_both_sides_changed_is_named()
    {
        var ours = Before.With(Id, Old with { Identity = Who(repository: NuGetOrg("bob")) });
        var theirs = Before.With(Id, Old with { Identity = Who(repository: NuGetOrg("cid")) });

        AssertDiffers(Before, ours, theirs, "1.0.0");
        AssertDiffers(Before, ours, LockDocument.Empty, "1.0.0");
    }

    [TestMethod]
    public void Same_first_use_on_two_days_keeps_the_earlier_one()
    {
        var later = LockDocument.Empty.With(Id, Old with { Origin = new PinOrigin.FirstUse(new(2026, 11, 30)) });

        Assert.AreEqual(Text(Before), Text(Merged(LockDocument.Empty, Before, later)));
        Assert.AreEqual(Text(Before), Text(Merged(LockDocument.Empty, later, Before)));
    }

    [TestMethod]
    public void First_uses_of_different_publishers_are_nobodys_to_put_side_by_side()
    {
        var other = LockDocument.Empty.With(Id, Pinned("2.0.0", repository: NuGetOrg("mallory")));
        var same = LockDocument.Empty.With(Id, Pinned("2.0.0", repository: NuGetOrg("ann")));

        AssertDiffers(LockDocument.Empty, Before, other, "1.0.0", "2.0.0");
        Assert.HasCount(2, Merged(LockDocument.Empty, Before, same).PinsOf(Id));
    }

    private static LockDocument Merged(LockDocument before, LockDocument ours, LockDocument theirs) =>
        ((LockMergeResult.Merged)LockMerge.Of(before, ours, theirs)).Document;

    private static void AssertDiffers(LockDocument before, LockDocument ours, LockDocument theirs, params string[] since) =>
        CollectionAssert.AreEqual(since, ((LockMergeResult.Differs)LockMerge.Of(before, ours, theirs)).Pins.Select(pin => pin.Since.Text).ToArray());

    private static LockDocument Added(LockDocument before, LockDocument more, string prefix) => more.Packages
        .SelectMany(package => package.Value, (package, pin) => (Id: PackageId.Parse(prefix + package.Key.Text), pin))
        .Where(one => !OwnPackage.Is(one.Id) && one.pin.Identity.Contents is null)
        .Aggregate(before, (document, one) => document.With(one.Id, one.pin));

    private static IEnumerable<string> Pins(LockDocument document) =>
        document.Packages.SelectMany(package => package.Value, (package, pin) => $"{package.Key.Text} {PinText.Write(pin)}");

    private static string Text(LockDocument document) => System.Text.Encoding.UTF8.GetString(LockWriter.Write(document));
}
