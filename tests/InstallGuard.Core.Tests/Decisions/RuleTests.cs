using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>One test for each rule that a decision can end with: what triggers it, its code, and what it means.</summary>
[TestClass]
public sealed class RuleTests
{
    private static readonly Finding<RepositorySignature> ByAnn = Found.Countersigned(NuGetOrg("ann"));

    [TestMethod]
    public void IG1001_Package_without_a_pin_is_a_first_use() =>
        Says("IG1001", VerdictKind.FirstUse, Judged.Verdict(Found.In(repository: ByAnn)));

    [TestMethod]
    public void IG1010_Provenance_that_is_gone_needs_review() =>
        Says("IG1010", VerdictKind.Review, Judged.Verdict(Found.In(repository: ByAnn), Pinned("1.0.0", Build, null, NuGetOrg("ann"))));

    [TestMethod]
    public void IG1011_Stripped_author_signature_needs_review() =>
        Says("IG1011", VerdictKind.Review, Judged.Verdict(Found.In(repository: ByAnn), Pinned("1.0.0", null, Contoso, NuGetOrg("ann"))));

    [TestMethod]
    public void IG1012_Stripped_repository_signature_needs_review() =>
        Says("IG1012", VerdictKind.Review, Judged.Verdict(Found.In(author: Found.Signed(Contoso)), Pinned("1.0.0", null, Contoso, NuGetOrg("ann"))));

    [TestMethod]
    public void IG1013_Provenance_on_an_unsigned_package_needs_review() =>
        Says("IG1013", VerdictKind.Review, Judged.Verdict(Found.In(provenance: Found.Built(MalloryBuild)), Pinned("1.0.0")));

    [TestMethod]
    public void IG1014_Author_signature_on_an_unsigned_package_needs_review() =>
        Says("IG1014", VerdictKind.Review, Judged.Verdict(Found.In(author: Found.Signed(Mallory)), Pinned("1.0.0")));

    [TestMethod]
    public void IG1015_Repository_signature_on_an_unsigned_package_needs_review() =>
        Says("IG1015", VerdictKind.Review, Judged.Verdict(Found.In(repository: Found.Countersigned(NuGetOrg("mallory"))), Pinned("1.0.0")));

    [TestMethod]
    public void IG1020_Changed_author_needs_review() =>
        Says("IG1020", VerdictKind.Review, Judged.Verdict(Found.In(author: Found.Signed(Mallory)), Pinned("1.0.0", null, Contoso)));

    [TestMethod]
    public void IG1021_Renewed_author_is_a_match() =>
        Says("IG1021", VerdictKind.Match, Judged.Verdict(Found.In(author: Found.Signed(Contoso with { Registration = "HRB1" })), Pinned("1.0.0", null, Contoso)));

    [TestMethod]
    public void IG1022_Author_of_the_same_name_elsewhere_is_a_notice() =>
        Says("IG1022", VerdictKind.Notice, Judged.Verdict(Found.In(author: Found.Signed(Namesake)), Pinned("1.0.0", null, Smith)));

    [TestMethod]
    public void IG1030_Added_owner_needs_review() =>
        Says("IG1030", VerdictKind.Review, Judged.Verdict(Found.In(repository: Found.Countersigned(NuGetOrg("ann", "mallory"))), Pinned("1.0.0", null, null, NuGetOrg("ann"))));

    [TestMethod]
    public void IG1031_Removed_owner_is_a_notice() =>
        Says("IG1031", VerdictKind.Notice, Judged.Verdict(Found.In(repository: ByAnn), Pinned("1.0.0", null, null, NuGetOrg("ann", "bob"))));

    [TestMethod]
    public void IG1032_Replaced_owners_need_review() =>
        Says("IG1032", VerdictKind.Review, Judged.Verdict(Found.In(repository: Found.Countersigned(NuGetOrg("mallory"))), Pinned("1.0.0", null, null, NuGetOrg("ann", "bob"))));

    [TestMethod]
    public void IG1033_Another_repository_with_the_same_account_name_needs_review() =>
        Says("IG1033", VerdictKind.Review, Judged.Verdict(Found.In(repository: Found.Countersigned(new("https://feed.example/index.json", new(["ann"])))), Pinned("1.0.0", null, null, NuGetOrg("ann"))));

