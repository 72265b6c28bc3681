using InstallGuard.Adapters.Storage.Sqlite;
using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Adapters.Storage;

[TestClass]
public sealed class LedgerDatabaseTests
{
    private static readonly PackageId Id = PackageId.Parse("Contoso.Json");

    [TestMethod]
    public void Nothing_is_touched_before_the_first_use()
    {
        using var folder = new TestFolder();
        using (new LedgerDatabase(folder["data/ledger.db"], new TestClock(), Assert.Fail))
        {
            Assert.IsEmpty(folder.Names);
        }
    }

    [TestMethod]
    public void Its_folder_is_made_for_this_user_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var ledger = new LedgerOnDisk();

        Assert.IsEmpty(ledger.Sightings().Of(Id));

        Assert.AreEqual(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.GetDirectoryName(ledger.Path)!));
    }

    [TestMethod]
    public void It_keeps_a_write_ahead_log()
    {
        using var ledger = new LedgerOnDisk();
        using var database = ledger.Open();

        Assert.AreEqual("wal", database.Read(file =>
        {
            using var rows = file.Query("journal-mode.sql");
            return rows.Next() ? rows.Text(0) : "";
        }));
    }

    [TestMethod]
    public void A_ledger_that_is_locked_is_not_damaged_and_says_so()
    {
        using var ledger = new LedgerOnDisk();
        using var other = ledger.Open();
        other.Read(file =>
        {
            file.Run("begin.sql");
            return true;
        });

        var impatient = new SightingsInLedger(ledger.Open(TimeSpan.FromMilliseconds(1)));
        var failure = Assert.ThrowsExactly<LedgerException>(() => impatient.Add([SightingsInLedgerTests.Seen(Id.Text, "1.0.0", "bytes")]));

        StringAssert.Contains(failure.Message, ledger.Path);
        StringAssert.Contains(failure.Message, "database is locked");
        Assert.IsEmpty(impatient.Of(Id));
        Assert.IsEmpty(ledger.Damaged);

        other.Read(file =>
        {
            file.Run("rollback.sql");
            return true;
        });
        impatient.Add([SightingsInLedgerTests.Seen(Id.Text, "1.0.0", "bytes")]);
        Assert.HasCount(1, impatient.Of(Id));
    }

    [TestMethod]
    public void A_step_that_fails_in_the_middle_leaves_nothing_of_itself()
    {
        using var ledger = new LedgerOnDisk();
        var sightings = new SightingsInLedger(ledger.Open());
        sightings.Add([SightingsInLedgerTests.Seen(Id.Text, "1.0.0", "bytes")]);
        ledger.Tamper("CREATE TRIGGER stop AFTER INSERT ON sightings WHEN NEW.version = '3.0.0' BEGIN SELECT RAISE(ROLLBACK, 'stopped'); END");
        sightings = new(ledger.Open());

        var failure = Assert.ThrowsExactly<LedgerException>(() => sightings.Add(
            [SightingsInLedgerTests.Seen(Id.Text, "2.0.0", "bytes"), SightingsInLedgerTests.Seen(Id.Text, "3.0.0", "bytes")]));

        StringAssert.Contains(failure.Message, "stopped");
        Assert.AreEqual("1.0.0", sightings.Of(Id).Single().Package.Version.Text);
        Assert.IsEmpty(ledger.Damaged);
    }

    [TestMethod]
    [DataRow(5, false, DisplayName = "locked")]
    [DataRow(8, false, DisplayName = "not to be written")]
    [DataRow(10 | (1 << 8), false, DisplayName = "a failed read")]
    [DataRow(13, false, DisplayName = "full")]
    [DataRow(14, false, DisplayName = "not to be opened")]
    [DataRow(11 | (1 << 8), true, DisplayName = "corrupt")]
    [DataRow(26, true, DisplayName = "no database")]
    public void Only_damage_is_damage(int code, bool isDamage)
    {
        Assert.AreEqual(isDamage, SqliteFailure.WhileRunning(code, "").IsDamage);
        Assert.AreEqual(isDamage, SqliteFailure.WhilePreparing(code, "").IsDamage);
    }

    [TestMethod]
    public void A_folder_in_its_place_fails_and_is_left_alone()
    {
        using var ledger = new LedgerOnDisk();
        Directory.CreateDirectory(ledger.Path);

        Assert.ThrowsExactly<LedgerException>(() => ledger.Sightings().Of(Id));
        Assert.ThrowsExactly<LedgerException>(() => new RefusalsInLedger(ledger.Open(), "lock").Of(Id));
        Assert.ThrowsExactly<LedgerException>(() => new RepositoryMemoryInLedger(ledger.Open()).Recall());
        Assert.IsTrue(Directory.Exists(ledger.Path));
        Assert.IsEmpty(ledger.Damaged);
    }

    [TestMethod]
    public void A_path_below_a_file_fails()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["file"], "");
        using var database = new LedgerDatabase(folder["file/ledger.db"], new TestClock(), Assert.Fail);

        Assert.ThrowsExactly<LedgerException>(() => new SightingsInLedger(database).Of(Id));
        Assert.IsNull(new EvidenceInLedger(database).Find(Samples.Lasting.Contents.Hash, Samples.Trust));
    }

    [TestMethod]
    public void Once_disposed_it_is_not_opened_again()
    {
        using var ledger = new LedgerOnDisk();
        var database = ledger.Open();
        database.Dispose();

        Assert.ThrowsExactly<ObjectDisposedException>(() => new SightingsInLedger(database).Of(Id));
    }

    [TestMethod]
    public void Every_statement_is_one_and_fits_the_tables()
    {
        using var ledger = new LedgerOnDisk();
        using var database = ledger.Open();
        var names = typeof(SqlText).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).ToList();
        Assert.IsNotEmpty(names);
        foreach (var name in names)
        {
            Assert.DoesNotContain(';', System.Text.Encoding.UTF8.GetString(SqlText.Of(name)), name);
            if (!(name[0] == 'v' && char.IsAsciiDigit(name[1])))
            {
                database.Read(file =>
                {
                    using var statement = file.Query(name);
                    return true;
                });
            }
        }
    }

    [TestMethod]
    public void Where_none_can_be_made_it_remembers_for_as_long_as_it_is_open_and_says_so_once()
    {
        var said = new List<string>();
        var path = Path.Combine(Nobodys.Folder, "installguard", "ledger.db");
        var package = new Package(Id, PackageVersion.Parse("1.0.0"));
        var seen = new Sighting(package, Samples.Digest("bytes"), "somebody", "https://feed.example/index.json", Samples.Day);
        using (var database = new LedgerDatabase(path, new TestClock(), said.Add))
        {
            var sightings = new SightingsInLedger(database);
            Assert.IsEmpty(sightings.Of(Id));
            sightings.Add([seen]);
            Assert.AreEqual(seen, sightings.Of(package).Single());
        }

        Assert.Contains(path, said.Single());
        Assert.Contains("INSTALLGUARD_LEDGER", said.Single());
        using var next = new LedgerDatabase(path, new TestClock(), said.Add);
        Assert.IsEmpty(new SightingsInLedger(next).Of(package));
    }

    [TestMethod]
    public void One_that_is_there_and_cannot_be_used_is_not_passed_over()
    {
        using var folder = new TestFolder();
        _ = Directory.CreateDirectory(folder["ledger.db"]);
        using var database = new LedgerDatabase(folder["ledger.db"], new TestClock(), Assert.Fail);

        var failed = Assert.ThrowsExactly<LedgerException>(() => new SightingsInLedger(database).Of(Id));

        Assert.Contains("INSTALLGUARD_LEDGER", failed.Message);
    }
}
