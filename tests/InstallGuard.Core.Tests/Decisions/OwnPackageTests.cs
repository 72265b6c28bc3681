using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>InstallGuard's own package is known by its contents, and may come from any feed.</summary>
[TestClass]
public sealed class OwnPackageTests
{
    private const string Id = "InstallGuard.Sdk";

    private readonly Machine _machine = new();

    [TestMethod]
    public void Contents_are_pinned_and_no_feed()
    {
        var pin = _machine.Restore(Own("0.2.0", 'c')).Recorded.Single().Pin;

        Assert.AreEqual(Found.Hash('c').Base64, pin.Identity.Contents!.Sha512);
        Assert.IsNull(pin.Identity.Feed);
        Assert.AreEqual(new PinOrigin.FirstUse(new(2026, 11, 21)), pin.Origin);
    }

    [TestMethod]
    [DataRow("/packages")]
    [DataRow("https://feed.contoso.example/index.json")]
    [DataRow("an unknown source")]
    public void Same_file_passes_whichever_feed_has_it(string source)
    {
        Pin("0.2.0", 'c');

        Assert.AreEqual(VerdictKind.Match, _machine.Restore(Own("0.2.0", 'c', source)).Packages.Single().Verdict.Kind);
    }

    [TestMethod]
    public void Other_file_of_the_pinned_version_is_rejected_also_from_the_feed_that_it_came_from()
    {
        Pin("0.2.0", 'c');

        var verdict = _machine.Restore(Own("0.2.0", 'd')).Packages.Single().Verdict;

        verdict.Says(VerdictKind.Reject, "content-changed");
        Assert.Contains($"sha512:{Found.Hash('c').Base64}", verdict.Decisive!.Pinned);
        Assert.Contains($"sha512:{Found.Hash('d').Base64}", verdict.Decisive.Seen);
    }

    // Another one that was installed once stays in the packages folder, whatever the feed has by then.
    [TestMethod]
    public void What_helps_against_another_file_is_to_delete_the_folder_that_it_was_installed_to()
    {
        Pin("0.2.0", 'c');

        var message = PackageMessage.Text(_machine.Restore(Own("0.2.0", 'd')).Packages.Single());

        Assert.Contains("delete the folder installguard.sdk/0.2.0 in the packages folder", message);
        Assert.Contains("give it a version of its own (`-p:Version=…`)", message);
    }

    [TestMethod]
    public void Next_version_is_a_first_use_that_stands_beside_the_one_before()
    {
        Pin("0.2.0", 'c');

        var result = _machine.Restore(Own("0.3.0", 'd'));

        result.Packages.Single().Verdict.Says(VerdictKind.FirstUse, "first-use");
        Assert.AreEqual(Found.Hash('d').Base64, result.Recorded.Single().Pin.Identity.Contents!.Sha512);
        Assert.HasCount(2, _machine.Lock.Read().Document.PinsOf(PackageId.Parse(Id)));
    }

    [TestMethod]
    public void Version_that_the_lock_does_not_name_is_blocked_where_restores_are_locked()
    {
        var machine = new Machine(locked: true);
        machine.Lock.Put(PackageId.Parse(Id), Of("0.2.0", 'c'));

        Assert.AreEqual(Outcome.Blocked, machine.Restore(Own("0.3.0", 'c')).Outcome);
        Assert.AreEqual(Outcome.Clean, machine.Restore(Own("0.2.0", 'c')).Outcome);
    }

    [TestMethod]
    public void Pin_of_a_feed_holds_its_own_version_to_the_feed_and_no_other_version()
    {
        _machine.Lock.Put(PackageId.Parse(Id), new Pin(PackageVersion.Parse("0.1.0"), PublisherIdentity.UnsignedFrom(FeedIdentity.Local), new PinOrigin.FirstUse(new(2026, 11, 1))));

        _machine.Restore(Own("0.1.0", 'c', "https://public.example/v3/index.json")).Packages.Single().Verdict.Says(VerdictKind.Reject, "feed-changed");
        _machine.Restore(Own("0.2.0", 'c', "https://public.example/v3/index.json")).Packages.Single().Verdict.Says(VerdictKind.FirstUse, "first-use");
    }

    [TestMethod]
    public void Package_that_was_signed_and_is_not_any_more_has_lost_its_signature()
    {
        _machine.Lock.Put(PackageId.Parse(Id), Pinned("0.1.0", author: Contoso));

        _machine.Restore(Own("0.2.0", 'c')).Packages.Single().Verdict.Says(VerdictKind.Review, "author-lost");
    }

    [TestMethod]
    public void Package_of_any_other_name_is_held_to_its_feed()
    {
        var pin = _machine.Restore(FakePackageFile.Of(Found.In(Package("InstallGuard.Sdk.Extra", "0.2.0")))).Recorded.Single().Pin;

        Assert.IsNull(pin.Identity.Contents);
        Assert.IsNotNull(pin.Identity.Feed);
    }

    [TestMethod]
    public void Pin_of_the_next_version_is_what_a_restore_writes()
    {
        Edit(Of("0.2.0", 'c'), Of("0.2.0", 'c'), Of("0.3.0", 'd')).Says(VerdictKind.Match);
        Edit(FromAFolder("0.2.0"), FromAFolder("0.2.0"), Of("0.3.0", 'd')).Says(VerdictKind.Match);
    }

    [TestMethod]
    public void Other_contents_for_a_version_that_was_reviewed_weaken_the_lock()
    {
        Edit(Of("0.3.0", 'c'), Of("0.3.0", 'd')).Says(VerdictKind.Reject, "lock-weakened");
        Edit(Of("0.3.0", 'c'), FromAFolder("0.3.0")).Says(VerdictKind.Reject, "lock-weakened");
        Edit(FromAFolder("0.3.0"), Of("0.3.0", 'd')).Says(VerdictKind.Reject, "lock-weakened");
    }

    private static Verdict Edit(Pin reviewed, params Pin[] pins) =>
        Decide.For(Package(Id, "0.3.0"), pins, Found.Seen(Found.In(Package(Id, "0.3.0"), contents: 'd')) with { From = FeedIdentity.Local }, [], Edited.Memory([reviewed]));

    private static FakePackageFile Own(string version, char contents, string source = FakePackageFile.Feed)
    {
        var evidence = Found.In(Package(Id, version), contents: contents);
        return new(evidence.Contents.Declared, Found.Seen(evidence)) { Source = source };
    }

    private static Pin Of(string version, char contents) =>
        new(PackageVersion.Parse(version), PublisherIdentity.UnsignedOf(ContentsIdentity.Parse(Found.Hash(contents).Base64)!), new PinOrigin.FirstUse(new(2026, 11, 1)));

    private static Pin FromAFolder(string version) =>
        new(PackageVersion.Parse(version), PublisherIdentity.UnsignedFrom(FeedIdentity.Local), new PinOrigin.FirstUse(new(2026, 11, 1)));

    private void Pin(string version, char contents) => _machine.Lock.Put(PackageId.Parse(Id), Of(version, contents));
}
