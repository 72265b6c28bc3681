using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Edited;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>A lock that asks for less than the one that was reviewed, or than this machine saw.</summary>
[TestClass]
public sealed class LockWeakeningTests
{
    private static readonly Pin Reviewed = Pinned("1.0.0", null, Contoso, NuGetOrg("ann"));

    [TestMethod]
    public void Pin_that_was_taken_out_is_found() => Weakened([Reviewed], []);

    [TestMethod]
    public void Author_that_was_taken_out_is_found() => Weakened([Reviewed], [Pinned("1.0.0", null, null, NuGetOrg("ann"))]);

    [TestMethod]
    public void Repository_that_was_taken_out_is_found() => Weakened([Reviewed], [Pinned("1.0.0", null, Contoso)]);

    [TestMethod]
    public void Owner_who_was_slipped_in_is_found() => Weakened([Reviewed], [Pinned("1.0.0", null, Contoso, NuGetOrg("ann", "mallory"))]);

    [TestMethod]
    public void Author_who_was_exchanged_is_found() => Weakened([Reviewed], [Pinned("1.0.0", null, Mallory, NuGetOrg("ann"))]);

    [TestMethod]
    public void Registration_that_was_taken_out_is_found() => Weakened(
        [Pinned("1.0.0", author: Contoso with { Registration = "HRB1" })], [Pinned("1.0.0", author: Contoso)]);

    [TestMethod]
    public void Subscriber_that_was_taken_out_is_found() => Weakened(
        [Pinned("1.0.0", author: Contoso with { Subscriber = "1.3.6.1.4.1.311.97.1" })], [Pinned("1.0.0", author: Contoso)]);

    [TestMethod]
    public void Place_that_was_taken_out_or_exchanged_is_found()
    {
        Weakened([Pinned("1.0.0", author: Smith)], [Pinned("1.0.0", author: Smith with { Certified = null })]);
        Weakened([Pinned("1.0.0", author: Smith)], [Pinned("1.0.0", author: Smith with { Certified = new("Dover", null, "Fabrikam CA") })]);
        Weakened([Pinned("1.0.0", author: Smith)], [Pinned("1.0.0", author: Smith with { Certified = new("Dover", "Delaware", "Northwind CA") })]);
        Weakened([Pinned("1.0.0", author: Smith)], [Pinned("1.0.0", author: Namesake)]);
    }

    [TestMethod]
    public void Number_of_a_namesake_that_took_the_place_of_the_place_is_found()
    {
        Weakened([Pinned("1.0.0", author: Smith)], [Pinned("1.0.0", author: Smith with { Registration = "HRB1" })]);
        Weakened([Pinned("1.0.0", author: Smith)], [Pinned("1.0.0", author: Smith with { Certified = null, Subscriber = "1.3.6.1.4.1.311.97.1" })]);
        Weakened([Pinned("1.0.0", author: Smith)], [Pinned("1.0.0", author: Smith), Pinned("2.0.0", author: Namesake)]);
    }

    [TestMethod]
    public void Namesake_who_was_noticed_is_none_but_brings_nobody_along()
    {
        Same([Pinned("1.0.0", null, Smith, NuGetOrg("ann"))], [Pinned("1.0.0", null, Smith, NuGetOrg("ann")), Noticed("2.0.0", "author-namesake", null, Namesake, NuGetOrg("ann"))]);
        Weakened([Pinned("1.0.0", null, Smith, NuGetOrg("ann"))], [Pinned("1.0.0", null, Smith, NuGetOrg("ann")), Noticed("2.0.0", "owners-added", null, Namesake, NuGetOrg("ann", "mallory"))]);
    }

    [TestMethod]
    public void Build_that_was_taken_out_is_found() => Weakened([Pinned("1.0.0", Build, Contoso)], [Pinned("1.0.0", null, Contoso)]);

    [TestMethod]
    public void Environment_that_was_taken_out_is_found() => Weakened(
        [Pinned("1.0.0", Build with { Environment = "production" })], [Pinned("1.0.0", Build)]);

