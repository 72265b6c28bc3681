using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>Which unchanged evidence softens which change, and which never does.</summary>
[TestClass]
public sealed class VouchingTests
{
    private static readonly RepositoryIdentity Ann = NuGetOrg("ann");
    private static readonly RepositoryIdentity AnnAndMallory = NuGetOrg("ann", "mallory");

    [TestMethod]
    public void Unchanged_author_vouches_for_an_added_owner() => Softened(
        EvidenceKind.Author,
        "owners-added",
        Judged.Verdict(In(null, Contoso, AnnAndMallory), Pinned("1.0.0", null, Contoso, Ann)));

    [TestMethod]
    public void Author_that_came_with_nobodys_decision_does_not_vouch_for_the_account_that_brought_it()
    {
        // Whoever has stolen the account signs as an author of their own, which is a notice, and then adds an owner.
        var first = Pinned("1.0.0", repository: Ann);
        var brought = In(null, Mallory, Ann);
        var gained = Judged.Verdict(brought, first);
        gained.Says(VerdictKind.Notice, "author-gained");
        var noticed = PinUpdate.After(brought.Contents.Declared, Found.Seen(brought), gained, new(2026, 11, 22))!;
        var next = Found.In(Package(version: "3.0.0"), author: Found.Signed(Mallory), repository: Found.Countersigned(AnnAndMallory));

        Judged.Verdict(next, first, noticed).Says(VerdictKind.Review, "owners-added");
    }

    [TestMethod]
    public void Author_that_a_person_accepted_vouches_from_then_on()
    {
        var accepted = Pinned("1.0.0", null, Contoso, Ann) with { Origin = new PinOrigin.Accepted("author-gained", "jo", new(2026, 11, 22), "ours") };

        Softened(EvidenceKind.Author, "owners-added", Judged.Verdict(In(null, Contoso, AnnAndMallory), accepted));
    }

    [TestMethod]
    public void Renewed_author_vouches_for_an_added_owner()
    {
        var verdict = Judged.Verdict(In(null, Contoso with { Registration = "HRB1" }, AnnAndMallory), Pinned("1.0.0", null, Contoso, Ann));

        verdict.Says(VerdictKind.Notice, "owners-added", "author-renewed");
    }

    [TestMethod]
    public void Namesake_of_the_author_does_not_vouch_for_an_added_owner() => Judged
        .Verdict(In(null, Namesake, AnnAndMallory), Pinned("1.0.0", null, Smith, Ann))
        .Says(VerdictKind.Review, "author-namesake", "owners-added");

    [TestMethod]
    public void Namesake_who_came_by_a_notice_does_not_vouch_until_a_person_accepts()
    {
        var first = Pinned("1.0.0", null, Smith, Ann);
        var brought = In(null, Namesake, Ann);
        var noticed = PinUpdate.After(brought.Contents.Declared, Found.Seen(brought), Judged.Verdict(brought, first), new(2026, 11, 22))!;
        var next = Found.In(Package(version: "3.0.0"), author: Found.Signed(Namesake), repository: Found.Countersigned(AnnAndMallory));

        Assert.AreEqual(Namesake, noticed.Identity.Author);
        Judged.Verdict(next, first, noticed).Says(VerdictKind.Review, "owners-added");
        Softened(EvidenceKind.Author, "owners-added", Judged.Verdict(next, first, noticed with { Origin = new PinOrigin.Accepted("owners-added", "jo", default, "moved") }));
    }

    [TestMethod]
    public void Author_who_moved_vouches_for_an_added_owner() => Softened(
        EvidenceKind.Author,
        "owners-added",
        Judged.Verdict(In(null, Smith with { Certified = new("Reno", "Nevada", "Fabrikam CA") }, AnnAndMallory), Pinned("1.0.0", null, Smith, Ann)));

    [TestMethod]
    public void Changed_author_does_not_vouch_for_an_added_owner() => Judged
        .Verdict(In(null, Mallory, AnnAndMallory), Pinned("1.0.0", null, Contoso, Ann))
        .Says(VerdictKind.Review, "author-changed", "owners-added");

    [TestMethod]
    public void Lost_author_does_not_vouch_for_an_added_owner() => Judged
        .Verdict(In(null, null, AnnAndMallory), Pinned("1.0.0", null, Contoso, Ann))
        .Says(VerdictKind.Review, "author-lost", "owners-added");

    [TestMethod]
    public void Author_that_was_never_pinned_does_not_vouch_for_an_added_owner() => Judged
        .Verdict(In(null, Mallory, AnnAndMallory), Pinned("1.0.0", null, null, Ann))
        .Says(VerdictKind.Review, "author-gained", "owners-added");

    [TestMethod]
    public void Unchanged_build_vouches_for_an_added_owner() => Softened(
        EvidenceKind.Provenance,
        "owners-added",
        Judged.Verdict(In(Build, null, AnnAndMallory), Pinned("1.0.0", Build, null, Ann)));

    [TestMethod]
    public void Strongest_kind_is_named_when_two_vouch() => Softened(
        EvidenceKind.Provenance,
        "owners-added",
        Judged.Verdict(In(Build, Contoso, AnnAndMallory), Pinned("1.0.0", Build, Contoso, Ann)));

    [TestMethod]
    public void Unchanged_build_vouches_for_a_changed_author() => Softened(
        EvidenceKind.Provenance,
        "author-changed",
        Judged.Verdict(In(Build, Mallory, null), Pinned("1.0.0", Build, Contoso)));

    [TestMethod]
    public void Unchanged_owners_do_not_vouch_for_a_changed_author() => Judged
        .Verdict(In(null, Mallory, Ann), Pinned("1.0.0", null, Contoso, Ann))
        .Says(VerdictKind.Review, "author-changed");

