using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>What manifests claim differently: noted where it leads elsewhere, and not where it is only spelled otherwise.</summary>
[TestClass]
public sealed class ClaimNoteTests
{
    private const string Place = "https://github.com/contoso/json";

    [TestMethod]
    [DataRow(Place)]
    [DataRow("http://github.com/contoso/json")]
    [DataRow("https://github.com/contoso/json/")]
    [DataRow("https://github.com/contoso/json.git")]
    [DataRow("https://www.github.com/contoso/json")]
    [DataRow("https://GitHub.com/Contoso/Json")]
    [DataRow("https://github.com/contoso/json#readme")]
    [DataRow("https://github.com/contoso/json?tab=readme")]
    [DataRow("https://jo@github.com/contoso/json")]
    [DataRow("git://github.com/contoso/json.git")]
    [DataRow("git+https://github.com/contoso/json.git")]
    [DataRow("ssh://git@github.com/contoso/json.git")]
    [DataRow("git@github.com:contoso/json.git")]
    [DataRow(" https://github.com/contoso/json ")]
    public void Other_spelling_of_an_address_is_the_same_place(string address)
    {
        Assert.IsEmpty(Noted(Repository(Place), Repository(address)));
        Assert.IsEmpty(Noted(Project(address), Project(Place)));
    }

    [TestMethod]
    [DataRow("https://gitlab.com/contoso/json", DisplayName = "another host")]
    [DataRow("https://github.com/mallory/json", DisplayName = "another owner")]
    [DataRow("https://github.com/contoso/json-2", DisplayName = "another repository")]
    [DataRow("https://github.com", DisplayName = "less of it")]
    [DataRow("https://github.com.mallory.example/contoso/json", DisplayName = "a host that begins alike")]
    [DataRow("https://github.com@mallory.example/contoso/json", DisplayName = "a user that is called like the host")]
    [DataRow("https://mallory.example?@github.com/contoso/json", DisplayName = "a query that ends alike")]
    [DataRow("https://mallory.example#@github.com/contoso/json", DisplayName = "a fragment that ends alike")]
    [DataRow("https://mallory.example\\@github.com/contoso/json", DisplayName = "a path that browsers see and others do not")]
    [DataRow("https://mallory.example/@github.com/contoso/json", DisplayName = "a path that ends alike")]
    [DataRow("mallory.example/x@github.com:contoso/json", DisplayName = "a path before the at sign")]
    [DataRow("javascript://github.com/contoso/json", DisplayName = "no address of a place")]
    [DataRow("https://g\u0456thub.com/contoso/json", DisplayName = "a letter that looks alike")]
    [DataRow(null, DisplayName = "none any more")]
    public void Another_place_is_noted(string? address)
    {
        Assert.AreSequenceEqual([new("repositoryUrl", Place, address)], Noted(Repository(Place), Repository(address)));
        Assert.AreSequenceEqual([new("projectUrl", address, Place)], Noted(Project(address), Project(Place)));
    }

    [TestMethod]
    [DataRow("Ann, Bob", "Ann,  Bob ", false)]
    [DataRow("Ann, Bob", "ANN, bob", false)]
    [DataRow("Ann", "Mallory", true)]
    [DataRow("Ann", "Ann, Mallory", true)]
    [DataRow("Ann, Bob", "AnnBob", true)]
    [DataRow(null, "Ann", true)]
    [DataRow(null, null, false)]
    public void Authors_are_compared_word_by_word(string? before, string? now, bool noted) => Assert.AreSequenceEqual(
        noted ? [new ClaimNote("authors", before, now)] : [],
        Noted(new(before, null, null, null), new(now, null, null, null)));

    [TestMethod]
    public void Another_commit_is_what_an_update_is() =>
        Assert.IsEmpty(Noted(new(null, Place, "1f4b311", null), new(null, Place, "0e5f38f", null)));

    [TestMethod]
    public void Everything_that_differs_is_noted() => Assert.AreSequenceEqual(
        ["authors", "repositoryUrl", "projectUrl"],
        Noted(new("Ann", Place, null, Place), new("Mallory", null, null, null)).Select(note => note.Member));

    [TestMethod]
    public void Claims_that_were_not_looked_at_are_like_none() => Assert.AreSequenceEqual(
        [new("repositoryUrl", null, Place)],
        ClaimNote.Between(Found.NotSought<NuspecClaims>(), new Finding<NuspecClaims>.Present(Repository(Place))));

    [TestMethod]
    public void Whatever_is_claimed_there_are_no_notes_about_the_same() => Always.Holds(
        from authors in Any.Text
        from repository in Any.Text
        from project in Any.Text
        select new NuspecClaims(authors, repository, null, project),
        claims => Assert.IsEmpty(Noted(claims, claims)));

    private static NuspecClaims Repository(string? url) => new(null, url, null, null);

    private static NuspecClaims Project(string? url) => new(null, null, null, url);

    private static IReadOnlyList<ClaimNote> Noted(NuspecClaims before, NuspecClaims now) =>
        ClaimNote.Between(new Finding<NuspecClaims>.Present(before), new Finding<NuspecClaims>.Present(now));
}
