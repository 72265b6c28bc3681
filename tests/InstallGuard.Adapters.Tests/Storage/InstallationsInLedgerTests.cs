using InstallGuard.Checking;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Storage;

/// <summary>What is remembered of installations.</summary>
[TestClass]
public sealed class InstallationsInLedgerTests
{
    private static readonly Installation Json = new("/packages/contoso.json/1.0.0", ".nupkg.metadata 100 200");
    private static readonly PackageHash Hash = PackageHash.FromBytes(new byte[64]);

    [TestMethod]
    public void Installation_is_found_as_it_was_kept()
    {
        using var folder = new TestFolder();
        using var ledger = Ledger(folder);
        var installations = new InstallationsInLedger(ledger);
        Assert.IsNull(installations.Find(Json));

        installations.Keep([new(Json, Hash, "https://feed.example/index.json"), new(Json with { Folder = "/other" }, Hash, Source: null)]);

        Assert.AreEqual(new(Json, Hash, "https://feed.example/index.json"), installations.Find(Json));
        Assert.IsNull(installations.Find(Json with { Folder = "/other" })!.Source);
    }

    [TestMethod]
    public void Installation_in_another_state_is_not_known_and_takes_the_place_of_the_earlier_one()
    {
        using var folder = new TestFolder();
        using var ledger = Ledger(folder);
        var installations = new InstallationsInLedger(ledger);
        installations.Keep([new(Json, Hash, Source: null)]);
        var again = Json with { State = ".nupkg.metadata 100 300" };
        Assert.IsNull(installations.Find(again));

        installations.Keep([new(again, Hash, Source: null)]);

        Assert.IsNotNull(installations.Find(again));
        Assert.IsNull(installations.Find(Json));
    }

    [TestMethod]
    public void Ledger_that_cannot_be_used_is_a_miss()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["file"], "in the way");
        using var ledger = new LedgerDatabase(Path.Combine(folder["file"], "ledger.db"), TimeProvider.System, Assert.Fail);
        var installations = new InstallationsInLedger(ledger);

        installations.Keep([new(Json, Hash, Source: null)]);

        Assert.IsNull(installations.Find(Json));
    }

    private static LedgerDatabase Ledger(TestFolder folder) => new(folder["ledger.db"], TimeProvider.System, Assert.Fail);
}