    [TestMethod]
    public void Feed_that_was_taken_out_is_found() => Weakened([Unsigned("https://feed.contoso.example/index.json")], [Pinned("1.0.0")]);

    [TestMethod]
    public void Second_first_use_is_found() => Weakened([Reviewed], [Reviewed, Pinned("2.0.0", repository: NuGetOrg("mallory"))]);

    [TestMethod]
    public void First_use_of_an_older_version_is_found() => Weakened(
        [Pinned("2.0.0", author: Contoso)], [Pinned("1.0.0"), Pinned("2.0.0", author: Contoso)]);

    [TestMethod]
    public void Later_pin_that_was_taken_out_is_found() => Weakened([Pinned("1.0.0"), Pinned("1.5.0", author: Contoso)], [Pinned("1.0.0")]);

    [TestMethod]
    public void Pin_that_was_moved_to_a_later_version_is_found() => Weakened(
        [Pinned("1.0.0"), Pinned("1.5.0", author: Contoso)], [Pinned("1.0.0"), Pinned("1.9.0", author: Contoso)]);

    [TestMethod]
    public void Version_that_is_not_used_yet_is_looked_at_too() => Weakened(
        [Reviewed, Pinned("3.0.0", author: Contoso)], [Reviewed, Pinned("3.0.0", repository: NuGetOrg("mallory"))]);

    [TestMethod]
    public void Later_day_of_signing_is_found() => Weakened(
        [Reviewed with { Signed = new(2020, 1, 1) }], [Reviewed with { Signed = new(2026, 1, 1) }]);

    [TestMethod]
    public void Day_of_signing_that_was_put_in_is_found() => Weakened([Reviewed], [Reviewed with { Signed = new(2026, 1, 1) }]);

    [TestMethod]
    public void Later_day_of_signing_is_found_in_a_notice_too()
    {
        var reviewed = Pinned("2.0.0", null, Contoso, NuGetOrg("ann", "bob")) with { Signed = new(2024, 5, 1) };

        Weakened([reviewed], [Noticed("2.0.0", "owners-removed", null, Contoso, NuGetOrg("ann")) with { Signed = new(2025, 6, 2) }]);
        Weakened([reviewed with { Signed = null }], [Noticed("2.0.0", "owners-removed", null, Contoso, NuGetOrg("ann")) with { Signed = new(2025, 6, 2) }]);
        Same([reviewed], [Noticed("2.0.0", "owners-removed", null, Contoso, NuGetOrg("ann")) with { Signed = new(2024, 5, 1) }]);
    }

    [TestMethod]
    public void Notice_that_names_nothing_new_is_found()
    {
        Weakened([Reviewed], [Noticed("1.0.0", "owners-added", null, Contoso, NuGetOrg("ann"))]);
        Weakened([Reviewed], [Noticed("0.9.9", "owners-added", null, Contoso, NuGetOrg("ann")), Reviewed]);
        Weakened([Reviewed], [Reviewed, Noticed("1.5.0", "owners-added", null, Contoso, NuGetOrg("ann"))]);
    }

    [TestMethod]
    public void Publisher_that_two_notices_of_a_branch_came_back_to_is_none() => Same(
        [Reviewed], [Reviewed, Noticed("1.1.0", "owners-added", null, Contoso, NuGetOrg("ann", "bob")), Noticed("1.2.0", "owners-removed", null, Contoso, NuGetOrg("ann"))]);

    [TestMethod]
    public void Publisher_that_was_noticed_in_two_release_lines_is_none() => Same(
        [Reviewed], [Reviewed, Noticed("2.0.0", "owners-added", null, Contoso, NuGetOrg("ann", "bob")), Noticed("3.0.0", "owners-added", null, Contoso, NuGetOrg("ann", "bob"))]);

    [TestMethod]
    public void Noticed_author_that_was_made_an_established_one_is_found() => Weakened(
        [Reviewed with { Origin = new PinOrigin.Noticed("author-gained", new(2026, 11, 21)) }], [Reviewed]);

