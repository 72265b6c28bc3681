using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>Whose signature counts as a repository's, and what a feed can say about that.</summary>
[TestClass]
public sealed class KnownRepositoriesTests
{
    private const string Private = "https://feed.contoso.example/v3/index.json";


    [TestMethod]
    public void Each_of_the_public_repositorys_certificates_is_its_own()
    {
        foreach (var certificate in KnownRepository.NuGetOrg.Certificates)
        {
            Assert.AreEqual("nuget.org", KnownRepositories.BuiltIn.Find(certificate, Publishers.NuGetIndex)!.Name);
        }
    }

    [TestMethod]
    public void Strangers_certificate_is_nobodys() => Assert.IsNull(KnownRepositories.BuiltIn.Find(Found.Digest('9'), Publishers.NuGetIndex));

    [TestMethod]
    public void Feed_speaks_for_itself_under_its_own_address()
    {
        var known = KnownRepositories.BuiltIn.With([new(Private, true, [Found.Digest('9')], IsProven: true)]);

        Assert.AreEqual(Private, known.Find(Found.Digest('9'), Private)!.Name);
    }

    [TestMethod]
    public void Feed_cannot_speak_for_the_public_repository()
    {
        var known = KnownRepositories.BuiltIn.With([new(Private, true, [Found.Digest('9')], IsProven: true)]);

        Assert.IsNull(known.Find(Found.Digest('9'), Publishers.NuGetIndex));
    }

    [TestMethod]
    public void Feed_that_is_not_known_to_be_home_makes_a_repository_of_another_name()
    {
        var known = KnownRepositories.BuiltIn.With([new(Publishers.NuGetIndex, true, [Found.Digest('9')], IsProven: true)]);

        Assert.AreEqual(Publishers.NuGetIndex, known.Find(Found.Digest('9'), Publishers.NuGetIndex)!.Name);
    }

    [TestMethod]
    public void Built_in_repository_never_grows_by_what_is_announced()
    {
        var known = KnownRepositories.BuiltIn.With([new(Publishers.NuGetHome, true, [Found.Digest('9'), .. KnownRepository.NuGetOrg.Certificates], IsProven: true)]);

        Assert.IsNull(known.Find(Found.Digest('9'), Publishers.NuGetHome));
        CollectionAssert.AreEqual(KnownRepositories.BuiltIn.All.ToList(), known.All.ToList());
        Assert.IsNotNull(known.Find(KnownRepository.NuGetOrg.Certificates.First(), Publishers.NuGetIndex));
    }

    [TestMethod]
    public void What_a_feed_announced_last_is_all_that_it_is_known_by()
    {
        var known = KnownRepositories.BuiltIn.With(
            [new(Private, true, [Found.Digest('8')], IsProven: true), new("HTTPS://Feed.Contoso.Example/v3/index.json", true, [Found.Digest('9')], IsProven: true)]);

        Assert.IsNull(known.Find(Found.Digest('8'), Private));
        Assert.AreEqual(Private, known.Find(Found.Digest('9'), Private)!.Name);
        Assert.HasCount(2, known.All);
    }

    [TestMethod]
    public void Feed_that_withdrew_all_its_certificates_is_still_known()
    {
        var known = KnownRepositories.BuiltIn.With([new(Private, true, [], IsProven: true)]);

        Assert.AreEqual(Private, known.Stated("https://FEED.contoso.example/v3/index.json")?.Name);
        Assert.AreEqual("nuget.org", known.Stated(Publishers.NuGetHome)?.Name);
        Assert.IsNull(known.Stated("https://feed.mallory.example/index.json"));
        Assert.IsNull(known.Find(Found.Digest('9'), Private));
    }

    [TestMethod]
    [DataRow("89", false)]
    [DataRow("98", false)]
    [DataRow("9", true)]
    [DataRow("789", true)]
    [DataRow("", true)]
    public void Whatever_a_feed_announces_other_than_before_is_news(string certificates, bool isNews)
    {
        var known = KnownRepositories.BuiltIn.With([new(Private, true, [Found.Digest('8'), Found.Digest('9')], IsProven: true)]);

        Assert.AreEqual(isNews, known.IsNews(new(Private, true, [.. certificates.Select(Found.Digest)], IsProven: true)));
    }

