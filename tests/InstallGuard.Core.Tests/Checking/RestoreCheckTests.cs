using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>One restore from start to finish: what is let through and what is written.</summary>
[TestClass]
public sealed class RestoreCheckTests
{
    private readonly Machine _machine = new();

    [TestMethod]
    public void First_use_is_recorded_once()
    {
        var first = _machine.Restore(FakePackageFile.OwnedBy("ann"));
        var second = _machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.AreEqual(Disposition.Record, first.Packages.Single().Disposition);
        Assert.AreEqual("Contoso.Json", first.Recorded.Single().Id.Text);
        Assert.AreEqual(VerdictKind.Match, second.Packages.Single().Verdict.Kind);
        Assert.IsEmpty(second.Recorded);
        Assert.AreEqual(1, _machine.Lock.Writes);
        Assert.AreEqual(new PinOrigin.FirstUse(new(2026, 11, 21)), _machine.Lock.Document.PinsOf(PackageId.Parse("Contoso.Json")).Single().Origin);
    }

    [TestMethod]
    public void Same_package_from_two_sources_is_recorded_once()
    {
        var other = new FakePackageFile(Publishers.Package(), Found.Seen(Found.In(repository: Found.Countersigned(Publishers.NuGetOrg("ann"))))) { Source = "/fallback" };

        var result = _machine.Restore(other, FakePackageFile.OwnedBy("ann"));

        Assert.HasCount(1, result.Recorded);
        Assert.AreEqual("FirstUse Match", Verdicts(result));
    }