    [TestMethod]
    public void IG1034_Certificate_that_the_public_repositorys_feed_announces_needs_review_whatever_vouches()
    {
        var verdict = Announced(Found.AnnouncedAtHome(), Pinned("1.0.0", Build, Contoso, NuGetOrg("ann")));

        verdict.Says(VerdictKind.Review, "repository-certificate-announced");
        Assert.Contains(KnownRepository.NuGetOrg.Certificates.First().Hex[..16], verdict.Decisive!.Pinned);
        Assert.Contains(new string('9', 16), verdict.Decisive.Seen);
    }

    [TestMethod]
    public void IG1034_Certificate_that_a_private_feed_began_to_announce_needs_review()
    {
        const string feed = "https://feed.contoso.example/v3/index.json";
        RepositoryIdentity team = new(feed, new(["team"]));
        Verdict After(params Sha256Digest[] known) => Decide.For(
            Package(),
            [Pinned("1.0.0", null, null, team)],
            Found.Seen(Found.In(repository: Found.Unlisted(team, serviceIndex: feed)), Found.AnnouncedAtHome(serviceIndex: feed) with { Known = [.. known] }),
            []);

        After(Found.Digest('8')).Says(VerdictKind.Review, "repository-certificate-announced");
        Assert.AreEqual($"{feed}, sha256:{new string('8', 16)}…", After(Found.Digest('8')).Decisive!.Pinned);
        Assert.AreEqual($"{feed}, no certificate", After().Decisive!.Pinned);
    }

    [TestMethod]
    public void IG1034_Announced_certificate_is_no_first_use() =>
        Announced(Found.AnnouncedAtHome()).Says(VerdictKind.Review, "repository-certificate-announced");

    [TestMethod]
    public void IG1034_Announced_certificate_does_not_hide_that_the_owners_changed() =>
        Announced(Found.AnnouncedAtHome(), Pinned("1.0.0", Build, Contoso, NuGetOrg("bob"))).Says(VerdictKind.Review, "repository-certificate-announced", "owners-replaced");

    [TestMethod]
    public void IG2003_Certificate_of_the_public_repository_that_its_feed_does_not_announce_is_rejected()
    {
        Pin[] pins = [Pinned("1.0.0", Build, Contoso, NuGetOrg("ann"))];

        Assert.AreEqual(VerdictKind.Reject, Announced(null, pins).Kind);
        Assert.AreEqual(VerdictKind.Reject, Announced(Found.AnnouncedAtHome(certificate: '8'), pins).Kind);
        Assert.AreEqual(VerdictKind.Reject, Announced(Found.AnnouncedAtHome(isProven: false), pins).Kind);
        Assert.AreEqual(VerdictKind.Reject, Announced(Found.AnnouncedAtHome(serviceIndex: "https://feed.contoso.example/index.json"), pins).Kind);
        Assert.AreEqual(VerdictKind.Reject, Announced(Found.AnnouncedAtHome(serviceIndex: NuGetHome.Replace("v3", "V3", StringComparison.Ordinal)), pins).Kind);
    }

    [TestMethod]
    public void IG1040_Build_from_a_fork_of_the_same_name_needs_review() =>
        Says("IG1040", VerdictKind.Review, BuiltAs(MalloryBuild));

    [TestMethod]
    public void IG1040_Build_under_another_owner_id_needs_review() =>
        Says("IG1040", VerdictKind.Review, BuiltAs(Build with { OwnerId = "909" }));

    [TestMethod]
    public void IG1041_Another_workflow_needs_review() =>
        Says("IG1041", VerdictKind.Review, BuiltAs(Build with { Workflow = Build.RepositoryUri + "/.github/workflows/other.yml" }));

    [TestMethod]
    public void IG1041_Another_signer_needs_review() =>
        Says("IG1041", VerdictKind.Review, BuiltAs(Build with { Signer = Build.RepositoryUri + "/.github/workflows/other.yml" }));

    [TestMethod]
    public void IG1042_Self_hosted_runner_needs_review() =>
        Says("IG1042", VerdictKind.Review, BuiltAs(Build with { Runner = "self-hosted" }));

