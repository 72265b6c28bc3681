using System.Collections.Immutable;
using InstallGuard.Checking;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Storage;

[TestClass]
public sealed class RepositoryMemoryInLedgerTests
{
    private const string Feed = "https://feed.example/index.json";
    private static readonly Sha256Digest Old = Samples.Digest("old certificate");
    private static readonly Sha256Digest New = Samples.Digest("new certificate");

    [TestMethod]
    public void An_empty_memory_recalls_the_built_in_repositories()
    {
        using var ledger = new LedgerOnDisk();

        CollectionAssert.AreEqual(KnownRepositories.BuiltIn.All.ToList(), Memory(ledger).Recall().All.ToList());
    }

    [TestMethod]
    public void What_a_feed_announces_when_it_is_first_met_is_learned()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).Remember(Announced(Old, New, New));

        var known = Memory(ledger).Recall();

        Assert.AreEqual(Feed, known.Find(Old, Feed)?.Name);
        Assert.AreEqual(Feed, known.Find(New, Feed)?.Name);
        Assert.IsNull(known.Find(New, "https://elsewhere.example/index.json"));
    }

    [TestMethod]
    public void Certificate_that_a_feed_began_to_announce_later_is_not_learned()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).Remember(Announced(Old));
        Memory(ledger).Remember(Announced(Old, New));
        Memory(ledger).Remember(Announced(Old, New) with { ServiceIndex = "https://FEED.example/index.json" });

        Assert.IsNotNull(Memory(ledger).Recall().Find(Old, Feed));
        Assert.IsNull(Memory(ledger).Recall().Find(New, Feed));
    }

    [TestMethod]
    public void Certificate_that_a_feed_no_longer_announces_does_not_count_until_it_does_so_again()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).Remember(Announced(Old, New));

        Memory(ledger).Remember(Announced(New));
        Assert.IsNull(Memory(ledger).Recall().Find(Old, Feed));
        Assert.IsNotNull(Memory(ledger).Recall().Find(New, Feed));

        Memory(ledger).Remember(Announced(Old));
        Assert.IsNotNull(Memory(ledger).Recall().Find(Old, Feed));
        Assert.IsNull(Memory(ledger).Recall().Find(New, Feed));
    }

    [TestMethod]
    public void Feed_that_announces_nothing_of_what_it_was_known_by_is_not_met_anew()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).Remember(Announced(Old));
        Memory(ledger).Remember(Announced());
        Memory(ledger).Remember(Announced(New));
        Memory(ledger).Remember(Announced(New));

        Assert.IsNull(Memory(ledger).Recall().Find(New, Feed));
        Assert.IsNull(Memory(ledger).Recall().Find(Old, Feed));
    }

    [TestMethod]
    public void Nothing_is_learned_for_a_built_in_repository()
    {
        using var ledger = new LedgerOnDisk();
        const string home = "https://announcing.nuget.org/v3/index.json";
        Memory(ledger).Remember(Announced(New) with { ServiceIndex = home });

        Assert.IsNull(Memory(ledger).Recall().Find(New, home));
        CollectionAssert.AreEqual(KnownRepositories.BuiltIn.All.ToList(), Memory(ledger).Recall().All.ToList());
    }

    [TestMethod]
    public void Nothing_is_learned_over_a_connection_that_proves_nothing()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).Remember(Announced(New) with { IsProven = false });

        Assert.IsNull(Memory(ledger).Recall().Find(New, Feed));
    }

    [TestMethod]
    public void Feed_that_announced_as_much_as_it_may_is_not_full()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).Remember(Announced(Old));
        Memory(ledger).Remember(Announced([Old, .. Enumerable.Range(1, 99).Select(i => Samples.Digest($"{i}"))]));
        Memory(ledger).Remember(Announced([Old, .. Enumerable.Range(100, 99).Select(i => Samples.Digest($"{i}"))]));
        Memory(ledger).Remember(Announced(Old, New));

        var known = Memory(ledger).Recall();

        Assert.IsNotNull(known.Find(Old, Feed));
        Assert.HasCount(1, known.All[^1].Certificates);
    }

    [TestMethod]
    public void An_announcement_out_of_all_proportion_leaves_nothing()
    {
        using var ledger = new LedgerOnDisk();

        _ = Assert.ThrowsExactly<LedgerException>(() => Memory(ledger).Remember(Announced([.. Enumerable.Range(0, 101).Select(i => Samples.Digest($"{i}"))])));

        CollectionAssert.AreEqual(KnownRepositories.BuiltIn.All.ToList(), Memory(ledger).Recall().All.ToList());
    }

    [TestMethod]
    public void What_was_learned_before_certificates_had_to_be_proven_is_forgotten()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).Remember(Announced(New));
        ledger.Tamper("DROP TABLE installations; CREATE TABLE repository_homes (repository TEXT NOT NULL PRIMARY KEY, service_index TEXT NOT NULL, learned_on TEXT NOT NULL); PRAGMA user_version = 2");

        Assert.IsNull(Memory(ledger).Recall().Find(New, Feed));
        Assert.IsEmpty(ledger.Warnings);
    }

    [TestMethod]
    public void What_is_known_already_is_not_written_again()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).Remember(Announced(Old));
        ledger.Tamper("CREATE TRIGGER a BEFORE INSERT ON repository_certificates BEGIN SELECT RAISE(FAIL, 'written'); END");

        Memory(ledger).Remember(Announced(Old));

        Assert.ThrowsExactly<LedgerException>(() => Memory(ledger).Remember(Announced(New)));
    }

    private static RepositoryMemoryInLedger Memory(LedgerOnDisk ledger) => new(ledger.Open());

    private static RepositoryAnnouncement Announced(params ImmutableArray<Sha256Digest> certificates) =>
        new(Feed, AllSigned: true, certificates, IsProven: true);
}
