using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Adapters.Storage;

[TestClass]
public sealed class SightingsInLedgerTests
{
    private const string Feed = "https://feed.example/index.json";

    [TestMethod]
    public void A_sighting_reads_back_as_it_was_added_in_another_process_too()
    {
        using var ledger = new LedgerOnDisk();
        var seen = Seen("Contoso.Json", "2.0.0-Beta", "bytes", identity: "author \"Ä\", \0 and ''; DROP TABLE sightings");
        ledger.Sightings().Add([seen]);

        Assert.AreEqual(seen, ledger.Sightings().Of(seen.Package).Single());
    }

    [TestMethod]
    public void A_sighting_that_is_known_stays_as_it_is()
    {
        using var ledger = new LedgerOnDisk();
        var sightings = ledger.Sightings();
        var first = Seen("Contoso.Json", "2.0.0", "bytes");
        sightings.Add([first]);

        sightings.Add([first with { Identity = "somebody else", FirstSeen = first.FirstSeen.AddDays(1) }]);

        Assert.AreEqual(first, sightings.Of(first.Package).Single());
    }

    [TestMethod]
    public void Other_bytes_and_other_sources_are_sightings_of_their_own_oldest_first()
    {
        using var ledger = new LedgerOnDisk();
        var sightings = ledger.Sightings();
        var first = Seen("Contoso.Json", "2.0.0", "bytes");
        var other = Seen("Contoso.Json", "2.0.0", "other bytes") with { FirstSeen = first.FirstSeen.AddTicks(1) };
        var elsewhere = first with { Source = "/packages", FirstSeen = first.FirstSeen.AddTicks(2) };

        sightings.Add([elsewhere, other, first]);

        CollectionAssert.AreEqual(new List<Sighting> { first, other, elsewhere }, sightings.Of(first.Package).ToList());
    }

    [TestMethod]
    public void Sightings_are_found_in_every_spelling_of_id_and_version()
    {
        using var ledger = new LedgerOnDisk();
        var sightings = ledger.Sightings();
        sightings.Add([Seen("Contoso.Ärger", "2.0.0-beta.1", "bytes"), Seen("Contoso.Ärger", "3.0.0", "bytes"), Seen("Fabrikam", "2.0.0", "bytes")]);

        Assert.HasCount(1, sightings.Of(Samples.PackageOf("CONTOSO.ÄRGER", "2.0-BETA.01")));
        Assert.HasCount(2, sightings.Of(PackageId.Parse("contoso.ärger")));
        Assert.IsEmpty(sightings.Of(PackageId.Parse("Contoso")));
    }

    [TestMethod]
    public void A_publisher_reads_back_to_compare_with()
    {
        using var ledger = new LedgerOnDisk();
        var publisher = new PublisherIdentity(null, new("Contoso \"Ltd\" Ä", null, "US", "HRB1", null), new("nuget.org", new(["ann", "bob"])));
        var seen = Seen("Contoso.Json", "2.0.0", "bytes") with { Publisher = publisher };
        ledger.Sightings().Add([seen]);

        Assert.AreEqual(publisher.ToString(), ledger.Sightings().Of(seen.Package).Single().Publisher?.ToString());
    }

    [TestMethod]
    public void A_ledger_of_the_first_schema_keeps_its_sightings()
    {
        using var ledger = new LedgerOnDisk();
        var seen = Seen("Contoso.Json", "2.0.0", "bytes");
        ledger.Sightings().Add([seen with { Publisher = PublisherIdentity.Unsigned }]);
        ledger.Tamper("DROP TABLE installations; ALTER TABLE sightings DROP COLUMN publisher; ALTER TABLE refusals DROP COLUMN against; ALTER TABLE refusals DROP COLUMN audited; PRAGMA user_version = 1");

        Assert.AreEqual(seen, ledger.Sightings().Of(seen.Package).Single());
        Assert.IsEmpty(ledger.Warnings);
    }

    [TestMethod]
    [DataRow("{")]
    [DataRow("unsigned")]
    [DataRow("{ \"since\": \"1.0.0\" }")]
    public void A_publisher_that_is_not_well_formed_is_damage(string publisher)
    {
        using var ledger = new LedgerOnDisk();
        var seen = Seen("Contoso.Json", "2.0.0", "bytes");
        ledger.Sightings().Add([seen]);
        ledger.Tamper($"UPDATE sightings SET publisher = '{publisher}'");

        Assert.IsEmpty(ledger.Sightings().Of(seen.Package));
        StringAssert.Contains(ledger.Warnings.Single(), "the publisher in a sighting of Contoso.Json 2.0.0 is not well-formed");
    }

    [TestMethod]
    public void A_row_that_is_not_well_formed_is_damage_and_not_skipped()
    {
        using var ledger = new LedgerOnDisk();
        var seen = Seen("Contoso.Json", "2.0.0", "bytes");
        ledger.Sightings().Add([seen]);
        ledger.Tamper("UPDATE sightings SET contents = 'none'");

        Assert.IsEmpty(ledger.Sightings().Of(seen.Package));
        StringAssert.Contains(ledger.Warnings.Single(), "a sighting of Contoso.Json 2.0.0 is not well-formed");
        Assert.HasCount(1, ledger.Damaged);
    }

    [TestMethod]
    public void Many_processes_and_threads_lose_nothing()
    {
        using var ledger = new LedgerOnDisk();
        const int Count = 40;

        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var sightings = ledger.Sightings();
            Parallel.For(0, 3, part => sightings.Add([Seen("Contoso.Json", $"{i}.0.{part}", "bytes")]));
            Assert.HasCount(1, sightings.Of(Samples.PackageOf("Contoso.Json", $"{i}.0.1")));
        });

        Assert.HasCount(3 * Count, ledger.Sightings().Of(PackageId.Parse("Contoso.Json")));
        Assert.IsEmpty(ledger.Warnings);
    }

    internal static Sighting Seen(string id, string version, string bytes, string identity = "unsigned") =>
        new(Samples.PackageOf(id, version), Samples.Digest(bytes), identity, Feed, Samples.Day);
}