    [TestMethod]
    public void Gained_deployment_environment_is_no_change() =>
        Assert.AreEqual(VerdictKind.Match, Judged.Verdict(Found.In(provenance: Found.Built(Build with { Environment = "production" })), Pinned("1.0.0", Build)).Kind);

    [TestMethod]
    public void IG1042_Lost_deployment_environment_needs_review() => Says(
        "IG1042",
        VerdictKind.Review,
        Judged.Verdict(Found.In(provenance: Found.Built(Build)), Pinned("1.0.0", Build with { Environment = "production" })));

    [TestMethod]
    public void IG1043_Another_issuer_needs_review() =>
        Says("IG1043", VerdictKind.Review, BuiltAs(Build with { Issuer = "https://gitlab.com" }));

    [TestMethod]
    public void Renamed_source_repository_is_a_match() => BuiltAs(Build with
    {
        RepositoryUri = "https://github.com/contoso/new",
        Workflow = "https://github.com/contoso/new/.github/workflows/release.yml",
        Signer = "https://github.com/contoso/new/.github/workflows/release.yml",
    }).Says(VerdictKind.Match);

    [TestMethod]
    public void IG2001_Author_signature_that_does_not_verify_is_rejected() => Says(
        "IG2001",
        VerdictKind.Reject,
        Judged.Verdict(Found.In(author: Found.Invalid<AuthorSignature>()), Pinned("1.0.0", null, Contoso)));

    [TestMethod]
    public void IG2001_Repository_signature_that_does_not_verify_is_rejected() => Says(
        "IG2001",
        VerdictKind.Reject,
        Judged.Verdict(Found.In(repository: Found.Invalid<RepositorySignature>(SignatureCheck.PackageHash)), Pinned("1.0.0", null, null, NuGetOrg("ann"))));

    [TestMethod]
    public void IG2001_Authority_that_nobody_trusts_is_told_from_a_damaged_file()
    {
        var verdict = Judged.Verdict(Found.In(author: Found.Invalid<AuthorSignature>(SignatureCheck.Chain)), Pinned("1.0.0", null, Contoso));

        Says("IG2001", VerdictKind.Reject, verdict);
        Assert.Contains("not trusted here", verdict.Changes[0].Usually);
        Assert.Contains("INSTALLGUARD_TRUSTED_ROOTS", verdict.Changes[0].Remedy!);
    }

    [TestMethod]
    public void IG2002_Provenance_for_other_bytes_is_rejected() => Says(
        "IG2002",
        VerdictKind.Reject,
        Judged.Verdict(Found.In(provenance: Found.Invalid<BuildProvenance>()), Pinned("1.0.0", Build)));

    [TestMethod]
    public void IG2003_Repository_signature_with_a_strangers_certificate_is_rejected() => Says(
        "IG2003",
        VerdictKind.Reject,
        Judged.Verdict(Found.In(repository: Found.Invalid<RepositorySignature>(SignatureCheck.KnownRepository)), Pinned("1.0.0", null, null, NuGetOrg("ann"))));

    [TestMethod]
    public void IG2004_Malformed_file_is_rejected() =>
        Says("IG2004", VerdictKind.Reject, Decide.For(Package(), [Pinned("1.0.0")], new Look.Malformed("two manifests"), []));

    [TestMethod]
    [DataRow("Contoso.Jsom", "2.0.0")]
    [DataRow("Contoso.Json", "1.9.9")]
    [DataRow("Contoso.Json", "2.0.0-rc.1")]
    public void IG2004_Package_that_declares_to_be_another_is_rejected(string id, string version)
    {
        var replayed = Found.In(Package(id, version), repository: ByAnn);

        Says("IG2004", VerdictKind.Reject, Decide.For(Package(), [Pinned("1.0.0", null, null, NuGetOrg("ann"))], Found.Seen(replayed), []));
    }

    [TestMethod]
    [DataRow("CONTOSO.json", "2.0")]
    [DataRow("Contoso.Json", "2.0.0+build")]
    public void Package_that_spells_its_own_name_otherwise_is_a_match(string id, string version) => Decide
        .For(Package(), [Pinned("1.0.0", null, null, NuGetOrg("ann"))], Found.Seen(Found.In(Package(id, version), repository: ByAnn)), [])
        .Says(VerdictKind.Match);

