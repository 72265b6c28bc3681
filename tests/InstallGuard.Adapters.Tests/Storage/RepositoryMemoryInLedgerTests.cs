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
    public void Certificates_of_a_feed_add_up()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).Remember(Announced(Old));
        Memory(ledger).Remember(Announced(New, New));

        var known = Memory(ledger).Recall();

        Assert.AreEqual(Feed, known.Find(Old, Feed)?.Name);
        Assert.AreEqual(Feed, known.Find(New, Feed)?.Name);
        Assert.IsNull(known.Find(New, "https://elsewhere.example/index.json"));
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
    public void A_feed_has_room_for_so_many_certificates_and_no_more()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).Remember(Announced([.. Enumerable.Range(0, 100).Select(i => Samples.Digest($"{i}"))]));

        var full = Assert.ThrowsExactly<LedgerException>(() => Memory(ledger).Remember(Announced(New)));

        Assert.Contains(Feed, full.Message);
        Assert.IsNull(Memory(ledger).Recall().Find(New, Feed));
        Memory(ledger).Remember(Announced(Samples.Digest("7")));
        Memory(ledger).Remember(Announced(New) with { ServiceIndex = "https://feed.example/Index.json" });
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