    [TestMethod]
    public void Public_repository_that_announces_some_of_its_certificates_is_no_news()
    {
        var one = KnownRepository.NuGetOrg.Certificates.First();

        Assert.IsFalse(KnownRepositories.BuiltIn.IsNews(new(Publishers.NuGetHome, true, [one], IsProven: true)));
        Assert.IsTrue(KnownRepositories.BuiltIn.IsNews(new(Publishers.NuGetHome, true, [one, Found.Digest('9')], IsProven: true)));
    }

    [TestMethod]
    public void Announcement_is_told_apart_from_what_was_known()
    {
        var known = KnownRepositories.BuiltIn.With([new(Private, true, [Found.Digest('8')], IsProven: true)]);

        CollectionAssert.AreEqual(
            new[] { Found.Digest('8') }, known.Compare(new(Private, true, [Found.Digest('8'), Found.Digest('9')], IsProven: true)).Known.ToList());
    }

    [TestMethod]
    public void Addresses_whose_paths_differ_in_case_are_two_feeds()
    {
        const string other = "https://feed.contoso.example/V3/index.json";
        var known = KnownRepositories.BuiltIn.With([new(other, true, [Found.Digest('9')], IsProven: true)]);

        Assert.IsNull(known.Find(Found.Digest('9'), Private));
        Assert.IsFalse(new RepositoryIdentity(Private, new(["ann"])).HasNameOf(new(other, new(["ann"]))));
    }

    [TestMethod]
    public void Two_feeds_with_one_certificate_stay_two_repositories()
    {
        const string other = "https://feed.mallory.example/index.json";
        var known = KnownRepositories.BuiltIn.With([new(Private, true, [Found.Digest('9')], IsProven: true), new(other, true, [Found.Digest('9')], IsProven: true)]);

        Assert.AreEqual(Private, known.Find(Found.Digest('9'), Private)!.Name);
        Assert.AreEqual(other, known.Find(Found.Digest('9'), other)!.Name);
    }

    [TestMethod]
    public void Feed_that_announces_the_public_repositorys_certificate_does_not_take_its_name()
    {
        var stolen = KnownRepository.NuGetOrg.Certificates.First();
        var known = KnownRepositories.BuiltIn.With([new(Private, true, [stolen], IsProven: true)]);

        Assert.AreEqual("nuget.org", known.Find(stolen, Publishers.NuGetIndex)!.Name);
    }

    [TestMethod]
    public void Announcement_that_proves_nothing_adds_nothing() =>
        Assert.HasCount(1, KnownRepositories.BuiltIn.With([new(Private, true, [Found.Digest('9')], IsProven: false)]).All);

    [TestMethod]
    public void Announcement_out_of_all_proportion_adds_nothing()
    {
        RepositoryAnnouncement Of(int certificates, string at) => new(at, true, [.. Enumerable.Repeat(Found.Digest('9'), certificates)], IsProven: true);

        Assert.HasCount(2, KnownRepositories.BuiltIn.With([Of(100, Private)]).All);
        Assert.HasCount(1, KnownRepositories.BuiltIn.With([Of(101, Private)]).All);
        Assert.HasCount(1, KnownRepositories.BuiltIn.With([Of(1, Private + new string('x', 2000))]).All);
    }

    [TestMethod]
    [DataRow("https://nuget.org/index.json", true)]
    [DataRow("https://Announcing.NuGet.org/v3/index.json", true)]
    [DataRow("https://nuget.org.mallory.example/index.json", false)]
    [DataRow("https://notnuget.org/index.json", false)]
    [DataRow("https://mallory.example/nuget.org/index.json", false)]
    [DataRow("https://nuget.org@mallory.example/index.json", false)]
    [DataRow("nuget.org", false)]
    public void Built_in_repository_lives_in_the_domain_that_it_is_named_after(string address, bool isHome) =>
        Assert.AreEqual(isHome, KnownRepositories.BuiltIn.At(address) is not null);
}
