using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

[TestClass]
public sealed class PinUpdateTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [TestMethod]
    public void Match_writes_nothing() => Assert.IsNull(After(Found.In(author: Found.Signed(Contoso)), Pinned("1.0.0", author: Contoso)));

    [TestMethod]
    public void Renewed_author_writes_nothing() =>
        Assert.IsNull(After(Found.In(author: Found.Signed(Contoso with { Registration = "HRB1" })), Pinned("1.0.0", author: Contoso)));

    [TestMethod]
    public void Review_writes_nothing() => Assert.IsNull(After(Found.In(), Pinned("1.0.0", author: Contoso)));

    [TestMethod]
    public void Undetermined_writes_nothing() =>
        Assert.IsNull(After(Found.In(author: Found.Unavailable<AuthorSignature>()), Pinned("1.0.0", author: Contoso)));

    [TestMethod]
    public void Reject_writes_nothing() =>
        Assert.IsNull(After(Found.In(author: Found.Invalid<AuthorSignature>()), Pinned("1.0.0", author: Contoso)));

    [TestMethod]
    public void Notice_writes_a_pin_from_this_version_on_that_names_its_change()
    {
        var pin = After(Found.In(repository: Found.Countersigned(NuGetOrg("ann"))), Pinned("1.0.0", repository: NuGetOrg("ann", "bob")))!;

        Assert.AreEqual("2.0.0", pin.Since.Text);
        Assert.AreEqual(NuGetOrg("ann"), pin.Identity.Repository);
        Assert.AreEqual(new PinOrigin.Noticed("owners-removed", Today), pin.Origin);
    }

    [TestMethod]
    public void Gained_author_that_the_owners_vouch_for_raises_the_pin_so_that_losing_it_is_a_loss()
    {
        var before = Pinned("1.0.0", repository: NuGetOrg("ann"));
        var raised = After(Found.In(author: Found.Signed(Contoso), repository: Found.Countersigned(NuGetOrg("ann"))), before)!;

        Judged
            .Verdict(Found.In(Package(version: "2.1.0"), repository: Found.Countersigned(NuGetOrg("ann"))), before, raised)
            .Says(VerdictKind.Review, "author-lost");
    }

    [TestMethod]
    public void Accepting_writes_who_what_when_and_why()
    {
        var seen = Found.In(author: Found.Signed(Mallory));
        var pin = PinUpdate.Accepting(Package(), Found.Seen(seen), Judged.Verdict(seen, Pinned("1.0.0", author: Contoso)), "jo@contoso.example", Today, "sold");

        Assert.AreEqual("2.0.0", pin.Since.Text);
        Assert.AreEqual(Mallory, pin.Identity.Author);
        Assert.AreEqual(new PinOrigin.Accepted("author-changed", "jo@contoso.example", Today, "sold"), pin.Origin);
    }

    private static Pin? After(PackageEvidence seen, params Pin[] pins) =>
        PinUpdate.After(Package(), Found.Seen(seen), Judged.Verdict(seen, pins), Today);
}