    [TestMethod]
    public void Notice_that_no_restore_would_have_written_is_found()
    {
        Weakened([Reviewed], [Reviewed, Noticed("2.0.0", "author-lost", null, null, NuGetOrg("ann"))]);
        Weakened([Pinned("1.0.0", repository: NuGetOrg("ann"))], [Pinned("1.0.0", repository: NuGetOrg("ann")), Noticed("2.0.0", "owners-added", null, null, NuGetOrg("ann", "mallory"))]);
        Weakened([Reviewed], [Reviewed, Noticed("2.0.0", "owners-replaced", null, Contoso, NuGetOrg("mallory"))]);
        Weakened([Reviewed], [Reviewed, Noticed("2.0.0", "author-changed", null, Mallory, NuGetOrg("ann"))]);
    }

    [TestMethod]
    public void Notice_with_a_late_day_of_signing_excuses_no_later_loss()
    {
        // A restore would have noted this owner; but the loss of the author after it stays a loss.
        Pin[] now = [Reviewed, Noticed("1.0.1", "owners-added", null, Contoso, NuGetOrg("ann", "mallory")) with { Signed = new(2030, 1, 1) }];
        Same([Reviewed], now);

        Judged.Verdict(Found.In(Package(version: "1.0.2"), repository: Found.Countersigned(NuGetOrg("ann", "mallory"))), now).Says(VerdictKind.Review, "author-lost");
    }

    [TestMethod]
    public void Kind_that_was_put_in_to_vouch_is_found()
    {
        Weakened([Pinned("1.0.0", repository: NuGetOrg("ann"))], [Pinned("1.0.0", null, Mallory, NuGetOrg("ann"))]);
        Weakened([Pinned("1.0.0", repository: NuGetOrg("ann"))], [Pinned("1.0.0", repository: NuGetOrg())]);
        Weakened([Unsigned("https://feed.contoso.example/index.json")], [Pinned("1.0.0", repository: NuGetOrg("mallory"))]);
        Weakened([Unsigned("https://feed.contoso.example/index.json")], [Unsigned("https://feed.contoso.example/index.json"), Noticed("2.0.0", "repository-gained", null, null, NuGetOrg("mallory"))]);
        Weakened([Unsigned("https://feed.contoso.example/index.json")], [Unsigned("https://feed.contoso.example/index.json"), Noticed("2.0.0", "owners-added", null, null, null)]);
    }

    [TestMethod]
    public void Noticed_author_that_was_copied_into_a_first_use_is_found()
    {
        var noticed = Noticed("2.0.0", "author-gained", null, Mallory, NuGetOrg("ann"));

        Weakened([noticed], [noticed, new Pin(PackageVersion.Parse("3.0.0"), noticed.Identity, new PinOrigin.FirstUse(new(2026, 11, 21)))]);
    }

    [TestMethod]
    public void Edit_that_asks_for_more_is_none()
    {
        Same([Pinned("1.0.0", repository: NuGetOrg("ann", "bob"))], [Pinned("1.0.0", repository: NuGetOrg("ann"))]);
        Same([Pinned("1.0.0", author: Contoso)], [Pinned("1.0.0", author: Contoso with { Registration = "HRB1" })]);
        Same([Pinned("1.0.0", Build)], [Pinned("1.0.0", Build with { Environment = "production" })]);
        Same([Reviewed with { Signed = new(2020, 1, 1) }], [Reviewed]);
    }

    [TestMethod]
    public void Two_first_uses_of_one_publisher_are_none() => Same([Reviewed], [Pinned("0.9.0", null, Contoso, NuGetOrg("ann")), Reviewed]);

