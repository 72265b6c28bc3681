using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Edited;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>What counts of the pins that nobody has reviewed yet: what a restore would have written, and for no more than that.</summary>
[TestClass]
public sealed class UnreviewedPinTests
{
    private static readonly Pin Ann = Pinned("1.0.0", repository: NuGetOrg("ann"));
    private static readonly Pin Contosos = Pinned("1.0.0", null, Contoso, NuGetOrg("ann"));

    // To 1.x people went on with bob, after ann's account had been stolen.
    private static readonly Pin Bob = Accepted("1.5.0", NuGetOrg("bob"), new(2024, 5, 1));
    private static readonly Pin Abandoned = Pinned("2.0.0", repository: NuGetOrg("ann")) with { Signed = new(2022, 5, 1) };

    [TestMethod]
    public void Author_who_came_by_a_notice_brings_nobody_along_in_a_notice()
    {
        var brought = Noticed("2.0.0", "author-gained", null, Mallory, NuGetOrg("ann"));

        Weakened([Ann, brought], [Ann, brought, Noticed("2.1.0", "owners-added", null, Mallory, NuGetOrg("ann", "mallory"))]);
        Weakened([Ann, brought], [Ann, Noticed("2.0.0", "owners-added", null, Mallory, NuGetOrg("ann", "mallory"))]);
        Weakened([Ann], [Ann, brought, Noticed("2.1.0", "owners-added", null, Mallory, NuGetOrg("ann", "mallory"))]);
        Same([Ann, brought], [Ann, brought, Noticed("2.1.0", "provenance-gained", Build, Mallory, NuGetOrg("ann"))]);
    }

    [TestMethod]
    public void Author_whom_a_person_accepted_on_the_branch_brings_owners_along()
    {
        var brought = Noticed("2.0.0", "author-gained", null, Mallory, NuGetOrg("ann"));
        var accepted = Pinned("2.1.0", null, Mallory, NuGetOrg("ann")) with { Origin = Bob.Origin };

        Same([Ann, brought], [Ann, brought, accepted, Noticed("2.2.0", "owners-added", null, Mallory, NuGetOrg("ann", "bob"))]);
    }

    [TestMethod]
    public void Notice_after_an_acceptance_of_the_same_branch_is_what_a_restore_writes() =>
        Same([Contosos], [Contosos, Accepted("2.0.0", NuGetOrg("bob", "cid"), null), Noticed("2.1.0", "owners-removed", null, null, NuGetOrg("bob"))]);

    [TestMethod]
    public void Notice_that_two_branches_wrote_at_two_versions_is_none()
    {
        var merged = Noticed("2.0.0", "owners-added", null, Contoso, NuGetOrg("ann", "bob"));

        Same([Contosos, merged], [Contosos, merged, Noticed("2.1.0", "owners-added", null, Contoso, NuGetOrg("ann", "bob"))]);
    }

    [TestMethod]
    public void Notice_says_what_the_change_was()
    {
        Weakened([Contosos], [Contosos, Noticed("2.0.0", "owners-removed", null, Contoso, NuGetOrg("ann", "bob"))]);
        Weakened([Contosos], [Contosos, Noticed("2.0.0", "nothing", null, Contoso, NuGetOrg("ann", "bob"))]);
        Weakened([Ann], [Ann, Noticed("2.0.0", "owners-removed", null, Mallory, NuGetOrg("ann"))]);
    }

    [TestMethod]
    public void Mere_renewal_is_nothing_to_note() =>
        Weakened([Contosos], [Contosos, Noticed("2.0.0", "author-renewed", null, Contoso with { Registration = "HRB1" }, NuGetOrg("ann"))]);

    [TestMethod]
    public void Notice_leaves_out_nothing_that_the_author_once_stated()
    {
        var pin = Pinned("1.0.0", null, Contoso with { Registration = "HRB1", Subscriber = "1.3.6.1.4.1.311.97.1" }, NuGetOrg("ann"));

        Weakened([pin], [pin, Noticed("2.0.0", "owners-added", null, Contoso with { Registration = "HRB1" }, NuGetOrg("ann", "bob"))]);
        Same([pin], [pin, Noticed("2.0.0", "owners-added", null, pin.Identity.Author, NuGetOrg("ann", "bob"))]);
    }