    [TestMethod]
    public void Unchanged_owners_vouch_for_a_gained_author() => Softened(
        EvidenceKind.Repository,
        "author-gained",
        Judged.Verdict(In(null, Contoso, Ann), Pinned("1.0.0", null, null, Ann)));

    [TestMethod]
    public void Owner_that_left_keeps_the_repository_from_vouching_for_a_gained_author() => Judged
        .Verdict(In(null, Mallory, Ann), Pinned("1.0.0", null, null, NuGetOrg("ann", "bob")))
        .Says(VerdictKind.Review, "author-gained", "owners-removed");

    [TestMethod]
    public void Unchanged_owners_vouch_for_gained_provenance() => Softened(
        EvidenceKind.Repository,
        "provenance-gained",
        Judged.Verdict(In(Build, null, Ann), Pinned("1.0.0", null, null, Ann)));

    [TestMethod]
    public void Unchanged_author_vouches_for_a_gained_repository() => Softened(
        EvidenceKind.Author,
        "repository-gained",
        Judged.Verdict(In(null, Contoso, Ann), Pinned("1.0.0", null, Contoso)));

    [TestMethod]
    public void Two_gained_kinds_do_not_vouch_for_each_other() => Judged
        .Verdict(In(MalloryBuild, Mallory, null), Pinned("1.0.0"))
        .Says(VerdictKind.Review, "provenance-gained", "author-gained");

    [TestMethod]
    public void Replaced_owners_are_never_softened() => Judged
        .Verdict(In(Build, Contoso, NuGetOrg("mallory")), Pinned("1.0.0", Build, Contoso, Ann))
        .Says(VerdictKind.Review, "owners-replaced");

    [TestMethod]
    public void Changed_repository_is_never_softened() => Judged
        .Verdict(In(Build, Contoso, new("https://feed.example/index.json", new(["ann"]))), Pinned("1.0.0", Build, Contoso, Ann))
        .Says(VerdictKind.Review, "repository-changed");

    [TestMethod]
    public void Lost_provenance_is_never_softened() => Judged
        .Verdict(In(null, Contoso, Ann), Pinned("1.0.0", Build, Contoso, Ann))
        .Says(VerdictKind.Review, "provenance-lost");

    [TestMethod]
    public void Lost_author_is_never_softened() => Judged
        .Verdict(In(Build, null, Ann), Pinned("1.0.0", Build, Contoso, Ann))
        .Says(VerdictKind.Review, "author-lost");

    [TestMethod]
    public void Lost_repository_is_never_softened() => Judged
        .Verdict(In(Build, Contoso, null), Pinned("1.0.0", Build, Contoso, Ann))
        .Says(VerdictKind.Review, "repository-lost");

    [TestMethod]
    public void Changed_build_is_never_softened() => Judged
        .Verdict(In(MalloryBuild, Contoso, Ann), Pinned("1.0.0", Build, Contoso, Ann))
        .Says(VerdictKind.Review, "source-repository-changed");

    [TestMethod]
    public void Claims_never_vouch()
    {
        var claims = new NuspecClaims("Contoso", "https://github.com/contoso/json", null, "https://contoso.example");
        var seen = Found.In(repository: Found.Countersigned(AnnAndMallory), claims: claims);

        Judged.Verdict(seen, Pinned("1.0.0", null, null, Ann)).Says(VerdictKind.Review, "owners-added");
        Assert.IsFalse(RuleCatalog.All.Any(rule => rule.SoftenedBy.Contains(EvidenceKind.Claim)));
    }

    [TestMethod]
    public void Rules_that_nothing_softens_stay_so()
    {
        var softened = RuleCatalog.All.Where(rule => rule.SoftenedBy.Count > 0).Select(rule => rule.Slug);

        Assert.AreEqual("provenance-gained author-gained repository-gained author-changed owners-added", string.Join(' ', softened));
    }

    [TestMethod]
    public void Invalid_author_does_not_vouch_and_is_rejected() => Judged
        .Verdict(Found.In(author: Found.Invalid<AuthorSignature>(), repository: Found.Countersigned(AnnAndMallory)), Pinned("1.0.0", null, Contoso, Ann))
        .Says(VerdictKind.Reject, "signature-invalid", "owners-added");

    [TestMethod]
    public void Unavailable_build_does_not_vouch_and_is_undetermined() => Judged
        .Verdict(Found.In(provenance: Found.Unavailable<BuildProvenance>(), repository: Found.Countersigned(AnnAndMallory)), Pinned("1.0.0", Build, null, Ann))
        .Says(VerdictKind.Undetermined, "undetermined", "owners-added");

    [TestMethod]
    public void Gravest_change_comes_first()
    {
        var verdict = Judged.Verdict(In(null, null, Ann), Pinned("1.0.0", null, Contoso, NuGetOrg("ann", "bob")));

        Assert.AreEqual("author-lost owners-removed", string.Join(' ', verdict.Changes.Select(change => change.Rule.Slug)));
        Assert.AreEqual("author-lost", verdict.Decisive!.Rule.Slug);
    }

    private static PackageEvidence In(ProvenanceIdentity? build, AuthorIdentity? author, RepositoryIdentity? repository) =>
        Any.Of(Who(build, author, repository), PackageVersion.Parse("2.0.0"));

    private static void Softened(EvidenceKind vouching, string slug, Verdict verdict)
    {
        verdict.Says(VerdictKind.Notice, slug);
        Assert.AreEqual(vouching, verdict.Decisive!.VouchedBy);
    }
}
