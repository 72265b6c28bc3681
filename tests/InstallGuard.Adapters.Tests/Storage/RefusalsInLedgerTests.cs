using InstallGuard.Checking;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Storage;

[TestClass]
public sealed class RefusalsInLedgerTests
{
    private const string Lock = "/repo/installguard.lock.json";

    private static readonly PackageId Id = PackageId.Parse("Contoso.Json");

    [TestMethod]
    public void Evidence_of_every_state_reads_back_as_it_was_refused()
    {
        using var ledger = new LedgerOnDisk();
        var refusals = new RefusalsInLedger(ledger.Open(), Lock);
        var all = Samples.All.Select((evidence, i) => Refused($"1.0.{i}", i) with { Evidence = evidence }).ToList();

        refusals.Remember(all);

        all.Reverse();
        CollectionAssert.AreEqual(all, new RefusalsInLedger(ledger.Open(), Lock).Of(Id).ToList());
    }

    [TestMethod]
    public void What_was_refused_under_another_lock_was_not_refused_here()
    {
        using var ledger = new LedgerOnDisk();
        new RefusalsInLedger(ledger.Open(), "/elsewhere/installguard.lock.json").Remember([Refused("1.0.0", 1)]);

        Assert.IsEmpty(new RefusalsInLedger(ledger.Open(), Lock).Of(Id));
    }

    [TestMethod]
    public void All_that_was_refused_here_is_by_id_and_the_latest_comes_first()
    {
        using var ledger = new LedgerOnDisk();
        var refusals = new RefusalsInLedger(ledger.Open(), Lock);
        var (early, late) = (Refused("2.0.0", 1), Refused("1.0.0", 2));
        var other = Refused("1.0.0", 3) with { Package = Samples.PackageOf("Contoso.A", "1.0.0") };
        new RefusalsInLedger(ledger.Open(), "/elsewhere/installguard.lock.json").Remember([Refused("3.0.0", 4)]);

        refusals.Remember([early, late, other]);

        CollectionAssert.AreEqual(new List<Refusal> { other, late, early }, refusals.All().ToList());
    }

    [TestMethod]
    public void One_version_with_different_bytes_is_two_refusals()
    {
        using var ledger = new LedgerOnDisk();
        var refusals = new RefusalsInLedger(ledger.Open(), Lock);
        var (one, other) = (Refused("1.0.0", 1), Refused("1.0.0", 2));
        var contents = other.Evidence.Contents with { Hash = Evidence.PackageHash.FromBytes(new byte[64]) };
        other = other with { Evidence = other.Evidence with { Contents = contents } };

        refusals.Remember([one, other]);

        CollectionAssert.AreEqual(new List<Refusal> { other, one }, refusals.Of(Id).ToList());
    }

    [TestMethod]
    public void Of_the_same_bytes_the_latest_is_kept_and_the_latest_comes_first()
    {
        using var ledger = new LedgerOnDisk();
        var refusals = new RefusalsInLedger(ledger.Open(), Lock);
        var (early, late, other) = (Refused("1.0.0", 1), Refused("1.0", 3), Refused("2.0.0", 2));

        refusals.Remember([early, other]);
        refusals.Remember([late]);
        refusals.Remember([early]);

        CollectionAssert.AreEqual(new List<Refusal> { late, other }, refusals.Of(PackageId.Parse("CONTOSO.json")).ToList());
    }

    [TestMethod]
    public void What_was_accepted_is_forgotten_and_nothing_else()
    {
        using var ledger = new LedgerOnDisk();
        var refusals = new RefusalsInLedger(ledger.Open(), Lock);
        refusals.Remember([Refused("1.0.0", 1), Refused("2.0.0", 2)]);

        refusals.Forget(Samples.PackageOf("contoso.json", "1.0"));
        refusals.Forget(Samples.PackageOf("contoso.json", "9.0"));

        Assert.AreEqual("2.0.0", refusals.Of(Id).Single().Package.Version.Text);
    }

    [TestMethod]
    public void A_row_that_cannot_be_read_is_left_out()
    {
        using var ledger = new LedgerOnDisk();
        new RefusalsInLedger(ledger.Open(), Lock).Remember([Refused("1.0.0", 1), Refused("2.0.0", 2)]);
        ledger.Tamper("UPDATE refusals SET evidence = '{}' WHERE version = '1.0.0'");

        Assert.AreEqual("2.0.0", new RefusalsInLedger(ledger.Open(), Lock).Of(Id).Single().Package.Version.Text);
        Assert.IsEmpty(ledger.Warnings);
    }

    private static Refusal Refused(string version, int minute) => new(
        Samples.PackageOf("Contoso.Json", version), "https://feed.example/index.json", Samples.Lasting, new("https://feed.example/index.json", AllSigned: minute % 2 == 0, [Samples.Digest("new"), Samples.Digest("old")], IsProven: minute % 2 == 1) { Known = [Samples.Digest("old")] }, Samples.Day.AddMinutes(minute));
}
