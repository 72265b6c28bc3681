using System.Text;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Storage;

[TestClass]
public sealed class LedgerDamageTests
{
    private static readonly PackageId Id = PackageId.Parse("Contoso.Json");
    private static readonly string NoDatabase = "no database" + new string(' ', 200);

    private static readonly Dictionary<string, Action<LedgerOnDisk>> Ways = new()
    {
        ["no database"] = ledger => ledger.Damage(path => File.WriteAllText(path, NoDatabase)),
        ["cut in the middle"] = ledger => ledger.Damage(path =>
        {
            using var file = File.OpenWrite(path);
            file.SetLength(file.Length / 2);
        }),
        ["overwritten after the first page"] = ledger => ledger.Damage(path =>
        {
            using var file = File.OpenWrite(path);
            file.Position = 4096;
            file.Write(Encoding.UTF8.GetBytes(new string('x', checked((int)file.Length - 4096))));
        }),
        ["from the future"] = ledger => ledger.Tamper("PRAGMA user_version = 99"),
        ["of a negative version"] = ledger => ledger.Tamper("PRAGMA user_version = -1"),
        ["a table missing"] = ledger => ledger.Tamper("DROP TABLE sightings"),
        ["tables without a version"] = ledger => ledger.Tamper("PRAGMA user_version = 0"),
    };

    public static IEnumerable<object[]> Damages => Ways.Keys.Select(way => new object[] { way });

    [TestMethod]
    [DynamicData(nameof(Damages))]
    public void A_damaged_ledger_is_moved_aside_with_one_warning_and_begun_anew(string way)
    {
        using var ledger = new LedgerOnDisk();
        ledger.Sightings().Add([.. Enumerable.Range(0, 2000).Select(i => SightingsInLedgerTests.Seen(Id.Text, $"1.0.{i}", "bytes"))]);
        Ways[way](ledger);
        var sightings = ledger.Sightings();

        Assert.IsEmpty(sightings.Of(Id), way);

        sightings.Add([SightingsInLedgerTests.Seen(Id.Text, "2.0.0", "bytes")]);
        Assert.HasCount(1, ledger.Sightings().Of(Id));
        Assert.AreEqual("ledger.db.damaged-20261121T083000Z", ledger.Damaged.Single());
        StringAssert.Contains(ledger.Warnings.Single(), ledger.Damaged.Single());
    }

    [TestMethod]
    public void Two_damages_in_one_second_are_both_kept()
    {
        using var ledger = new LedgerOnDisk();
        for (var i = 0; i < 2; i++)
        {
            ledger.Sightings().Add([SightingsInLedgerTests.Seen(Id.Text, "1.0.0", "bytes")]);
            ledger.Damage(path => File.WriteAllText(path, $"no database {i} {new string(' ', 200)}"));
            Assert.IsEmpty(ledger.Sightings().Of(Id));
        }

        Assert.HasCount(2, ledger.Damaged);
    }

    [TestMethod]
    public void The_log_goes_with_the_damaged_database()
    {
        using var folder = new TestFolder();
        foreach (var name in (ReadOnlySpan<string>)["ledger.db", "ledger.db-wal", "ledger.db-shm", "ledger.db.gate"])
        {
            File.WriteAllText(folder[name], name);
        }

        var aside = DamagedLedger.MoveAside(folder["ledger.db"], Samples.Day);

        Assert.AreEqual(folder["ledger.db.damaged-20261121T083000Z"], aside);
        Assert.AreEqual("ledger.db-wal", File.ReadAllText(aside + "-wal"));
        Assert.AreEqual("ledger.db-shm", File.ReadAllText(aside + "-shm"));
        Assert.HasCount(4, folder.Names);
        Assert.IsTrue(File.Exists(folder["ledger.db.gate"]));
    }

    [TestMethod]
    public void Many_who_find_the_damage_at_once_rebuild_once_and_lose_nothing()
    {
        using var ledger = new LedgerOnDisk();
        ledger.Sightings().Add([SightingsInLedgerTests.Seen(Id.Text, "1.0.0", "bytes")]);
        ledger.Damage(path => File.WriteAllText(path, NoDatabase));
        const int Count = 12;

        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 6 }, i =>
            ledger.Sightings().Add([SightingsInLedgerTests.Seen(Id.Text, $"2.0.{i}", "bytes")]));

        Assert.HasCount(Count, ledger.Sightings().Of(Id));
        Assert.HasCount(1, ledger.Damaged);
        Assert.HasCount(1, ledger.Warnings);
    }

    [TestMethod]
    public void What_is_written_to_a_ledger_that_was_moved_aside_meanwhile_is_written_again()
    {
        using var ledger = new LedgerOnDisk();
        var early = ledger.Sightings();
        early.Add([SightingsInLedgerTests.Seen(Id.Text, "1.0.0", "bytes")]);

        // Another process finds a sighting that is not well-formed; the early one never looks at it.
        using (var other = ledger.Open())
        {
            other.Write(file => file.Run(
                "add-sighting.sql", "FABRIKAM", "1.0.0", "none", "feed", "Fabrikam", "1.0.0", "unsigned", "never", ""));
            Assert.IsEmpty(new SightingsInLedger(other).Of(PackageId.Parse("Fabrikam")));
        }

        early.Add([SightingsInLedgerTests.Seen(Id.Text, "2.0.0", "bytes")]);

        Assert.HasCount(1, ledger.Warnings);
        Assert.AreEqual("2.0.0", ledger.Sightings().Of(Id).Single().Package.Version.Text);
    }

    [TestMethod]
    public void A_truncated_log_loses_at_most_what_it_held()
    {
        using var ledger = new LedgerOnDisk();
        ledger.Sightings().Add([SightingsInLedgerTests.Seen(Id.Text, "1.0.0", "bytes")]);
        ledger.CloseAll();
        using var folder = new TestFolder();
        using (var copied = ledger.Open())
        {
            // A process that is killed leaves its log behind: copy both files while they are in use.
            new SightingsInLedger(copied).Add([SightingsInLedgerTests.Seen(Id.Text, "2.0.0", "bytes")]);
            File.Copy(ledger.Path, folder["ledger.db"]);
            File.Copy(ledger.Path + "-wal", folder["ledger.db-wal"]);
        }

        using (var log = File.OpenWrite(folder["ledger.db-wal"]))
        {
            Assert.IsGreaterThan(100, log.Length);
            log.SetLength(100);
        }

        using var database = new LedgerDatabase(folder["ledger.db"], new TestClock(), Assert.Fail);
        Assert.AreEqual("1.0.0", new SightingsInLedger(database).Of(Id).Single().Package.Version.Text);
    }
}
