using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>An author who publishes through a repository and past it; and who only seems to.</summary>
[TestClass]
public sealed class SecondChannelTests
{
    private static readonly Pin Alone = Pinned("1.0.0", author: Contoso);
    private static readonly Pin Noted = Edited.Noticed("1.5.0", "repository-gained", author: Contoso, repository: NuGetOrg("ann"));
    private static readonly PackageEvidence Past = Found.In(author: Found.Signed(Contoso));

    [TestMethod]
    public void Author_whom_the_lock_knows_without_a_repository_loses_none()
    {
        var verdict = Judged.Verdict(Past, Alone, Noted);

        verdict.Says(VerdictKind.Notice, "repository-lost");
        Assert.AreEqual("1.0.0", verdict.Decisive!.KnownSince!.Text);
        Assert.IsNull(PinUpdate.After(Package(), Found.Seen(Past), verdict, new(2026, 11, 22)));
    }

    [TestMethod]
    public void Author_who_was_accepted_without_a_repository_loses_none() => Judged
        .Verdict(Past, Pinned("1.0.0", null, Contoso, NuGetOrg("ann")), Accepted("1.2.0", "repository-lost", Contoso), Noted)
        .Says(VerdictKind.Notice, "repository-lost");

    [TestMethod]
    public void Author_who_always_had_the_repository_loses_it() => Judged
        .Verdict(Past, Pinned("1.0.0", null, Contoso, NuGetOrg("ann")), Noted)
        .Says(VerdictKind.Review, "repository-lost");

    [TestMethod]
    public void Author_who_came_alone_by_a_mere_notice_loses_the_repository() => Judged
        .Verdict(Past, Edited.Noticed("1.0.0", "author-namesake", author: Contoso), Noted)
        .Says(VerdictKind.Review, "repository-lost");

    [TestMethod]
    public void Another_author_who_came_alone_makes_it_no_less_a_loss() => Judged
        .Verdict(Past, Pinned("1.0.0", author: Mallory), Accepted("1.5.0", "author-changed", Contoso, NuGetOrg("ann")))
        .Says(VerdictKind.Review, "repository-lost");

    [TestMethod]
    public void Author_who_came_alone_before_the_present_one_does_not_come_back() => Judged
        .Verdict(Found.In(author: Found.Signed(Mallory)), Pinned("1.0.0", author: Mallory), Accepted("1.5.0", "author-changed", Contoso, NuGetOrg("ann")))
        .Says(VerdictKind.Review, "author-changed", "repository-lost");

    [TestMethod]
    public void Namesake_of_the_author_loses_the_repository() => Judged
        .Verdict(Found.In(author: Found.Signed(Namesake)), Pinned("1.0.0", author: Smith), Edited.Noticed("1.5.0", "repository-gained", author: Smith, repository: NuGetOrg("ann")))
        .Says(VerdictKind.Review, "author-namesake", "repository-lost");

    [TestMethod]
    public void Package_that_has_lost_both_signatures_is_asked_about() => Judged
        .Verdict(Found.In(), Alone, Noted)
        .Says(VerdictKind.Review, "author-lost", "repository-lost");

    [TestMethod]
    public void Repository_is_a_loss_where_the_reviewed_lock_knows_no_other_way() => Assert.AreEqual(
        VerdictKind.Review,
        Judged.After([Noted], Past, Alone, Noted).Changes.Single(change => change.Rule.Slug == "repository-lost").Verdict);

    [TestMethod]
    public void Repository_is_a_loss_once_anybody_was_taken_back() => Judged
        .Verdict(Past, Alone, Noted, Accepted("1.7.0", "reverted", Contoso, NuGetOrg("ann")))
        .Says(VerdictKind.Review, "repository-lost");

    private static Pin Accepted(string since, string change, AuthorIdentity author, RepositoryIdentity? repository = null) =>
        Pinned(since, null, author, repository) with { Origin = new PinOrigin.Accepted(change, "jo@contoso.example", default, "as announced") };
}
