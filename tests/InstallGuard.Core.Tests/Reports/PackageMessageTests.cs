using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>What a person reads: fixtures/messages, one file for each rule that a package can have.</summary>
[TestClass]
public sealed class PackageMessageTests
{
    private const string Feed = "https://feed.example/index.json";

    private static readonly RepositoryIdentity Ann = NuGetOrg("ann");

    public static IEnumerable<object[]> Names => All().Select(message => new object[] { message.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Message_reads_as_expected(string name)
    {
        var package = All().Single(message => message.Name == name).Package;

        Snapshot.Matches(
            PackageMessage.Text(package), Fixtures.Path("messages", name + ".txt"));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Decision_as_json_reads_as_expected(string name) =>
        Snapshot.Matches(DecisionReport.Json(All().Single(message => message.Name == name).Package), Fixtures.Path("messages", name + ".json"));

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Explanation_reads_as_expected(string name)
    {
        var package = All().Single(message => message.Name == name).Package;

        Snapshot.Matches(
            string.Join('\n', PackageMessage.Shown(package).Select(change => $"{change.Rule}: {Softening.Of(package, change) ?? "nothing to soften"}").Concat(WhereToLook.For(package))),
            Fixtures.Path("explanations", name + ".txt"));
    }

    [TestMethod]
    public void Every_rule_has_its_message()
    {
        var ofTheRestore = RestoreMessageTests.All.Select(message => message.Problem.Rule.Slug).Append(RuleCatalog.WithoutLedger.Slug);
        var shown = All().SelectMany(message => message.Package.Verdict.Changes).Select(change => change.Rule.Slug).ToHashSet();

        Assert.AreEqual("", string.Join(' ', RuleCatalog.All.Select(rule => rule.Slug).Except(ofTheRestore.Except(["undetermined"])).Except(shown)));
    }

    [TestMethod]
    public void Every_file_belongs_to_a_message()
    {
        var files = Directory.EnumerateFiles(Fixtures.Path("messages"), "*.txt").Select(Path.GetFileNameWithoutExtension);

        CollectionAssert.AreEquivalent(All().Select(message => message.Name).ToList(), files.ToList());
    }

    [TestMethod]
    public void Change_that_only_the_edit_of_the_lock_makes_is_not_said_to_wait()
    {
        var edit = Weakened(Pinned("1.0.0", repository: NuGetOrg("ann", "mallory")), Pinned("1.0.0", repository: NuGetOrg("bob")));
        var change = Weakened(Pinned("1.0.0", repository: NuGetOrg("bob")), Pinned("1.0.0", repository: NuGetOrg("bob", "cid")));

        Assert.Contains(one => one.Rule.Slug == "owners-replaced", edit.Verdict.Changes);
        Assert.DoesNotContain("IG1032", PackageMessage.Text(edit));
        Assert.DoesNotContain("IG1032", PackageMessage.Line(edit));
        Assert.Contains("also: IG1032 owners-replaced", PackageMessage.Text(change));
    }

    [TestMethod]
    public void Match_without_a_change_says_nothing() =>
        Assert.AreEqual("", PackageMessage.Text(Checked(new Policy(false), Found.In(repository: Found.Countersigned(Ann)), Pinned("1.0.0", repository: Ann))));

    [TestMethod]
    [DataRow("\u001b[2J")]
    [DataRow("ann\nerror IG0000: forged")]
    [DataRow("ann\u202e")]
    public void Owner_cannot_steer_the_terminal_or_forge_a_line(string owner)
    {
        var text = PackageMessage.Text(Checked(Policy.Default, Found.In(repository: Found.Countersigned(NuGetOrg(owner))), Pinned("1.0.0", repository: Ann)));

        Assert.IsFalse(text.Any(c => (char.IsControl(c) && c != '\n') || c == '\u202e'), text);
        Assert.IsFalse(text.Split('\n').Skip(1).Any(line => line.StartsWith("error", StringComparison.Ordinal)), text);
    }

    [TestMethod]
    public void What_was_pinned_and_what_is_there_now_never_read_the_same() => Always.Holds(
        from pinned in Any.Publisher
        from seen in Any.Publisher
        select Judged.Verdict(Any.Of(seen, PackageVersion.Parse("2.0.0")), new Pin(PackageVersion.Parse("1.0.0"), pinned, new PinOrigin.FirstUse(default))),
        verdict =>
        {
            foreach (var change in verdict.Changes)
            {
                Assert.AreNotEqual(change.Pinned, change.Seen, StringComparer.OrdinalIgnoreCase, change.Rule.Slug);
            }
        },
        tests: 3000);

    public static IEnumerable<object[]> BuildsThatDiffer =>
    [
        ["issuer", Build with { Issuer = "https://gitlab.com" }],
        ["owner id", Build with { OwnerId = "909" }],
        ["signer", Build with { Signer = "https://github.com/mallory/build/.github/workflows/pack.yml" }],
        ["runner", Build with { Runner = "self-hosted" }],
        ["workflow", Build with { Workflow = Build.RepositoryUri + "/.github/workflows/other.yml" }],
        ["repository", MalloryBuild],
    ];

    [TestMethod]
    [DynamicData(nameof(BuildsThatDiffer))]
    public void Change_of_the_build_shows_what_changed(string claim, object seen)
    {
        var change = Judged.Verdict(Found.In(provenance: Found.Built((ProvenanceIdentity)seen)), Pinned("1.0.0", Build)).Decisive!;

        Assert.AreNotEqual(change.Pinned, change.Seen, claim);
    }

    [TestMethod]
    [DataRow("Contoso Ltd", null, "US")]
    [DataRow("Contoso Ltd", "US", null)]
    [DataRow("Contoso Ltd, US", null, null)]
    public void Change_of_the_author_shows_what_changed(string name, string? organization, string? country)
    {
        var change = Judged
            .Verdict(Found.In(author: Found.Signed(new(name, organization, country, null, null))), Pinned("1.0.0", author: Contoso))
            .Decisive!;

        Assert.AreEqual("author-changed", change.Rule.Slug);
        Assert.AreNotEqual(change.Pinned, change.Seen);
    }

    [TestMethod]
    [DataRow(Disposition.Allow, "info")]
    [DataRow(Disposition.Record, "info")]
    [DataRow(Disposition.Warn, "warning")]
    [DataRow(Disposition.Block, "error")]
    public void Severity_follows_the_disposition(Disposition disposition, string word) => Assert.AreEqual(word, PackageMessage.Severity(disposition));

    private static IEnumerable<(string Name, CheckedPackage Package)> All()
    {
        var open = Policy.Default;
        var locked = new Policy(Locked: true);
        var signedByAnn = Found.In(repository: Found.Countersigned(Ann));
        var everything = Found.In(author: Found.Signed(Contoso), repository: Found.Countersigned(Ann));
        yield return ("first-use", Checked(open, everything));
        yield return ("first-use-unsigned", Checked(open, Found.In()));
        yield return ("first-use-locked", Checked(locked, everything));
        yield return ("first-use-locked-by-a-build-server", Checked(locked, everything) with { Locked = new(LockedBy.BuildServer, "linux-x64") });
        yield return ("provenance-lost", Checked(open, signedByAnn, Pinned("1.0.0", Build, null, Ann)));
        yield return ("author-lost", Checked(open, signedByAnn, Pinned("1.0.0", null, Contoso, Ann)));
        yield return ("repository-lost", Checked(open, Found.In(), Pinned("1.0.0", null, null, Ann)));
        yield return ("repository-lost-known", Checked(open, Found.In(author: Found.Signed(Contoso)), Pinned("1.0.0", author: Contoso), Pinned("1.5.0", null, Contoso, Ann)));
        yield return ("author-and-repository-lost", Checked(open, Found.In(), Pinned("1.0.0", null, Contoso, Ann)));
        yield return ("provenance-gained", Checked(open, Found.In(provenance: Found.Built(Build)), Pinned("1.0.0")));
        yield return ("provenance-gained-vouched", Checked(open, Found.In(provenance: Found.Built(Build), repository: Found.Countersigned(Ann)), Pinned("1.0.0", repository: Ann)));
        yield return ("author-gained", Checked(open, Found.In(author: Found.Signed(Contoso)), Pinned("1.0.0")));
        yield return ("author-gained-vouched", Checked(open, everything, Pinned("1.0.0", repository: Ann)));
        yield return ("repository-gained", Checked(open, signedByAnn, Pinned("1.0.0")));
        yield return ("author-changed", Checked(open, Found.In(author: Found.Signed(Mallory)), Pinned("1.0.0", author: Contoso)));
        yield return ("author-renewed", Checked(open, Found.In(author: Found.Signed(Contoso with { Registration = "HRB1" })), Pinned("1.0.0", author: Contoso)));
        yield return ("author-namesake", Checked(open, Found.In(author: Found.Signed(Namesake)), Pinned("1.0.0", author: Smith)));
        yield return ("author-namesake-of-a-subscriber", Checked(open, Found.In(author: Found.Signed(Smith)), Pinned("1.0.0", author: Smith with { Certified = null, Subscriber = "1.3.6.1.4.1.311.97.1" })));
        yield return ("author-namesake-who-does-not-vouch", Checked(open, Found.In(author: Found.Signed(Namesake), repository: Found.Countersigned(NuGetOrg("ann", "bob"))), Pinned("1.0.0", null, Smith, Ann)));
        yield return ("author-changed-known", Known(Found.In(author: Found.Signed(Mallory)), author: Mallory, before: Contoso));
        yield return ("owners-replaced-known", Known(Found.In(repository: Found.Countersigned(Ann)), repository: Ann));
        yield return ("owners-added", Owners(open, "ann", "ann,mallory"));
        yield return ("owners-added-vouched-by-author", Checked(open, Found.In(author: Found.Signed(Contoso), repository: Found.Countersigned(NuGetOrg("ann", "bob"))), Pinned("1.0.0", null, Contoso, Ann)));
        yield return ("owners-added-vouched-by-provenance", Checked(open, Found.In(provenance: Found.Built(Build), repository: Found.Countersigned(NuGetOrg("ann", "bob"))), Pinned("1.0.0", Build, null, Ann)));
        yield return ("owners-removed", Owners(open, "ann,bob", "ann"));
        yield return ("owners-removed-locked", Owners(locked, "ann,bob", "ann"));
        yield return ("owners-added-and-removed", Owners(open, "ann,bob", "ann,mallory"));
        yield return ("owners-replaced", Owners(open, "ann,bob", "mallory"));
        yield return ("owners-replaced-by-nobody", Owners(open, "ann,bob", ""));
        yield return ("repository-changed", Checked(open, Found.In(repository: Found.Countersigned(new(Feed, new(["ann"])))), Pinned("1.0.0", repository: Ann)));
        yield return ("repository-certificate-announced", Looked(Found.Seen(Found.In(repository: Found.Unlisted(Ann)), Found.AnnouncedAtHome()), Pinned("1.0.0", repository: Ann)));
        yield return ("repository-certificate-announced-by-a-private-feed", Looked(
            Found.Seen(Found.In(repository: Found.Unlisted(new(Feed, new(["ann"])), serviceIndex: Feed)), Found.AnnouncedAtHome(serviceIndex: Feed) with { Known = [Found.Digest('8')] }),
            Pinned("1.0.0", repository: new(Feed, new(["ann"])))));
        yield return ("source-repository-changed", BuiltAs(MalloryBuild));
        yield return ("workflow-changed", BuiltAs(Build with { Workflow = Build.RepositoryUri + "/.github/workflows/other.yml" }));
        yield return ("builder-weakened", BuiltAs(Build with { Runner = "self-hosted" }));
        yield return ("issuer-changed", BuiltAs(Build with { Issuer = "https://gitlab.com" }));
        yield return ("signature-invalid", Checked(open, Found.In(author: Found.Invalid<AuthorSignature>(SignatureCheck.PackageHash)), Pinned("1.0.0", author: Contoso)));
        yield return ("signature-invalid-at-first-use", Checked(open, Found.In(author: Found.Invalid<AuthorSignature>(SignatureCheck.PackageHash))));
        yield return ("provenance-invalid", Checked(open, Found.In(provenance: Found.Invalid<BuildProvenance>()), Pinned("1.0.0", Build)));
        yield return ("repository-forged", Checked(open, Found.In(repository: Found.Invalid<RepositorySignature>(SignatureCheck.KnownRepository)), Pinned("1.0.0", repository: Ann)));
        yield return ("package-malformed", Looked(new Look.Malformed("two entries are named [Content_Types].xml"), Pinned("1.0.0", repository: Ann)));
        yield return ("package-malformed-by-another-name", Looked(Found.Seen(Found.In(Package("Contoso.Jsom"))), Pinned("1.0.0", repository: Ann)));
        yield return ("repository-signature-missing", Looked(Found.Seen(Found.In(), new(NuGetIndex, true, [Found.Digest('2')], IsProven: true)), Pinned("1.0.0")));
        yield return ("content-changed", new(Package(), Feed, Found.Seen(signedByAnn), Decide.For(Package(), [Pinned("1.0.0", repository: Ann)], Found.Seen(signedByAnn), [Found.Digest('a')]), Disposition.Block));
        yield return ("packed-again", PackedAgain(signedByAnn, Pinned("1.0.0", repository: Ann)));
        yield return ("packed-again-unsigned", PackedAgain(Found.In(), Pinned("1.0.0")));
        yield return ("installation-altered", Looked(Found.Seen(signedByAnn) with { Altered = new("build/Contoso.Json.targets", "no such file", "1280 bytes, in /home/jo/repo/offline/contoso.json/2.0.0") }, Pinned("1.0.0", repository: Ann)));
        yield return ("feed-changed", Looked(Found.Seen(Found.In()), new Pin(PackageVersion.Parse("1.0.0"), PublisherIdentity.UnsignedFrom(FeedIdentity.Local), new PinOrigin.FirstUse(new(2026, 11, 21)))));
        yield return ("lock-weakened", Weakened(Pinned("1.0.0", null, Contoso, Ann), Pinned("1.0.0", repository: NuGetOrg("ann", "mallory"))));
        yield return ("lock-weakened-owner-exchanged", Weakened(Pinned("1.0.0", repository: NuGetOrg("ann", "mallory")), Pinned("1.0.0", repository: NuGetOrg("bob"))));
        yield return ("lock-weakened-pin-removed", Weakened(Pinned("1.0.0", null, Contoso, Ann)));
        yield return ("undetermined", Looked(new Look.Failed("contoso.json.2.0.0.nupkg: permission denied"), Pinned("1.0.0", repository: Ann)));
        yield return ("undetermined-at-first-use", Looked(new Look.Failed("the source answered 503")));
        yield return ("undetermined-not-sought", Checked(open, Found.In(provenance: Found.NotSought<BuildProvenance>()), Pinned("1.0.0", Build)));
        yield return ("hidden-characters", Owners(open, "ann", "mallory\u202e\u001b[2J\r\nerror IG0000: forged"));
    }

    private static CheckedPackage Owners(Policy policy, string pinned, string seen) => Checked(
        policy,
        Found.In(repository: Found.Countersigned(NuGetOrg(seen.Split(',', StringSplitOptions.RemoveEmptyEntries)))),
        Pinned("1.0.0", repository: NuGetOrg(pinned.Split(','))));

    private static CheckedPackage Known(PackageEvidence seen, AuthorIdentity? author = null, RepositoryIdentity? repository = null, AuthorIdentity? before = null)
    {
        var signed = new DateOnly(2026, 11, 20);
        return Checked(
            Policy.Default,
            seen,
            Pinned("1.0.0", null, before, before is null ? NuGetOrg("bob") : null) with { Signed = signed },
            Pinned("3.0.0", null, author, repository) with { Signed = signed, Origin = new PinOrigin.Accepted("owners-replaced", "jo@contoso.example", signed, "moved") });
    }

    private static CheckedPackage BuiltAs(ProvenanceIdentity seen) =>
        Checked(Policy.Default, Found.In(provenance: Found.Built(seen)), Pinned("1.0.0", Build));

    private static CheckedPackage Checked(Policy policy, PackageEvidence seen, params Pin[] pins)
    {
        var verdict = Judged.Verdict(seen, pins);
        return new(seen.Contents.Declared, Feed, Found.Seen(seen), verdict, policy.For(verdict.Kind));
    }

    private static CheckedPackage Weakened(Pin before, params Pin[] now)
    {
        var look = Found.Seen(Found.In(repository: Found.Countersigned(NuGetOrg("ann", "mallory"))));
        var verdict = Decide.For(Package(), now, look, [], new([before], "origin/main", []) { PutBack = "git checkout origin/main -- installguard.lock.json" });
        return new(Package(), Feed, look, verdict, Policy.Default.For(verdict.Kind));
    }

    private static CheckedPackage PackedAgain(PackageEvidence seen, Pin pin)
    {
        var look = Found.Seen(seen) with { From = FeedIdentity.Local };
        var verdict = Decide.For(Package(), [pin], look, [Found.Digest('a')]);
        return new(Package(), "/home/jo/packages", look, verdict, Policy.Default.For(verdict.Kind));
    }

    private static CheckedPackage Looked(Look look, params Pin[] pins)
    {
        var verdict = Decide.For(Package(), pins, look, []);
        return new(Package(), Feed, look, verdict, Policy.Default.For(verdict.Kind));
    }
}
