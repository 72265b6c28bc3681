using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>The feed: all that there is to hold an unsigned package to, and never asked about any other.</summary>
[TestClass]
public sealed class FeedTests
{
    private const string Private = "https://feed.contoso.example/index.json";
    private const string Public = "https://public.example/v3/index.json";

    [TestMethod]
    public void Private_name_that_another_feed_answers_for_is_rejected()
    {
        var verdict = From(Public, Unsigned(Private));

        verdict.Says(VerdictKind.Reject, "feed-changed");
        Assert.AreEqual("IG1050", verdict.Decisive!.Rule.Code);
        Assert.AreEqual($"unsigned, from {Private}", verdict.Decisive.Pinned);
        Assert.AreEqual($"unsigned, from {Public}", verdict.Decisive.Seen);
    }

    [TestMethod]
    [DataRow("https://FEED.contoso.example/index.json")]
    [DataRow("https://feed.contoso.example:443/index.json/")]
    [DataRow("https://user:secret@feed.contoso.example/index.json?token=1#x")]
    public void Other_spelling_of_the_feed_is_the_same_feed(string source) => From(source, Unsigned(Private)).Says(VerdictKind.Match);

    [TestMethod]
    [DataRow("http://feed.contoso.example/index.json", DisplayName = "without encryption")]
    [DataRow("https://feed.contoso.example:8443/index.json", DisplayName = "another port")]
    [DataRow("https://feed.contoso.example/Index.json", DisplayName = "another path")]
    [DataRow("https://feed.contoso.example.mallory.example/index.json", DisplayName = "a name that begins alike")]
    [DataRow("https://feed.c\u043Entoso.example/index.json", DisplayName = "a name that looks alike")]
    [DataRow("/packages", DisplayName = "a folder")]
    [DataRow("file://server/packages", DisplayName = "a folder of another machine")]
    public void Other_address_is_another_feed(string source) => From(source, Unsigned(Private)).Says(VerdictKind.Reject, "feed-changed");

    [TestMethod]
    [DataRow("https://[::1]:8080/v3/index.json")]
    [DataRow("https://127.0.0.1/v3/")]
    [DataRow("https://feed.contoso.example")]
    [DataRow("https://feed.contoso.example//a//b//")]
    [DataRow("https://feed.contoso.example/a%20b/%C3%A9/\u00e9 ")]
    [DataRow("https://b\u00fccher.example/index.json")]
    [DataRow("HTTPS://Feed.Contoso.Example:444/?q#f")]
    [DataRow("/packages")]
    [DataRow("file://server/share/packages/")]
    [DataRow(@"\\server\share\packages")]
    public void What_is_written_into_the_lock_reads_back(string source)
    {
        var feed = FeedIdentity.Of(source)!;

        Assert.AreEqual(feed, FeedIdentity.Parse(feed.Text));
    }

    [TestMethod]
    public void Folders_of_two_machines_are_alike() => From("/packages", Unsigned("/elsewhere/packages")).Says(VerdictKind.Match);

    [TestMethod]
    public void Folder_of_the_repository_is_another_feed_than_one_outside()
    {
        var vendor = FeedIdentity.InRepository("vendor/feed");
        var pin = new Pin(PackageVersion.Parse("1.0.0"), PublisherIdentity.UnsignedFrom(vendor), new PinOrigin.FirstUse(new(2026, 11, 21)));

        Assert.AreEqual("./vendor/feed", vendor.Text);
        Assert.AreEqual(vendor, FeedIdentity.Parse("./vendor/feed"));
        Assert.AreEqual(FeedIdentity.InRepository(""), FeedIdentity.Parse("./"));
        From("/packages", pin).Says(VerdictKind.Reject, "feed-changed");
        Decide.For(Package(), [Unsigned("/packages")], Found.Seen(Found.In()) with { From = vendor }, []).Says(VerdictKind.Reject, "feed-changed");
        Decide.For(Package(), [pin], Found.Seen(Found.In()) with { From = FeedIdentity.InRepository("vendor/other") }, []).Says(VerdictKind.Reject, "feed-changed");
        Decide.For(Package(), [pin], Found.Seen(Found.In()) with { From = vendor }, []).Says(VerdictKind.Match);
    }

    [TestMethod]
    [DataRow("./vendor/")]
    [DataRow("./vendor/../..")]
    [DataRow("././vendor")]
    [DataRow(".//vendor")]
    [DataRow("vendor")]
    [DataRow("../vendor")]
    public void Folder_of_the_repository_has_one_spelling(string text) => Assert.IsNull(FeedIdentity.Parse(text));

    [TestMethod]
    public void Where_nothing_says_where_it_came_from_it_could_not_be_looked_at() =>
        From("an unknown source", Unsigned(Private)).Says(VerdictKind.Undetermined, "undetermined");

    [TestMethod]
    public void Pin_without_a_feed_holds_to_none() => From(Public, Pinned("1.0.0")).Says(VerdictKind.Match);

    [TestMethod]
    public void Signed_package_may_come_from_anywhere()
    {
        From(Public, Pinned("1.0.0", author: Contoso), Found.In(author: Found.Signed(Contoso))).Says(VerdictKind.Match);
        Assert.IsNull(Recorded(Private, Found.In(author: Found.Signed(Contoso))).Identity.Feed);
    }

    [TestMethod]
    public void Unsigned_package_that_gains_an_author_is_held_to_the_author() =>
        From(Public, Unsigned(Private), Found.In(author: Found.Signed(Contoso))).Says(VerdictKind.Review, "author-gained");

    [TestMethod]
    public void Signed_package_that_comes_unsigned_has_lost_its_signature_whatever_the_feed() =>
        From(Private, Pinned("1.0.0", author: Contoso)).Says(VerdictKind.Review, "author-lost");

    [TestMethod]
    public void Feed_of_an_unsigned_package_is_recorded() => Assert.AreEqual(FeedIdentity.Of(Private), Recorded(Private, Found.In()).Identity.Feed);

    private static Pin Unsigned(string source) =>
        new(PackageVersion.Parse("1.0.0"), PublisherIdentity.UnsignedFrom(FeedIdentity.Of(source)), new PinOrigin.FirstUse(new(2026, 11, 21)));

    private static Verdict From(string source, Pin pin, PackageEvidence? seen = null) =>
        Decide.For(Package(), [pin], Seen(source, seen ?? Found.In()), []);

    private static Pin Recorded(string source, PackageEvidence seen)
    {
        var look = Seen(source, seen);
        return PinUpdate.After(Package(), look, Decide.For(Package(), [], look, []), new(2026, 11, 22))!;
    }

    private static Look.Seen Seen(string source, PackageEvidence seen) => Found.Seen(seen) with { From = FeedIdentity.Of(source) };
}
