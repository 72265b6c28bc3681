using System.Text;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Adapters.Storage;

/// <summary>Two people accept different packages on two branches, and git merges the lock as text.</summary>
[TestClass]
public sealed class LockMergeTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);
    private static readonly DateOnly Tuesday = new(2026, 11, 17);

    private static readonly string[] Owners = ["alice", "bob", "carol"];

    // With every other letter taken, so that there is room between any two.
    private static readonly LockDocument Before = new[] { "B", "D", "F", "H" }
        .Aggregate(LockDocument.Empty, (document, letter) => document.With(Id(letter), FirstUse("alice", Monday)));

    public static IEnumerable<(string Name, LockDocument Ours, LockDocument Theirs)> Mergeable =>
    [
        ("accepted changes of packages far apart", Accepted("B", "bob"), Accepted("H", "carol")),
        ("accepted changes of neighbours", Accepted("D", "bob"), Accepted("F", "carol")),
        ("accepted changes of neighbours that say the same", Accepted("D", "bob"), Accepted("F", "bob")),
        ("accepted change of the last package and of the one before", Accepted("F", "bob"), Accepted("H", "carol")),
        ("new packages far apart", New("C"), New("G")),
        ("new packages with one old package between them", New("C"), New("E")),
        ("new first package and new last package", New("A"), New("Z")),
        ("new last package and new package before the last one", New("Z"), New("G")),
        ("new package and a change of the package before it", Accepted("D", "bob"), New("E")),
        ("new package and a change of the package behind it", Accepted("F", "bob"), New("E")),
        ("new last package and a change of the package before it", Accepted("H", "bob"), New("Z")),
        ("new first package and a change of the package behind it", Accepted("B", "bob"), New("A")),
        ("the same new package, seen on the same day", New("E"), New("E")),
    ];

    public static IEnumerable<(string Name, LockDocument? Before, LockDocument Ours, LockDocument Theirs)> Conflicting =>
    [
        ("new packages between the same two", Before, New("E1"), New("E2")),
        ("new first packages", Before, New("A1"), New("A2")),
        ("new last packages", Before, New("Y"), New("Z")),
        ("the first packages of all", LockDocument.Empty, LockDocument.Empty.With(Id("A"), FirstUse("alice", Monday)), LockDocument.Empty.With(Id("B"), FirstUse("alice", Tuesday))),
        ("two first locks", null, New("A"), New("Z")),
        ("the same new package, seen on two days", Before, New("E"), New("E", Tuesday)),
        ("two changes of one package", Before, Accepted("D", "bob"), Accepted("D", "carol", "3.0.0")),
    ];

    public static IEnumerable<object[]> MergeableNames => Mergeable.Select(row => new object[] { row.Name });

    public static IEnumerable<object[]> ConflictingNames => Conflicting.Select(row => new object[] { row.Name });

    [TestMethod]
    [DynamicData(nameof(MergeableNames))]
    public async Task Different_packages_merge_into_the_lock_that_holds_both(string name)
    {
        var (_, ours, theirs) = Mergeable.Single(row => row.Name == name);

        var merged = await MergedLock.OfAsync(Before, ours, theirs);

        Assert.IsTrue(merged.IsClean, Encoding.UTF8.GetString(merged.Text));
        AssertHoldsBoth(merged, ours, theirs);
    }

    [TestMethod]
    [DynamicData(nameof(ConflictingNames))]
    public async Task Conflict_is_refused_at_its_marker_and_loses_nothing(string name)
    {
        var (_, before, ours, theirs) = Conflicting.Single(row => row.Name == name);

        var merged = await MergedLock.OfAsync(before, ours, theirs);

        Assert.IsFalse(merged.IsClean, Encoding.UTF8.GetString(merged.Text));
        AssertIsRefused(merged, ours, theirs);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public async Task Whatever_two_branches_add_is_merged_whole_or_refused(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 15; round++)
        {
            var (before, ours, theirs) = AnyTwoBranches(random);

            var merged = await MergedLock.OfAsync(before, ours, theirs);

            Assert.AreEqual(AreNewSideBySide(before, ours, theirs), !merged.IsClean, Encoding.UTF8.GetString(merged.Text));
            if (merged.IsClean)
            {
                AssertHoldsBoth(merged, ours, theirs);
            }
            else
            {
                AssertIsRefused(merged, ours, theirs);
            }
        }
    }

    private static void AssertHoldsBoth(MergedLock merged, LockDocument ours, LockDocument theirs)
    {
        var both = theirs.Packages.Aggregate(ours, (document, package) => package.Value.Aggregate(document, (all, pin) => all.With(package.Key, pin)));
        var read = LockWriter.Write(LockReader.Read(merged.Text));
        CollectionAssert.AreEqual(merged.Text, read, "what git made is canonical");
        Assert.AreEqual(Encoding.UTF8.GetString(LockWriter.Write(both)), Encoding.UTF8.GetString(merged.Text));
    }

    private static void AssertIsRefused(MergedLock merged, LockDocument ours, LockDocument theirs)
    {
        var text = Encoding.UTF8.GetString(merged.Text);
        var refused = Assert.ThrowsExactly<LockFormatException>(() => LockReader.Read(merged.Text), text);
        Assert.AreEqual("a conflict marker of an unfinished merge", refused.Problem);
        Assert.StartsWith("<<<<<<<", text.Split('\n')[refused.Line - 1]);
        CollectionAssert.AreEqual(LockWriter.Write(ours), merged.Ours);
        CollectionAssert.AreEqual(LockWriter.Write(theirs), merged.Theirs);
        foreach (var line in Encoding.UTF8.GetString([.. merged.Ours, .. merged.Theirs]).Split('\n').Distinct())
        {
            Assert.Contains(line, text);
        }
    }

    // Both are inserted at one and the same line, and git does not know that the lock has an order.
    private static bool AreNewSideBySide(LockDocument before, LockDocument ours, LockDocument theirs)
    {
        PackageId[] added = [.. ours.Packages.Concat(theirs.Packages).Select(package => package.Key).Where(id => before.PinsOf(id).IsEmpty).Order()];
        return added is [var first, var second] && !before.Packages.Any(package => first.CompareTo(package.Key) < 0 && package.Key.CompareTo(second) < 0);
    }

    private static (LockDocument Before, LockDocument Ours, LockDocument Theirs) AnyTwoBranches(Random random)
    {
        Pin AnyPin(string since) => new(
            PackageVersion.Parse(since),
            random.Next(4) == 0
                ? PublisherIdentity.UnsignedFrom(FeedIdentity.Local)
                : new(
                    null,
                    random.Next(2) == 0 ? null : new("Contoso Ltd", "Contoso Ltd", "US", null, null),
                    new("nuget.org", new(Owners.Take(random.Next(1, 4))))),
            random.Next(2) == 0 ? new PinOrigin.FirstUse(Monday) : new PinOrigin.Accepted("owners-added", "jo@contoso.example", Tuesday, "announced"));
        var letters = "ABCDEFGHIJ".Select(letter => $"{letter}").ToArray();
        var before = letters.Where(_ => random.Next(2) == 0)
            .Aggregate(LockDocument.Empty, (document, letter) => document.With(Id(letter), AnyPin("2.0.0")));
        random.Shuffle(letters);
        LockDocument With(string letter) => before.With(Id(letter), AnyPin(random.Next(4) == 0 ? "1.0.0" : "3.0.0"));
        return (before, With(letters[0]), With(letters[1]));
    }

    private static LockDocument Accepted(string letter, string owner, string since = "2.0.0") => Before.With(
        Id(letter),
        new(
            PackageVersion.Parse(since),
            new(null, null, new("nuget.org", new([owner]))),
            new PinOrigin.Accepted("owners-replaced", "jo@contoso.example", Tuesday, "announced")));

    private static LockDocument New(string letter, DateOnly? day = null) => Before.With(Id(letter), FirstUse("dave", day ?? Monday));

    private static Pin FirstUse(string owner, DateOnly day) => new(
        PackageVersion.Parse("1.0.0"), new(null, null, new("nuget.org", new([owner]))), new PinOrigin.FirstUse(day));

    private static PackageId Id(string letter) => PackageId.Parse($"Contoso.{letter}");
}
