using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

[TestClass]
public sealed class AuthorIdentityTests
{
    private static readonly AuthorIdentity Contoso = new("Contoso Ltd", "Contoso Ltd", "DE", "HRB1", "1.3.6.1.4.1.311.97.1");

    [TestMethod]
    public void Renewed_certificate_of_the_same_subject_is_continued() => Continued(Contoso, Contoso with { });

    [TestMethod]
    [DataRow("CONTOSO LTD")]
    [DataRow("contoso ltd")]
    [DataRow("Contoso  Ltd")]
    [DataRow(" Contoso\tLtd ")]
    public void Respelled_name_is_continued_and_equal(string name)
    {
        Continued(Contoso, Contoso with { Name = name, Organization = name });
        Assert.AreEqual(Contoso, Contoso with { Name = name });
        Assert.AreEqual(Contoso.GetHashCode(), (Contoso with { Name = name }).GetHashCode());
    }

    [TestMethod]
    public void Added_registration_is_continued() => Continued(Contoso with { Registration = null }, Contoso);

    [TestMethod]
    public void Lost_registration_is_not_continued() => NotContinued(Contoso, Contoso with { Registration = null });

    [TestMethod]
    public void Another_registration_is_not_continued() => NotContinued(Contoso, Contoso with { Registration = "HRB2" });

    [TestMethod]
    [DataRow("Contoso Ltd.")]
    [DataRow("ContosoLtd")]
    [DataRow("Contoso")]
    [DataRow("C\u043entoso Ltd")]
    [DataRow("Conto\u017Fo Ltd", DisplayName = "a letter whose upper case is another letter's")]
    [DataRow("")]
    public void Another_name_is_not_continued(string name) => NotContinued(Contoso, Contoso with { Name = name });

    [TestMethod]
    [DataRow("Contoso Holding")]
    [DataRow(null)]
    public void Another_organization_is_not_continued(string? organization) =>
        NotContinued(Contoso, Contoso with { Organization = organization });

    [TestMethod]
    public void Organization_that_appears_is_not_continued() => NotContinued(Contoso with { Organization = null }, Contoso);

    [TestMethod]
    [DataRow("AT")]
    [DataRow(null)]
    public void Another_country_is_not_continued(string? country) => NotContinued(Contoso, Contoso with { Country = country });

    [TestMethod]
    public void Two_people_of_one_name_in_one_signing_service_are_told_apart() =>
        NotContinued(Contoso, Contoso with { Subscriber = "1.3.6.1.4.1.311.97.2" });

    [TestMethod]
    public void Certificate_bought_elsewhere_is_continued_without_the_subscriber() =>
        Continued(Contoso, Contoso with { Subscriber = null });

    [TestMethod]
    public void Certificate_from_a_signing_service_is_continued_with_a_subscriber() =>
        Continued(Contoso with { Subscriber = null }, Contoso);

    [TestMethod]
    public void Registration_and_subscriber_are_part_of_equality()
    {
        Assert.AreNotEqual(Contoso, Contoso with { Registration = null });
        Assert.AreNotEqual(Contoso, Contoso with { Subscriber = null });
    }

    [TestMethod]
    [DataRow("Reno", "Nevada")]
    [DataRow("Reno", "Delaware")]
    [DataRow("Dover", "New Hampshire")]
    [DataRow("Dover", "nh", DisplayName = "another state, written short")]
    [DataRow("Dover", null)]
    [DataRow(null, "Delaware")]
    [DataRow(null, null)]
    public void Another_place_by_another_authority_may_be_a_namesakes(string? locality, string? region)
    {
        var seen = Publishers.Smith with { Certified = new(locality, region, "Northwind CA") };

        Continued(Publishers.Smith, seen);
        Assert.IsFalse(Publishers.Smith.IsSurelyContinuedBy(seen));
    }

    [TestMethod]
    [DataRow("CA", "Colorado")]
    [DataRow("CO", "California")]
    [DataRow("WA", "West Virginia")]
    [DataRow("MA", "Montana")]
    public void Letters_of_one_state_stand_for_no_other(string pinned, string seen) =>
        Assert.IsFalse((Publishers.Smith with { Certified = new(null, pinned, "Fabrikam CA") }).IsSurelyContinuedBy(
            Publishers.Smith with { Certified = new(null, seen, "Northwind CA") }));

    [TestMethod]
    [DataRow("CA", "California")]
    [DataRow("New South Wales", "nsw")]
    [DataRow("WA", "Western Australia")]
    public void State_that_is_written_short_is_the_same(string pinned, string seen) =>
        Assert.IsTrue((Publishers.Smith with { Certified = new(null, pinned, "Fabrikam CA") }).IsSurelyContinuedBy(
            Publishers.Smith with { Certified = new(null, seen, "Northwind CA") }));

    [TestMethod]
    public void Place_that_nobody_certified_may_be_a_namesakes() =>
        Assert.IsFalse(Publishers.Smith.IsSurelyContinuedBy(Publishers.Smith with { Certified = null }));