    [TestMethod]
    public void IG2005_Unsigned_package_of_a_source_that_signs_everything_is_rejected() => Says(
        "IG2005", VerdictKind.Reject, Decide.For(Package(), [Pinned("1.0.0")], Found.Seen(Found.In(), new(NuGetIndex, true, [Found.Digest('2')], IsProven: true)), []));

    [TestMethod]
    public void IG2005_Signature_with_a_certificate_that_the_source_does_not_announce_is_rejected() => Says(
        "IG2005",
        VerdictKind.Reject,
        Decide.For(Package(), [Pinned("1.0.0", null, null, NuGetOrg("ann"))], Found.Seen(Found.In(repository: ByAnn), new(NuGetIndex, true, [Found.Digest('9')], IsProven: true)), []));

    [TestMethod]
    [DataRow(true, '2')]
    [DataRow(false, '9')]
    public void Announced_certificate_and_a_source_that_does_not_promise_are_a_match(bool allSigned, char certificate) => Decide
        .For(Package(), [Pinned("1.0.0", null, null, NuGetOrg("ann"))], Found.Seen(Found.In(repository: ByAnn), new(NuGetIndex, allSigned, [Found.Digest(certificate)], IsProven: true)), [])
        .Says(VerdictKind.Match);

    [TestMethod]
    public void IG2010_Same_version_with_other_contents_is_rejected() => Says(
        "IG2010",
        VerdictKind.Reject,
        Decide.For(Package(), [Pinned("1.0.0", null, null, NuGetOrg("ann"))], Found.Seen(Found.In(repository: ByAnn, contents: 'b')), [Found.Digest('a')]));

    [TestMethod]
    public void IG2010_Contents_that_changed_back_are_still_rejected() => Says(
        "IG2010",
        VerdictKind.Reject,
        Decide.For(Package(), [Pinned("1.0.0", null, null, NuGetOrg("ann"))], Found.Seen(Found.In(repository: ByAnn, contents: 'a')), [Found.Digest('a'), Found.Digest('b')]));

    [TestMethod]
    public void Same_contents_as_before_are_a_match() => Decide
        .For(Package(), [Pinned("1.0.0", null, null, NuGetOrg("ann"))], Found.Seen(Found.In(repository: ByAnn, contents: 'a')), [Found.Digest('a')])
        .Says(VerdictKind.Match);

    [TestMethod]
    public void IG2011_Installed_files_that_are_not_in_the_package_are_rejected() => Says(
        "IG2011",
        VerdictKind.Reject,
        Decide.For(Package(), [Pinned("1.0.0", null, null, NuGetOrg("ann"))], Found.Seen(Found.In(repository: ByAnn)) with { Altered = new("build/a.targets", "no such file", "12 bytes") }, []));

    [TestMethod]
    public void IG3001_File_that_could_not_be_read_is_undetermined() =>
        Says("IG3001", VerdictKind.Undetermined, Decide.For(Package(), [Pinned("1.0.0")], new Look.Failed("no such file"), []));

    [TestMethod]
    public void IG3001_File_that_could_not_be_read_is_no_first_use() =>
        Says("IG3001", VerdictKind.Undetermined, Decide.For(Package(), [], new Look.Failed("no such file"), []));

    private static Verdict BuiltAs(ProvenanceIdentity seen) =>
        Judged.Verdict(Found.In(provenance: Found.Built(seen)), Pinned("1.0.0", Build));

    private static Verdict Announced(RepositoryAnnouncement? announced, params Pin[] pins) => Decide.For(
        Package(), pins, Found.Seen(Found.In(provenance: Found.Built(Build), author: Found.Signed(Contoso), repository: Found.Unlisted(NuGetOrg("ann"))), announced), []);

    private static void Says(string code, VerdictKind kind, Verdict verdict)
    {
        Assert.AreEqual(code, string.Join(", ", verdict.Changes.Select(change => change.Rule.Code)));
        Assert.AreEqual(kind, verdict.Kind);
        Assert.AreEqual(code, verdict.Decisive!.Rule.Code);
        Assert.AreEqual(kind, verdict.Decisive.Verdict);
    }
}
