using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>
/// Who owns a package, or signs as its author, does so in every release line: a publisher whom the newest pin has is nobody
/// new in an older line. And nobody comes back that way.
/// </summary>
[TestClass]
public sealed class KnownPublisherTests
{
    private static readonly DateOnly Early = new(2020, 1, 1);
    private static readonly DateOnly Late = new(2026, 1, 1);

    private static readonly Pin Ann = Pinned("3.0.0", repository: NuGetOrg("ann")) with { Signed = Early };
    private static readonly Pin Bob = Accepted("4.1.0", repository: NuGetOrg("bob"));

    [TestMethod]
    public void Owners_whom_a_person_accepted_for_the_next_line_are_nobody_new_in_this_one() =>
        Says(VerdictKind.Notice, "owners-replaced", Owned("3.22.0", "bob"), Ann, Bob);

    [TestMethod]
    public void Owner_who_was_added_there_is_nobody_new_here() =>
        Says(VerdictKind.Notice, "owners-added", Owned("3.22.0", "ann", "bob"), Ann, Accepted("4.1.0", repository: NuGetOrg("ann", "bob")));

    [TestMethod]
    public void Owners_of_a_newer_first_use_are_nobody_new() =>
        Says(VerdictKind.Notice, "owners-replaced", Owned("3.22.0", "bob"), Ann, Pinned("4.1.0", repository: NuGetOrg("bob")) with { Signed = Late });

    [TestMethod]
    public void Owners_whom_a_later_version_of_the_line_was_accepted_with_are_nobody_new() =>
        Says(VerdictKind.Notice, "owners-replaced", Owned("3.1.0", "bob"), Ann, Accepted("3.5.0", repository: NuGetOrg("bob")));

    [TestMethod]
    public void Author_whom_a_person_accepted_for_the_next_line_is_nobody_new_in_this_one() => Says(
        VerdictKind.Notice, "author-changed", Signed("3.22.0", Mallory), Pinned("3.0.0", author: Contoso) with { Signed = Early }, Accepted("4.1.0", Mallory));

    [TestMethod]
    public void Author_and_owners_are_nobody_new_together()
    {
        var seen = Any.Of(Who(author: Contoso, repository: NuGetOrg("bob")), PackageVersion.Parse("3.22.0"));

        Judged.Verdict(seen, Ann, Accepted("4.1.0", Contoso, NuGetOrg("bob"))).Says(VerdictKind.Notice, "author-gained", "owners-replaced");
    }

    [TestMethod]
    public void Owners_who_were_left_behind_do_not_come_back_in_the_line_that_left_them() =>
        Says(VerdictKind.Review, "owners-replaced", Owned("4.2.0", "ann"), Ann, Bob);

    [TestMethod]
    public void Owners_who_were_left_behind_do_not_come_back_in_a_new_line() =>
        Says(VerdictKind.Review, "owners-replaced", Owned("5.0.0", "ann"), Ann, Bob);

    [TestMethod]
    public void Owners_who_were_left_behind_later_than_the_newer_line_was_pinned_do_not_come_back() => Says(
        VerdictKind.Review, "owners-replaced", Owned("3.22.0", "ann"),
        Accepted("3.5.0", repository: NuGetOrg("bob")), Pinned("4.0.0", repository: NuGetOrg("ann")) with { Signed = Early });

    [TestMethod]
    public void Owners_who_were_left_behind_in_the_newest_line_are_asked_about_in_an_older_one() => Says(
        VerdictKind.Review, "owners-replaced", Owned("3.22.0", "bob"), Ann, Bob, Accepted("5.0.0", repository: NuGetOrg("cid")));

    [TestMethod]
    public void Owners_of_a_mere_notice_are_asked_about() => Says(
        VerdictKind.Review, "owners-added", Owned("3.22.0", "ann", "bob"),
        Ann, Pinned("4.1.0", repository: NuGetOrg("ann", "bob")) with { Signed = Late, Origin = new PinOrigin.Noticed("owners-added", default) });

