using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Storage;

[TestClass]
public sealed class EvidenceInLedgerTests
{
    [TestMethod]
    public void What_was_kept_is_found_under_the_same_bytes_and_trust_only()
    {
        using var ledger = new LedgerOnDisk();
        Keep(ledger, Samples.Lasting);

        var cache = new EvidenceInLedger(ledger.Open());

        Assert.AreEqual(Samples.Lasting, cache.Find(Samples.Lasting.Contents.Hash, Samples.Trust)?.Found);
        Assert.IsNull(cache.Find(Samples.Lasting.Contents.Hash, Samples.Digest("other roots")));
        Assert.IsNull(cache.Find(Samples.HashOf("other bytes"), Samples.Trust));
    }

    [TestMethod]
    public void Only_evidence_that_lasts_is_kept()
    {
        using var ledger = new LedgerOnDisk();
        var cache = new EvidenceInLedger(ledger.Open());
        var seen = 0;
        foreach (var sample in Samples.All)
        {
            // Each sample is about bytes of its own.
            var evidence = sample with { Contents = sample.Contents with { Hash = Samples.HashOf($"{seen++}") } };
            cache.Keep([Samples.Verified(evidence)], Samples.Trust);

            Assert.AreEqual(evidence.IsLasting, cache.Find(evidence.Contents.Hash, Samples.Trust) is not null, $"{evidence}");
        }
    }

    [TestMethod]
    public void The_latest_of_a_package_is_found_by_id_and_version()
    {
        using var ledger = new LedgerOnDisk();
        var cache = new EvidenceInLedger(ledger.Open());
        var (old, latest) = (Samples.Of("Contoso.Json", "2.0.0", "old"), Samples.Of("contoso.json", "2.0", "new"));
        cache.Keep([Samples.Verified(old), Samples.Verified(latest), Samples.Verified(Samples.Of("Contoso.Json", "2.0.1"))], Samples.Trust);

        var package = Samples.PackageOf("CONTOSO.JSON", "2.0.0");
        Assert.AreEqual(latest, cache.FindLatest(package, Samples.Trust)?.Found);
        Assert.IsNull(cache.FindLatest(package, Samples.Digest("other roots")));
        Assert.IsNull(cache.FindLatest(Samples.PackageOf("Contoso.Json", "3.0.0"), Samples.Trust));

        cache.Keep([Samples.Verified(old)], Samples.Trust);
        Assert.AreEqual(old, cache.FindLatest(package, Samples.Trust)?.Found);
    }

    [TestMethod]
    public void Evidence_about_other_bytes_than_its_key_is_a_miss()
    {
        using var ledger = new LedgerOnDisk();
        Keep(ledger, Samples.Lasting);
        var other = Samples.HashOf("other bytes");
        ledger.Tamper($"UPDATE evidence SET package_hash = '{other.Base64}'");

        var cache = new EvidenceInLedger(ledger.Open());

        Assert.IsNull(cache.Find(other, Samples.Trust));
        Assert.IsNull(cache.FindLatest(Samples.Lasting.Contents.Declared, Samples.Trust));
        Assert.IsEmpty(ledger.Warnings);
    }

    [TestMethod]
    public void Evidence_that_does_not_last_is_a_miss_also_when_it_is_there()
    {
        using var ledger = new LedgerOnDisk();
        Keep(ledger, Samples.Lasting);
        var passing = Samples.Lasting with { Provenance = new Finding<BuildProvenance>.Unavailable("no network") };
        ledger.Tamper($"UPDATE evidence SET evidence = '{EvidenceJson.Write(passing)}'");

        Assert.IsNull(new EvidenceInLedger(ledger.Open()).Find(Samples.Lasting.Contents.Hash, Samples.Trust));
    }

    [TestMethod]
    [DataRow("'{}'", DisplayName = "another shape")]
    [DataRow("''", DisplayName = "nothing")]
    [DataRow("17", DisplayName = "a number")]
    [DataRow("x'ff00'", DisplayName = "bytes")]
    public void Evidence_that_cannot_be_read_is_a_miss(string value)
    {
        using var ledger = new LedgerOnDisk();
        Keep(ledger, Samples.Lasting);
        ledger.Tamper($"UPDATE evidence SET evidence = {value}");

        Assert.IsNull(new EvidenceInLedger(ledger.Open()).Find(Samples.Lasting.Contents.Hash, Samples.Trust));
    }

    [TestMethod]
    public void A_ledger_that_cannot_be_used_is_a_miss_and_keeps_nothing()
    {
        using var ledger = new LedgerOnDisk();
        Directory.CreateDirectory(ledger.Path);
        var cache = new EvidenceInLedger(ledger.Open());

        cache.Keep([Samples.Verified(Samples.Lasting)], Samples.Trust);

        Assert.IsNull(cache.Find(Samples.Lasting.Contents.Hash, Samples.Trust));
        Assert.IsEmpty(ledger.Warnings);
    }

    private static void Keep(LedgerOnDisk ledger, PackageEvidence evidence) =>
        new EvidenceInLedger(ledger.Open()).Keep([Samples.Verified(evidence)], Samples.Trust);
}