    [TestMethod]
    [DataRow("Reno", "Nevada", "Fabrikam CA", DisplayName = "another place")]
    [DataRow(null, null, "Fabrikam CA", DisplayName = "no place any more")]
    [DataRow("Dover", "Delaware", "Northwind CA", DisplayName = "another authority")]
    [DataRow("DOVER", "de", "Northwind CA", DisplayName = "another authority, the state written short")]
    [DataRow("Reno", "Nevada", "FABRIKAM, C.A.", DisplayName = "another place, the authority's name spelled otherwise")]
    public void Another_place_or_another_authority_alone_is_a_renewal(string? locality, string? region, string authority) =>
        Assert.IsTrue(Publishers.Smith.IsSurelyContinuedBy(Publishers.Smith with { Certified = new(locality, region, authority) }));

    [TestMethod]
    public void Place_where_there_was_none_is_a_renewal()
    {
        Assert.IsTrue((Publishers.Smith with { Certified = null }).IsSurelyContinuedBy(Publishers.Namesake));
        Assert.IsTrue((Publishers.Smith with { Certified = new(null, null, "Fabrikam CA") }).IsSurelyContinuedBy(Publishers.Namesake));
        Assert.IsTrue((Publishers.Smith with { Certified = new("Dover", null, "Fabrikam CA") }).IsSurelyContinuedBy(
            Publishers.Smith with { Certified = new("Dover", "Delaware", "Northwind CA") }));
    }

    [TestMethod]
    public void Number_that_is_still_there_tells_namesakes_apart()
    {
        Assert.IsTrue((Publishers.Smith with { Registration = "HRB1" }).IsSurelyContinuedBy(Publishers.Namesake with { Registration = "HRB1" }));
        Assert.IsTrue((Publishers.Smith with { Subscriber = "1.3.6.1.4.1.311.97.1" }).IsSurelyContinuedBy(Publishers.Namesake with { Subscriber = "1.3.6.1.4.1.311.97.1" }));
    }

    [TestMethod]
    public void Number_that_is_new_tells_nobody_apart()
    {
        Assert.IsFalse(Publishers.Smith.IsSurelyContinuedBy(Publishers.Namesake with { Registration = "HRB1" }));
        Assert.IsFalse(Publishers.Smith.IsSurelyContinuedBy(Publishers.Namesake with { Subscriber = "1.3.6.1.4.1.311.97.1" }));
    }

    [TestMethod]
    public void Subscriber_who_is_gone_leaves_nothing_but_the_name() =>
        Assert.IsFalse((Publishers.Smith with { Subscriber = "1.3.6.1.4.1.311.97.1" }).AsPinned.IsSurelyContinuedBy(Publishers.Smith));

    [TestMethod]
    public void Place_is_remembered_only_where_it_tells_namesakes_apart()
    {
        Assert.AreEqual(Publishers.Smith, Publishers.Smith.AsPinned);
        Assert.IsNull((Publishers.Smith with { Registration = "HRB1" }).AsPinned.Certified);
        Assert.IsNull((Publishers.Smith with { Subscriber = "1.3.6.1.4.1.311.97.1" }).AsPinned.Certified);
        Assert.IsNull((Publishers.Smith with { Certified = new(null, null, "Fabrikam CA") }).AsPinned.Certified);
    }

    [TestMethod]
    public void Part_of_the_place_that_is_left_out_is_kept()
    {
        Assert.AreEqual(
            new("Dover", "Delaware", "Northwind CA"),
            (Publishers.Smith with { Certified = new("Dover", null, "Northwind CA") }).KeepingStatementsOf(Publishers.Smith).Certified);
        Assert.AreEqual(
            new("Reno", null, "Fabrikam CA"),
            (Publishers.Smith with { Certified = new("Reno", null, "Fabrikam CA") }).KeepingStatementsOf(Publishers.Smith).Certified);
    }

    [TestMethod]
    public void Whoever_continues_an_author_who_is_as_strict_continues_the_other() => Always.Holds(
        Gen.Three(Any.Author),
        it =>
        {
            var (before, now, seen) = it;
            Assert.IsTrue(!now.IsAsStrictAs(before) || !now.IsSurelyContinuedBy(seen) || before.IsSurelyContinuedBy(seen), $"{before} {now} {seen}");
        },
        tests: 20000);

    [TestMethod]
    public void What_is_remembered_is_as_strict_as_what_was_seen() => Always.Holds(
        Gen.Two(Any.Author),
        it =>
        {
            var (pinned, seen) = it;
            if (pinned.IsSurelyContinuedBy(seen))
            {
                Assert.IsTrue(seen.AsPinnedAfter(pinned.AsPinned).IsAsStrictAs(seen.AsPinned), $"{pinned} {seen}");
                Assert.IsTrue(pinned.AsPinned.IsSurelyContinuedBy(seen.AsPinnedAfter(pinned.AsPinned)), $"{pinned} {seen}");
            }
        },
        tests: 20000);

    [TestMethod]
    public void Equal_authors_continue_each_other() => Always.Holds(
        Gen.Two(Any.Author),
        two => Assert.IsTrue(!two.Item1.Equals(two.Item2) || (two.Item1.IsContinuedBy(two.Item2) && two.Item2.IsContinuedBy(two.Item1))));

    private static void Continued(AuthorIdentity pinned, AuthorIdentity seen) => Assert.IsTrue(pinned.IsContinuedBy(seen));

    private static void NotContinued(AuthorIdentity pinned, AuthorIdentity seen) => Assert.IsFalse(pinned.IsContinuedBy(seen));
}