    [TestMethod]
    public void Owners_are_asked_about_once_anybody_was_taken_back()
    {
        var reverted = Ann with { Since = PackageVersion.Parse("3.5.0"), Origin = new PinOrigin.Accepted("reverted", "jo", default, "stolen") };

        Says(VerdictKind.Review, "owners-replaced", Owned("3.22.0", "bob"), Ann, reverted, Bob);
        Says(VerdictKind.Review, "owners-replaced", Owned("3.1.0", "bob"), Ann, reverted, Bob);
        Says(VerdictKind.Review, "owners-replaced", Owned("3.22.0", "bob"), Ann, Bob with { Origin = reverted.Origin });
    }

    [TestMethod]
    public void Owners_are_asked_about_where_a_day_of_signing_is_not_known()
    {
        Says(VerdictKind.Review, "owners-replaced", Owned("3.22.0", "bob"), Ann with { Signed = null }, Bob);
        Says(VerdictKind.Review, "owners-replaced", Owned("3.22.0", "bob"), Ann, Bob with { Signed = null });
    }

    [TestMethod]
    public void Owners_without_the_author_who_is_pinned_beside_them_are_asked_about() =>
        Says(VerdictKind.Review, "owners-replaced", Owned("3.22.0", "bob"), Ann, Accepted("4.1.0", Contoso, NuGetOrg("bob")));

    [TestMethod]
    public void Accounts_of_one_name_at_another_repository_are_asked_about() => Says(
        VerdictKind.Review, "owners-replaced", Owned("3.22.0", "bob"), Ann, Accepted("4.1.0", repository: new("https://feed.example/index.json", new(["bob"]))));

    [TestMethod]
    public void Author_who_is_lost_stays_lost() => Judged
        .Verdict(Owned("3.22.0", "bob"), Pinned("3.0.0", null, Contoso, NuGetOrg("ann")) with { Signed = Early }, Bob)
        .Says(VerdictKind.Review, "author-lost", "owners-replaced");

    [TestMethod]
    public void Known_publisher_leaves_the_lock_as_it_is()
    {
        var seen = Owned("3.22.0", "bob");

        Assert.IsNull(PinUpdate.After(seen.Contents.Declared, Found.Seen(seen), Judged.Verdict(seen, Ann, Bob), new(2026, 11, 22)));
    }

    [TestMethod]
    public void Nobody_is_known_but_the_publisher_of_the_newest_pin() => Always.Holds(
        from pins in Any.Pins
        from signed in Gen.Elements<DateOnly?>(null, Early, Late, Late).ListOf(6)
        from seen in Any.SoundEvidence
        select (pins: pins.Select((pin, i) => pin with { Signed = signed[i] }).ToArray(), seen),
        it =>
        {
            var verdict = Judged.Verdict(it.seen, it.pins);
            foreach (var change in verdict.Changes.Where(change => change.KnownSince is not null))
            {
                var newest = it.pins.MaxBy(pin => pin.Since)!;
                Assert.AreEqual(newest.Since, change.KnownSince);
                Assert.IsTrue(it.seen.Contents.Declared.Version < newest.Since && verdict.Pin!.Since < newest.Since);
                Assert.IsTrue(newest.Origin is PinOrigin.FirstUse or PinOrigin.Accepted { Change: not "reverted" });
                Assert.IsTrue(it.pins.All(pin => pin.Signed <= newest.Signed));
                Assert.AreEqual(VerdictKind.Match, Judged.Kind(it.seen, newest));
                Assert.AreEqual(VerdictKind.Notice, change.Verdict);
                Assert.Contains(change.Rule.Slug, new[] { "author-gained", "author-changed", "owners-added", "owners-replaced" });
            }
        },
        tests: 5000);

    private static Pin Accepted(string since, AuthorIdentity? author = null, RepositoryIdentity? repository = null) =>
        Pinned(since, null, author, repository) with { Signed = Late, Origin = new PinOrigin.Accepted("owners-replaced", "jo@contoso.example", default, "moved") };

    private static PackageEvidence Owned(string version, params string[] owners) => Any.Of(Who(repository: NuGetOrg(owners)), PackageVersion.Parse(version));

    private static PackageEvidence Signed(string version, AuthorIdentity author) => Any.Of(Who(author: author), PackageVersion.Parse(version));

    private static void Says(VerdictKind kind, string slug, PackageEvidence seen, params Pin[] pins) => Judged.Verdict(seen, pins).Says(kind, slug);
}
