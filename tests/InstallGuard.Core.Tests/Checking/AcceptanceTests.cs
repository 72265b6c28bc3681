using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>A person accepts what was shown, and nothing else.</summary>
[TestClass]
public sealed class AcceptanceTests
{
    private static readonly PackageId Json = PackageId.Parse("Contoso.Json");

    private readonly Machine _machine = new();

    [TestMethod]
    public void Accepted_change_stands_in_the_lock_with_who_when_and_why()
    {
        Refuse("bob");

        var pin = ((AcceptanceResult.Written)_machine.Accept()).Changes.Single().Pin;

        Assert.AreEqual(new PinOrigin.Accepted("owners-replaced", "jo@contoso.example", new(2026, 11, 21), "moved"), pin.Origin);
        Assert.AreEqual("1.0.0 2.0.0", string.Join(' ', _machine.Lock.Document.PinsOf(Json).Select(one => one.Since)));
    }

    [TestMethod]
    public void Accepted_package_passes_at_the_next_restore()
    {
        Refuse("bob");
        _machine.Accept();

        Assert.AreEqual(Outcome.Clean, _machine.Restore(FakePackageFile.OwnedBy("bob")).Outcome);
    }

    [TestMethod]
    public void Publisher_before_and_publisher_after_stay_blocked()
    {
        Refuse("bob");
        _machine.Accept();

        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.OwnedBy("ann", version: "2.0.1")).Outcome);
        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.OwnedBy("mallory", version: "2.0.1")).Outcome);
    }

    [TestMethod]
    public void Earlier_version_of_the_accepted_publisher_stays_blocked()
    {
        Refuse("bob");
        _machine.Accept();

        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.OwnedBy("bob", version: "1.5.0")).Outcome);
    }

    [TestMethod]
    public void Change_that_was_never_shown_cannot_be_accepted() =>
        Assert.IsInstanceOfType<ShownChange.None>(_machine.Shown());

    [TestMethod]
    public void Change_of_another_version_cannot_be_accepted()
    {
        Refuse("bob");

        Assert.IsInstanceOfType<ShownChange.None>(_machine.Shown(version: "2.0.1"));
        Assert.AreEqual(0, _machine.Lock.Writes);
    }

    [TestMethod]
    public void Accepted_change_is_not_there_to_be_accepted_again()
    {
        Refuse("bob");
        _machine.Accept();

        Assert.IsInstanceOfType<ShownChange.None>(_machine.Shown());
    }

    [TestMethod]
    public void Several_versions_are_not_accepted_at_once()
    {
        Refuse("bob");
        Refuse("bob", "2.1.0");

        Assert.IsInstanceOfType<ShownChange.Several>(_machine.Shown());
        Assert.IsInstanceOfType<AcceptanceResult.Written>(_machine.Accept(version: "2.1.0"));
        Assert.AreEqual("1.0.0 2.1.0", string.Join(' ', _machine.Lock.Document.PinsOf(Json).Select(pin => pin.Since)));
    }

    [TestMethod]
    public void Latest_look_at_a_version_is_the_one_that_is_accepted()
    {
        Refuse("bob");
        Refuse("mallory");

        Assert.AreEqual(Publishers.NuGetOrg("mallory"), ((AcceptanceResult.Written)_machine.Accept()).Changes.Single().Pin.Identity.Repository);
    }

    [TestMethod]
    public void One_version_with_different_bytes_is_not_accepted_without_naming_them()
    {
        _machine.Knows("ann");
        foreach (var (owner, contents) in new[] { ("bob", 'b'), ("mallory", 'c') })
        {
            _machine.Restore(FakePackageFile.Of(Found.In(
                Publishers.Package(version: "2.0.0"), repository: Found.Countersigned(Publishers.NuGetOrg(owner)), contents: contents)));
        }

        Assert.HasCount(2, ((ShownChange.Several)_machine.Shown(version: "2.0.0")).Refusals);
        Assert.AreEqual(0, _machine.Lock.Writes);

        var written = (AcceptanceResult.Written)_machine.Accept(packageHash: Found.Hash('b').Base64[..8]);

        Assert.AreEqual(Publishers.NuGetOrg("bob"), written.Changes.Single().Pin.Identity.Repository);
    }

    [TestMethod]
    public void Change_that_the_lock_lets_through_by_now_needs_no_acceptance()
    {
        Refuse("bob");
        _machine.Knows("bob", since: "2.0.0");

        Assert.IsInstanceOfType<AcceptanceResult.NotNeeded>(_machine.Accept());
        Assert.AreEqual(0, _machine.Lock.Writes);
    }

    [TestMethod]
    public void What_waits_for_a_decision_is_what_is_blocked_and_could_be_accepted()
    {
        Refuse("bob", "3.0.0");
        Refuse("bob");
        _machine.Restore(FakePackageFile.Of(Found.In(Publishers.Package("Contoso.Xml"), author: Found.Invalid<AuthorSignature>())));

        Assert.AreEqual("Contoso.Json 2.0.0, Contoso.Json 3.0.0", string.Join(", ", _machine.Waiting));

        _machine.Knows("bob", since: "2.0.0");

        Assert.AreEqual("", string.Join(", ", _machine.Waiting.Where(package => package.Version.Text == "2.0.0")));
    }

    [TestMethod]
    public void Signature_that_does_not_verify_cannot_be_accepted()
    {
        _machine.Restore(FakePackageFile.Of(Found.In(author: Found.Invalid<AuthorSignature>())));

        Assert.IsInstanceOfType<AcceptanceResult.NotAcceptable>(_machine.Accept());
        Assert.AreEqual(0, _machine.Lock.Writes);
    }

    [TestMethod]
    public void What_nobody_can_accept_is_not_on_the_list_of_what_was_collected()
    {
        _machine.Knows("ann");
        _machine.Restore(
            FakePackageFile.OwnedBy("bob"),
            FakePackageFile.Of(Found.In(Publishers.Package("Contoso.Forged"), author: Found.Invalid<AuthorSignature>())));
        _machine.Refusals.MarkAudit(Machine.Now);

        var collected = _machine.Collected();

        Assert.AreEqual("Contoso.Json", collected.ToDecide.Single().Refusal.Package.Id.Text);
        Assert.AreEqual("Contoso.Forged", collected.Beyond.Single().Package.Id.Text);
        Assert.IsInstanceOfType<AcceptanceResult.Written>(_machine.AcceptAll([.. collected.ToDecide.Select(one => one.Refusal)]));
    }

    [TestMethod]
    public void What_the_lock_lets_through_by_now_is_not_on_the_list_either()
    {
        Refuse("bob");
        _machine.Refusals.MarkAudit(Machine.Now);
        _machine.Knows("bob", since: "2.0.0");

        Assert.IsEmpty(_machine.Collected().ToDecide);
        Assert.IsEmpty(_machine.Collected().Beyond);
    }

    [TestMethod]
    public void Contents_that_changed_cannot_be_accepted()
    {
        _machine.Saw(Publishers.Package(), 'a');
        _machine.Restore(FakePackageFile.OwnedBy("ann"));

        Assert.IsInstanceOfType<AcceptanceResult.NotAcceptable>(_machine.Accept());
    }

    [TestMethod]
    public void Missing_signature_that_the_source_promised_cannot_be_accepted()
    {
        using var bytes = new FakePackageFile.Bytes(Found.Seen(Found.In()));
        var one = _machine.PackageCheck.Check(
            Publishers.Package(), FakePackageFile.Feed, bytes, new(Publishers.NuGetIndex, true, [Found.Digest('2')], IsProven: true), [], CancellationToken.None);
        Assert.AreEqual(VerdictKind.Reject, one.Verdict.Kind);
        _machine.Refusals.Remember([new(one.Package, one.Source, one.Evidence!, ((Look.Seen)one.Look).Announced, Machine.Now)]);

        Assert.IsInstanceOfType<AcceptanceResult.NotAcceptable>(_machine.Accept());
    }

    [TestMethod]
    public void Announced_certificate_is_written_into_the_lock_and_counts_for_that_package_alone()
    {
        _machine.Knows("ann");
        _machine.Knows("ann", id: "Contoso.Xml");
        Assert.AreEqual(VerdictKind.Review, CheckUnlisted("2.0.0").Verdict.Kind);
        _machine.Refusals.Remember([Refusal.Of(CheckUnlisted("2.0.0"), Machine.Now)!]);

        Assert.IsInstanceOfType<AcceptanceResult.Written>(_machine.Accept());

        var pin = _machine.Lock.Document.PinsOf(Json)[^1];
        Assert.AreEqual(Publishers.NuGetOrg("ann"), pin.Identity.Repository);
        Assert.AreEqual($"sha256:{Found.Digest('9')}", ((PinOrigin.Accepted)pin.Origin).RepositoryCertificate);
        Assert.AreEqual(VerdictKind.Match, CheckUnlisted("2.0.1").Verdict.Kind);
        Assert.AreEqual(VerdictKind.Reject, CheckUnlisted("2.0.1", certificate: '8').Verdict.Kind);
        Assert.AreEqual(VerdictKind.Review, CheckUnlisted("2.0.1", owner: "mallory").Verdict.Kind);
        Assert.AreEqual(VerdictKind.Review, CheckUnlisted("2.0.1", id: "Contoso.Xml").Verdict.Kind);
    }

    [TestMethod]
    public void Announced_certificate_that_was_accepted_at_first_use_is_taken_back()
    {
        _machine.Refusals.Remember([Refusal.Of(CheckUnlisted("2.0.0"), Machine.Now)!]);
        _machine.Accept();

        Assert.IsInstanceOfType<ReversalResult.TakenOut>(_machine.Revert());

        Assert.IsEmpty(_machine.Lock.Document.PinsOf(Json));
        Assert.AreEqual(VerdictKind.Review, CheckUnlisted("2.0.0").Verdict.Kind);
    }

    [TestMethod]
    public void What_counts_by_this_lock_alone_is_remembered_as_it_is_without_it()
    {
        _machine.Lock.Put(Json, new(PackageVersion.Parse("1.0.0"), Publishers.Who(repository: Publishers.NuGetOrg("bob")), new PinOrigin.Accepted("repository-certificate-announced", "jo", new(2026, 11, 21), "announced")
        {
            RepositoryCertificate = $"sha256:{Found.Digest('9')}",
        }));

        var one = CheckUnlisted("2.0.0");

        Assert.AreEqual(VerdictKind.Review, one.Verdict.Kind);
        Assert.IsFalse(one.Evidence!.IsLasting);
        Assert.AreEqual(Unlisted("2.0.0"), Refusal.Of(one, Machine.Now)!.Evidence);
    }

    private static PackageEvidence Unlisted(string version, char certificate = '9', string owner = "ann", string id = "Contoso.Json") =>
        Found.In(Publishers.Package(id, version), repository: Found.Unlisted(Publishers.NuGetOrg(owner), certificate));

    private CheckedPackage CheckUnlisted(string version, char certificate = '9', string owner = "ann", string id = "Contoso.Json")
    {
        var look = Found.Seen(Unlisted(version, certificate, owner, id), Found.AnnouncedAtHome());
        return _machine.PackageCheck.Decide(Publishers.Package(id, version), FakePackageFile.Feed, look, _machine.Lock.Document.PinsOf(PackageId.Parse(id)));
    }

    [TestMethod]
    public void Nothing_is_accepted_while_the_ledger_cannot_be_read()
    {
        Refuse("bob");
        _machine.Sightings.Broken = true;

        Assert.IsInstanceOfType<AcceptanceResult.NotAcceptable>(_machine.Accept());
    }

    [TestMethod]
    public void Acceptance_is_decided_again_when_another_writer_is_faster()
    {
        Refuse("bob");
        _machine.Lock.BeforeReplacing = () =>
        {
            _machine.Lock.BeforeReplacing = null;
            _machine.Knows("cid", id: "Other.Package");
        };

        Assert.IsInstanceOfType<AcceptanceResult.Written>(_machine.Accept());
        Assert.AreEqual(2, _machine.Lock.Document.Count);
    }

    [TestMethod]
    [DataRow("", "moved")]
    [DataRow("jo", "")]
    public void Acceptance_never_leaves_a_lock_that_cannot_be_read(string by, string reason)
    {
        Refuse("bob");
        try
        {
            _machine.Accept(by: by, reason: reason);
        }
        catch (ArgumentException)
        {
            Assert.AreEqual(0, _machine.Lock.Writes);
        }

        Assert.AreEqual(1, LockReader.Read(LockWriter.Write(_machine.Lock.Document)).Count);
    }

    [TestMethod]
    public void Change_is_not_accepted_against_another_lock_than_it_was_shown_against()
    {
        // Shown: ann became bob. By now the lock says that cid publishes it, and nobody has seen cid become bob.
        Refuse("bob");
        _machine.Knows("cid", since: "1.5.0");

        Assert.IsInstanceOfType<AcceptanceResult.ShownOtherwise>(_machine.Accept());
        _machine.WroteNothing();
    }

    [TestMethod]
    public void Set_is_accepted_as_one_step_for_one_reason()
    {
        var shown = RefuseTwo();

        var written = (AcceptanceResult.Written)_machine.AcceptAll(shown, reason: "moved to the organisation's account");

        Assert.HasCount(2, written.Changes);
        Assert.AreEqual(1, _machine.Lock.Writes);
        Assert.AreEqual(
            "Contoso.Json Contoso.Text",
            string.Join(' ', _machine.Lock.Document.Packages.Where(entry => entry.Value[^1].Origin is PinOrigin.Accepted { Reason: "moved to the organisation's account" }).Select(entry => entry.Key)));
        Assert.IsEmpty(_machine.Refusals.All);
    }

    [TestMethod]
    public void Set_of_which_one_cannot_be_accepted_is_not_accepted_at_all()
    {
        var shown = RefuseTwo();
        _machine.Saw(Publishers.Package("Contoso.Text"), 'a');

        var bad = (AcceptanceResult.NotAcceptable)_machine.AcceptAll(shown);

        Assert.AreEqual("Contoso.Text 2.0.0", bad.Packages.Single().Package.ToString());
        Assert.AreEqual(0, _machine.Lock.Writes);
        Assert.HasCount(2, _machine.Refusals.All);
    }

    [TestMethod]
    public void Set_leaves_out_what_the_lock_lets_through_by_now()
    {
        var shown = RefuseTwo();
        _machine.Knows("bob", since: "2.0.0", id: "Contoso.Text");

        Assert.AreEqual("Contoso.Json", ((AcceptanceResult.Written)_machine.AcceptAll(shown)).Changes.Single().Package.Package.Id.Text);
    }

    [TestMethod]
    public void Acceptance_of_one_version_lets_its_author_s_other_changes_alarm_again()
    {
        Refuse("bob");
        _machine.Accept();

        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.OwnedBy("bob,mallory", version: "2.0.1")).Outcome);
    }

    private List<Refusal> RefuseTwo()
    {
        _machine.Knows("ann");
        _machine.Knows("ann", id: "Contoso.Text");
        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.OwnedBy("bob"), FakePackageFile.OwnedBy("bob", "Contoso.Text")).Outcome);
        return [.. _machine.Refusals.All];
    }

    private void Refuse(string owner, string version = "2.0.0")
    {
        _machine.Knows("ann");
        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.OwnedBy(owner, version: version)).Outcome);
    }
}
