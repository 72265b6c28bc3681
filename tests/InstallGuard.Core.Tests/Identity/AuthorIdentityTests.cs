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
    public void Equal_authors_continue_each_other() => Always.Holds(
        Gen.Two(Any.Author),
        two => Assert.IsTrue(!two.Item1.Equals(two.Item2) || (two.Item1.IsContinuedBy(two.Item2) && two.Item2.IsContinuedBy(two.Item1))));

    private static void Continued(AuthorIdentity pinned, AuthorIdentity seen) => Assert.IsTrue(pinned.IsContinuedBy(seen));

    private static void NotContinued(AuthorIdentity pinned, AuthorIdentity seen) => Assert.IsFalse(pinned.IsContinuedBy(seen));
}