    [TestMethod]
    public void Lock_that_stayed_or_grew_is_not_weaker()
    {
        Same([Reviewed], [Reviewed]);
        Same([], [Reviewed]);
        Same([Reviewed], [Reviewed, Noticed("2.0.0", "owners-added", null, Contoso, NuGetOrg("ann", "bob"))]);
        Same([Pinned("1.0.0", Build, Contoso)], [Pinned("1.0.0", Build, Contoso), Noticed("2.0.0", "author-changed", Build, Mallory, null)]);
        Same([Pinned("1.0.0", repository: NuGetOrg("ann"))], [Pinned("1.0.0", repository: NuGetOrg("ann")), Noticed("2.0.0", "author-gained", null, Contoso, NuGetOrg("ann"))]);
    }

    [TestMethod]
    public void Acceptance_is_not_a_weakening_however_much_it_allows()
    {
        Same([Reviewed], [Reviewed, Accepted("2.0.0")]);
        Same([Reviewed], [Accepted("1.0.0")]);
        Same([Reviewed, Accepted("2.0.0")], [Reviewed, Accepted("2.0.0")]);
    }

    [TestMethod]
    public void Acceptance_that_was_reviewed_is_not_widened_under_its_old_reason() => Weakened(
        [Accepted("1.0.0", NuGetOrg("ann"))], [Accepted("1.0.0", NuGetOrg("ann", "mallory"))]);

    [TestMethod]
    public void Certificate_comes_into_the_lock_with_an_acceptance_of_its_own()
    {
        var certificate = $"sha256:{Found.Digest('9')}";
        var without = Accepted("1.0.0");
        var with = without with { Origin = (PinOrigin.Accepted)without.Origin with { RepositoryCertificate = certificate } };

        Weakened([without], [with]);
        Same([with], [without]);
        Same([with], [with]);
        Same([Reviewed], [with]);
        Assert.Contains(certificate, LockComparison.Between([with], Memory([without]))!.Seen);
    }

    [TestMethod]
    public void Pins_that_are_all_that_there_was_at_some_time_before_are_as_reviewed()
    {
        var (second, third) = (Accepted("2.0.0"), Accepted("3.0.0"));

        Same([Reviewed, second, third], [Reviewed], [Reviewed, second, third], [Reviewed, second], [Reviewed]);
        Same([Reviewed, second, third], [Reviewed, second], [Reviewed, second, third], [Reviewed, second]);
        Weakened([Reviewed, second, third], [Reviewed, third], [Reviewed, second, third], [Reviewed, second], [Reviewed]);
        Weakened([Reviewed, second, third], [], [Reviewed, second], []);
        Weakened([Reviewed, second], [Reviewed], []);
    }

    [TestMethod]
    public void Pin_that_the_reviewed_lock_does_not_have_is_reviewed_by_no_earlier_one()
    {
        var wider = Pinned("1.0.0", null, Contoso, NuGetOrg("ann", "mallory"));

        Weakened([Reviewed], [wider], [Reviewed], [wider], [Reviewed]);
        Weakened([Reviewed, Accepted("2.0.0")], [wider], [Reviewed, Accepted("2.0.0")], [wider]);
    }

    [TestMethod]
    public void Publisher_who_was_taken_out_by_name_does_not_come_back_with_an_earlier_lock()
    {
        var second = Accepted("2.0.0");
        var back = Accepted("2.0.0") with { Origin = new PinOrigin.Accepted(PinOrigin.Reverted, "jo@contoso.example", new(2026, 11, 22), "stolen") };
        var third = Accepted("3.0.0");

        Weakened([Reviewed, back], [Reviewed], [Reviewed, back], [Reviewed, second], [Reviewed]);
        Weakened([Reviewed, second, third], [Reviewed], [Reviewed, second, third], [Reviewed, back], [Reviewed]);
    }

    [TestMethod]
    public void Earlier_locks_are_asked_for_only_where_there_would_be_an_edit() => Assert.IsNull(LockComparison.Between(
        [Reviewed], Memory([Reviewed]) with { Earlier = () => throw new InvalidOperationException("asked") }));

