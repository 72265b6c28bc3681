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
    public void An_announcement_at_the_home_of_a_built_in_repository_extends_it()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).RememberHome("nuget.org", "https://old.example/index.json");
        Memory(ledger).RememberHome("nuget.org", Feed);
        Memory(ledger).Remember(Announced(New));

        Assert.AreEqual("nuget.org", Memory(ledger).Recall().Find(New, Feed)?.Name);
    }

    [TestMethod]
    public void What_is_known_already_is_not_written_again()
    {
        using var ledger = new LedgerOnDisk();
        Memory(ledger).RememberHome("nuget.org", Feed);
        Memory(ledger).Remember(Announced(Old));
        ledger.Tamper("CREATE TRIGGER a BEFORE INSERT ON repository_homes BEGIN SELECT RAISE(FAIL, 'written'); END");
        ledger.Tamper("CREATE TRIGGER b BEFORE INSERT ON repository_certificates BEGIN SELECT RAISE(FAIL, 'written'); END");

        Memory(ledger).RememberHome("nuget.org", Feed);
        Memory(ledger).Remember(Announced(Old));

        Assert.ThrowsExactly<LedgerException>(() => Memory(ledger).Remember(Announced(New)));
    }

    private static RepositoryMemoryInLedger Memory(LedgerOnDisk ledger) => new(ledger.Open());

    private static RepositoryAnnouncement Announced(params ImmutableArray<Sha256Digest> certificates) =>
        new(Feed, AllSigned: true, certificates);
}