    [TestMethod]
    public void First_use_that_establishes_an_author_whom_people_only_went_back_to_is_found()
    {
        var brought = Noticed("2.0.0", "author-gained", null, Mallory, NuGetOrg("ann"));
        var back = brought with { Since = PackageVersion.Parse("3.0.0"), Origin = new PinOrigin.Accepted("reverted", "jo", default, "sold to the wrong ones") };

        Weakened([Ann, brought, back], [Ann, brought, back, Pinned("3.1.0", null, Mallory, NuGetOrg("ann"))]);
    }

    [TestMethod]
    public void Later_day_in_one_more_first_use_makes_an_abandoned_publisher_nobody_known()
    {
        Pin[] before = [Bob, Abandoned];
        Pin[] now = [.. before, Abandoned with { Since = PackageVersion.Parse("2.1.0"), Signed = new(2026, 1, 1) }];
        var seen = Any.Of(Who(repository: NuGetOrg("ann")), PackageVersion.Parse("1.5.1"));

        Judged.After(before, seen, now).Says(VerdictKind.Review, "owners-replaced");
        Judged.Verdict(seen, now).Says(VerdictKind.Review, "owners-replaced");
    }

    [TestMethod]
    public void Owner_who_is_left_alone_in_the_newest_pin_by_the_same_change_is_nobody_known()
    {
        Pin[] before = [Bob with { Signed = new(2020, 1, 1) }, Accepted("2.0.0", NuGetOrg("ann", "cid"), new(2024, 5, 1))];
        Pin[] now = [before[0], before[1] with { Identity = Who(repository: NuGetOrg("ann")) }];

        Judged.After(before, Any.Of(Who(repository: NuGetOrg("ann")), PackageVersion.Parse("1.5.1")), now).Says(VerdictKind.Review, "owners-replaced");
    }

    [TestMethod]
    public void Earlier_day_in_a_notice_of_the_same_change_makes_nobody_known()
    {
        Pin[] before = [Accepted("1.5.0", NuGetOrg("bob", "cid"), new(2024, 5, 1)), Abandoned];
        Pin[] now = [Noticed("1.5.0", "owners-removed", repository: NuGetOrg("bob")) with { Signed = new(2021, 1, 1) }, Abandoned];

        Judged.After(before, Any.Of(Who(repository: NuGetOrg("ann")), PackageVersion.Parse("1.5.1")), now).Says(VerdictKind.Reject, "lock-weakened", "owners-replaced");
    }

    [TestMethod]
    public void Publisher_whom_a_person_accepted_on_the_branch_is_known()
    {
        Pin[] before = [Ann with { Signed = new(2020, 1, 1) }];
        Pin[] now = [.. before, Accepted("2.0.0", NuGetOrg("bob"), new(2024, 5, 1))];

        Judged.After(before, Any.Of(Who(repository: NuGetOrg("bob")), PackageVersion.Parse("1.5.1")), now).Says(VerdictKind.Notice, "owners-replaced");
    }

    [TestMethod]
    public void Publisher_of_the_newest_pin_stays_known_when_two_branches_recorded_it()
    {
        Pin[] before = [Ann with { Signed = new(2020, 1, 1) }, Accepted("2.0.0", NuGetOrg("bob"), new(2024, 5, 1))];
        Pin[] now = [.. before, Pinned("2.2.0", repository: NuGetOrg("bob")) with { Signed = new(2025, 5, 1) }];
        var seen = Any.Of(Who(repository: NuGetOrg("bob")), PackageVersion.Parse("1.5.1"));

        Judged.After(before, seen, now).Says(VerdictKind.Notice, "owners-replaced");
        Judged.Verdict(seen, now).Says(VerdictKind.Notice, "owners-replaced");
    }

    private static Pin Accepted(string since, RepositoryIdentity repository, DateOnly? signed) =>
        Pinned(since, repository: repository) with { Signed = signed, Origin = new PinOrigin.Accepted("owners-replaced", "jo@contoso.example", new(2026, 11, 21), "moved") };
}