    [TestMethod]
    public void Lock_that_was_reverted_passes_unless_it_is_a_new_one()
    {
        LockDocument Of(params Pin[] pins) => pins.Aggregate(LockDocument.Empty, (document, pin) => document.With(PackageId.Parse("Contoso.Json"), pin));

        var first = Pinned("1.0.0", repository: NuGetOrg("ann"));
        LockBase.Known reviewed = new([Of(first, Accepted("2.0.0"))], "origin/main");
        var machine = new Machine { History = { Base = reviewed, Earlier = [Of(first, Accepted("2.0.0")), Of(first)] } };
        machine.Lock.Put(PackageId.Parse("Contoso.Json"), first);

        Assert.AreEqual(Checking.Outcome.Clean, machine.Restore(FakePackageFile.OwnedBy("ann")).Outcome);

        machine.History.Base = reviewed with { IsOfOthers = true };

        Assert.AreEqual(Checking.Outcome.Blocked, machine.Restore(FakePackageFile.OwnedBy("ann")).Outcome);
    }

    [TestMethod]
    public void Feed_that_moved_is_an_edit_for_review() => Same(
        [Unsigned("https://feed.contoso.example/index.json")], [Unsigned("https://packages.contoso.example/index.json")]);

    [TestMethod]
    public void Lock_that_says_less_than_this_machine_saw_is_found()
    {
        var machine = new Machine();
        machine.Restore(FakePackageFile.OwnedBy("ann"));
        machine.Lock.Put(PackageId.Parse("Contoso.Json"), Pinned("2.0.0", repository: NuGetOrg("ann", "mallory")));

        var one = machine.Restore(FakePackageFile.OwnedBy("ann,mallory")).Packages.Single();

        Assert.Contains("lock-weakened", one.Verdict.Changes.Select(change => change.Rule.Slug));
        Assert.AreEqual(Disposition.Block, one.Disposition);
    }

    [TestMethod]
    public void Reviewed_lock_that_cannot_be_got_at_blocks_as_doubt()
    {
        var machine = new Machine { History = { Base = new LockBase.Unavailable("git finds no commit", "fetch") } };
        machine.Knows("ann");

        var result = machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.AreEqual(Checking.Outcome.Undetermined, result.Outcome);
        machine.WroteNothing();
    }

    [TestMethod]
    public void Signature_that_does_not_verify_is_rejected_though_the_reviewed_lock_cannot_be_got_at()
    {
        var machine = new Machine { History = { Base = new LockBase.Unavailable("git did not answer", "try again") } };

        Assert.AreEqual(Checking.Outcome.Blocked, machine.Restore(FakePackageFile.Of(Found.In(author: Found.Invalid<AuthorSignature>()))).Outcome);
    }

    [TestMethod]
    public void Weakened_lock_blocks_and_writes_nothing()
    {
        var machine = new Machine { History = { Base = new LockBase.Known([LockDocument.Empty.With(PackageId.Parse("Contoso.Json"), Pinned("1.0.0", repository: NuGetOrg("ann")))], "origin/main") } };

        var result = machine.Restore(FakePackageFile.OwnedBy("mallory"));

        Assert.AreEqual("IG5002", result.Packages.Single().Verdict.Decisive!.Rule.Code);
        Assert.Contains("in origin/main", result.Packages.Single().Verdict.Decisive!.Pinned);
        Assert.AreEqual(Checking.Outcome.Blocked, result.Outcome);
        machine.WroteNothing();
    }

    private static Pin Accepted(string since, RepositoryIdentity? repository = null) =>
        new(PackageVersion.Parse(since), Who(repository: repository ?? NuGetOrg("mallory")), new PinOrigin.Accepted("owners-replaced", "jo@contoso.example", new(2026, 11, 21), "sold"));

    private static Pin Unsigned(string feed) =>
        new(PackageVersion.Parse("1.0.0"), PublisherIdentity.UnsignedFrom(FeedIdentity.Of(feed)), new PinOrigin.FirstUse(new(2026, 11, 21)));
}
