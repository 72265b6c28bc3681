using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>A version that was signed before the evidence that it lacks has lost nothing.</summary>
[TestClass]
public sealed class TimeOrderTests
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Found.Then.UtcDateTime);
    private static readonly RepositoryIdentity Ann = NuGetOrg("ann");

    [TestMethod]
    public void Version_from_before_the_first_author_signature_is_a_notice_that_says_so()
    {
        var verdict = Judged.Verdict(OnlyRepository("1.9.0"), SignedPin("2.0.0", Day.AddDays(1)));

        verdict.Says(VerdictKind.Notice, "author-lost");
        Assert.AreEqual((Day, Day.AddDays(1)), verdict.Changes[0].Predates);
    }

    [TestMethod]
    public void Notice_of_an_older_version_lowers_no_pin()
    {
        var seen = OnlyRepository("1.9.0");
        var verdict = Judged.Verdict(seen, SignedPin("2.0.0", Day.AddDays(1)));

        Assert.IsNull(PinUpdate.After(seen.Contents.Declared, Found.Seen(seen), verdict, new(2026, 11, 22)));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    [DataRow(-1000)]
    public void Version_that_was_signed_on_that_day_or_later_has_lost_it(int days) => Judged
        .Verdict(OnlyRepository("1.9.0"), SignedPin("2.0.0", Day.AddDays(days)))
        .Says(VerdictKind.Review, "author-lost");

    [TestMethod]
    public void Low_version_number_alone_is_no_excuse() => Judged
        .Verdict(OnlyRepository("0.0.1"), Pinned("2.0.0", author: Contoso, repository: Ann))
        .Says(VerdictKind.Review, "author-lost");

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Pin_that_is_put_below_with_a_later_day_excuses_nothing(bool isNotice)
    {
        var more = SignedPin("1.9.10", Day.AddDays(1)) with { Origin = isNotice ? new PinOrigin.Noticed("owners-removed", new(2026, 11, 21)) : new PinOrigin.FirstUse(new(2026, 11, 21)) };

        Judged.Verdict(OnlyRepository("1.9.9"), more, SignedPin("2.0.0", Day)).Says(VerdictKind.Review, "author-lost");
        Judged.Verdict(OnlyRepository("1.9.9"), more, Pinned("2.0.0", author: Contoso, repository: Ann)).Says(VerdictKind.Review, "author-lost");
    }

    [TestMethod]
    public void Pin_of_another_day_that_never_had_the_author_says_nothing_of_when_it_came() => Judged
        .Verdict(OnlyRepository("1.9.0"), SignedPin("2.0.0", Day.AddDays(1)), Pinned("3.0.0", repository: Ann) with { Signed = Day.AddDays(-1) })
        .Says(VerdictKind.Notice, "author-lost");

    [TestMethod]
    public void Version_without_a_trusted_time_is_no_older_than_any() => Judged
        .Verdict(Found.In(Package(version: "1.9.0")), SignedPin("2.0.0", Day.AddDays(1)))
        .Says(VerdictKind.Review, "author-lost", "repository-lost");

    [TestMethod]
    public void Older_version_by_another_author_or_of_other_owners_is_no_loss_and_not_excused()
    {
        Judged.Verdict(
            Found.In(Package(version: "1.9.0"), author: Found.Signed(Mallory), repository: Found.Countersigned(Ann)), SignedPin("2.0.0", Day.AddDays(1)))
            .Says(VerdictKind.Review, "author-changed");
        Judged.Verdict(
            Found.In(Package(version: "1.9.0"), repository: Found.Countersigned(NuGetOrg("mallory"))), SignedPin("2.0.0", Day.AddDays(1)))
            .Says(VerdictKind.Review, "author-lost", "owners-replaced");
    }

    // A repository signs everything that it serves, however old: age explains no missing repository signature.
    [TestMethod]
    public void Older_version_of_the_same_author_does_not_hide_its_owners_by_losing_its_countersignature()
    {
        var version = Package(version: "1.9.0");
        var whole = Found.In(version, author: Found.Signed(Contoso), repository: Found.Countersigned(NuGetOrg("mallory")));

        Judged.Verdict(whole, SignedPin("2.0.0", Day.AddDays(1))).Says(VerdictKind.Review, "owners-replaced");
        Judged.Verdict(Found.In(version, author: Found.Signed(Contoso)), SignedPin("2.0.0", Day.AddDays(1))).Says(VerdictKind.Review, "repository-lost");
    }

    [TestMethod]
    public void Pin_remembers_the_earliest_trusted_day_of_the_version_that_it_was_made_from()
    {
        var seen = OnlyRepository("2.0.0");

        Assert.AreEqual(Day, PinUpdate.After(seen.Contents.Declared, Found.Seen(seen), Judged.Verdict(seen), new(2026, 11, 22))!.Signed);
        Assert.IsNull(PinUpdate.After(Package(), Found.Seen(Found.In()), Judged.Verdict(Found.In()), new(2026, 11, 22))!.Signed);
    }

    [TestMethod]
    public void Loss_that_the_order_explains_is_said_in_words_of_its_own_in_both_forms()
    {
        var package = Judged.Checked(OnlyRepository("1.9.0"), SignedPin("2.0.0", Day.AddDays(1)));

        foreach (var message in new[] { PackageMessage.Text(package), PackageMessage.Line(package) })
        {
            Assert.Contains("this earlier version was not signed by an author yet", message);
            Assert.Contains("older: it was signed on 2026-11-20, and what is pinned on 2026-11-21", message);
            Assert.Contains("usually: a downgrade", message);
            Assert.DoesNotContain("stopped signing", message);
        }
    }

    [TestMethod]
    [DataRow("ann,bob", "ann", "owners-removed", "was not an owner yet")]
    [DataRow("ann", "ann,bob", "owners-added", "when this earlier version was signed")]
    [DataRow("ann", "bob", "owners-replaced", "was an owner yet when this earlier version was signed")]
    public void Owners_of_an_earlier_version_are_those_of_that_day(string pinned, string seen, string slug, string words)
    {
        var evidence = Found.In(Package(version: "1.9.0"), repository: Found.Countersigned(NuGetOrg(seen.Split(','))));
        var pin = Pinned("2.0.0", repository: NuGetOrg(pinned.Split(',')));

        var change = Judged.Verdict(evidence, pin with { Signed = Day.AddDays(1) }).Changes.Single();

        Assert.AreEqual(slug, change.Rule.Slug);
        Assert.Contains(words, change.Summary);
        Assert.AreEqual(change.Rule.Summary, Judged.Verdict(evidence, pin with { Signed = Day }).Changes.Single().Summary);
        Assert.AreEqual(change.Rule.Summary, Judged.Verdict(evidence, pin).Changes.Single().Summary);
        Assert.AreEqual(change.Rule.Summary, Judged.Verdict(evidence, pin with { Signed = Day.AddDays(1) }, Pinned("3.0.0", repository: NuGetOrg(seen.Split(',')))).Changes.Single().Summary);
    }

    private static PackageEvidence OnlyRepository(string version) =>
        Found.In(Package(version: version), repository: Found.Countersigned(Ann));

    private static Pin SignedPin(string since, DateOnly day) => Pinned(since, author: Contoso, repository: Ann) with { Signed = day };
}