    [TestMethod]
    public void One_version_with_two_contents_from_one_source_is_rejected_in_the_run_that_sees_it_first()
    {
        var result = _machine.Restore(
            FakePackageFile.Of(Found.In(contents: 'a')), FakePackageFile.Of(Found.In(contents: 'b')));

        Assert.AreEqual(Outcome.Blocked, result.Outcome);
        Assert.Contains(VerdictKind.Reject, result.Packages.Select(package => package.Verdict.Kind));
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Version_bump_leaves_the_lock_untouched()
    {
        _machine.Knows("ann");

        _machine.Restore(FakePackageFile.OwnedBy("ann", version: "1.0.1"), FakePackageFile.OwnedBy("ann", version: "7.0.0"));

        Assert.AreEqual(0, _machine.Lock.Writes);
    }

    [TestMethod]
    public void Notice_is_let_through_and_recorded()
    {
        _machine.Knows("ann,bob");

        var result = _machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.AreEqual(Outcome.Clean, result.Outcome);
        Assert.IsInstanceOfType<PinOrigin.Noticed>(result.Recorded.Single().Pin.Origin);
        Assert.HasCount(2, _machine.Lock.Document.PinsOf(PackageId.Parse("Contoso.Json")));
    }

    [TestMethod]
    public void Nothing_restored_is_clean_and_writes_nothing()
    {
        Assert.AreEqual(Outcome.Clean, _machine.Restore().Outcome);
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Changed_owner_on_a_locked_package_blocks()
    {
        _machine.Knows("ann");

        var result = _machine.Restore(FakePackageFile.OwnedBy("mallory"));

        Assert.AreEqual(Outcome.Blocked, result.Outcome);
        Assert.AreEqual("Contoso.Json", result.Blocked.Single().Package.Id.Text);
        _machine.WroteNothing();
    }

    [TestMethod]
    public void One_blocked_package_keeps_every_other_from_being_written()
    {
        _machine.Knows("ann");

        var result = _machine.Restore(FakePackageFile.OwnedBy("bob", "A.New.One"), FakePackageFile.OwnedBy("mallory"), FakePackageFile.OwnedBy("cid", "Z.New.One"));

        Assert.AreEqual("FirstUse Review FirstUse", Verdicts(result));
        _machine.WroteNothing();
        Assert.IsEmpty(_machine.Lock.Document.PinsOf(PackageId.Parse("A.New.One")));
    }

    [TestMethod]
    public void Blocked_check_claims_to_have_recorded_nothing()
    {
        _machine.Knows("ann");

        var result = _machine.Restore(FakePackageFile.OwnedBy("bob", "A.New.One"), FakePackageFile.OwnedBy("mallory"));

        Assert.IsEmpty(result.Recorded);
    }

    [TestMethod]
    public void Two_versions_are_decided_from_the_lowest_up_and_recorded_once()
    {
        var result = _machine.Restore(FakePackageFile.OwnedBy("ann", version: "2.10.0"), FakePackageFile.OwnedBy("ann", version: "2.9.0"));

        Assert.AreEqual("2.9.0 2.10.0", string.Join(' ', result.Packages.Select(one => one.Package.Version)));
        Assert.AreEqual("FirstUse Match", Verdicts(result));
        Assert.AreEqual("2.9.0", result.Recorded.Single().Pin.Since.Text);
    }

    [TestMethod]
    public void Many_versions_are_decided_from_the_lowest_up_whatever_order_they_come_in()
    {
        var files = Enumerable.Range(0, 40).Reverse().Select(minor => FakePackageFile.OwnedBy("ann", version: $"2.{minor}.0")).ToArray();

        var result = _machine.Restore(files);

        Assert.AreEqual("2.0.0", result.Recorded.Single().Pin.Since.Text);
        CollectionAssert.AreEqual(
            result.Packages.Select(one => one.Package.Version).Order().ToList(), result.Packages.Select(one => one.Package.Version).ToList());
    }

    [TestMethod]
    public void Many_packages_are_all_looked_at_and_stand_in_order()
    {
        var files = Enumerable.Range(0, 300).Select(i => FakePackageFile.OwnedBy("ann", $"Package.{(i * 7) % 300:000}")).ToArray();

        var result = _machine.Restore(files);

        CollectionAssert.AreEqual(files.Select(file => file.Package.Id.Text).Order(StringComparer.Ordinal).ToList(), result.Packages.Select(one => one.Package.Id.Text).ToList());
        Assert.AreEqual(300, _machine.Reader.Reads);
        Assert.HasCount(300, result.Recorded);
        Assert.AreEqual(1, _machine.Lock.Writes);
    }

    [TestMethod]
    public void File_that_cannot_be_opened_is_undetermined()
    {
        _machine.Knows("ann");

        foreach (var failure in new Exception[] { new FileNotFoundException("no such file"), new UnauthorizedAccessException("not yours"), new IOException("disk") })
        {
            var result = _machine.Restore(new FakePackageFile(Publishers.Package(), new Look.Failed("never")) { WhenOpened = failure });

            Assert.AreEqual(Outcome.Undetermined, result.Outcome);
            Assert.AreEqual(failure.Message, result.Packages.Single().Verdict.Decisive!.Seen);
        }

        _machine.WroteNothing();
    }

    [TestMethod]
    public void Installation_that_cannot_be_read_is_undetermined()
    {
        var result = _machine.Restore(new FakePackageFile(Publishers.Package(), new Look.Failed("never")) { WhenAsked = new IOException("disk") });

        Assert.AreEqual(Outcome.Undetermined, result.Outcome);
        _machine.WroteNothing();
    }

    [TestMethod]
    public void What_was_found_outweighs_what_could_not_be_looked_at()
    {
        var result = _machine.Restore(
            new FakePackageFile(Publishers.Package("Unread"), new Look.Failed("never")) { WhenOpened = new IOException("disk") },
            new FakePackageFile(Publishers.Package("Broken"), new Look.Malformed("no zip")));

        Assert.AreEqual(Outcome.Blocked, result.Outcome);
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Lock_that_is_no_lock_ends_the_check()
    {
        _machine.Lock.WhenRead = Assert.ThrowsExactly<LockFormatException>(() => LockReader.Read("<<<<<<< "u8.ToArray()));

        Assert.ThrowsExactly<LockFormatException>(() => _machine.Restore(FakePackageFile.OwnedBy("ann")));
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Lock_that_cannot_be_written_ends_the_check_without_a_sighting()
    {
        _machine.Lock.WhenReplaced = new IOException("no space left on device");

        Assert.ThrowsExactly<IOException>(() => _machine.Restore(FakePackageFile.OwnedBy("ann")));
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Sighting_that_cannot_be_kept_ends_the_check()
    {
        _machine.Sightings.ReadOnly = true;

        Assert.ThrowsExactly<LedgerException>(() => _machine.Restore(FakePackageFile.OwnedBy("ann")));
    }

    [TestMethod]
    public void Cancelled_check_writes_nothing()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => _machine.Restore(source.Token, FakePackageFile.OwnedBy("ann")));
        _machine.WroteNothing();
    }

    private static string Verdicts(CheckResult result) => string.Join(' ', result.Packages.Select(one => one.Verdict.Kind));

    [TestMethod]
    public void Clean_check_says_which_lock_it_was_made_against_with_what_it_recorded()
    {
        var first = _machine.Restore(FakePackageFile.OwnedBy("ann"));
        var second = _machine.Restore(FakePackageFile.OwnedBy("ann"));
        var blocked = _machine.Restore(FakePackageFile.OwnedBy("mallory"));

        Assert.AreEqual(1, first.Against!.Document.Count);
        Assert.AreEqual(LockSnapshot.Written(_machine.Lock.Document).ReadFrom, first.Against.ReadFrom);
        Assert.AreEqual(1, second.Against!.Document.Count);
        Assert.IsNull(blocked.Against);
    }
}
