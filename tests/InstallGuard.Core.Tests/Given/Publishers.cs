namespace InstallGuard.Core.Tests.Given;

/// <summary>The people of these tests.</summary>
internal static class Publishers
{
    public const string NuGetIndex = "https://repository.example/v3/index.json";

    /// <summary>An address in the public repository's domain.</summary>
    public const string NuGetHome = "https://announcing.nuget.org/v3/index.json";

    public static AuthorIdentity Contoso { get; } = new("Contoso Ltd", "Contoso Ltd", "US", null, null);

    public static AuthorIdentity Mallory { get; } = new("Mallory LLC", "Mallory LLC", "US", null, null);

    /// <summary>Somebody whose name others have as well.</summary>
    public static AuthorIdentity Smith { get; } = new("John Smith", "John Smith", "US", null, null) { Certified = new("Dover", "Delaware", "Fabrikam CA") };

    /// <summary>Another one of that name, or the same after a move.</summary>
    public static AuthorIdentity Namesake { get; } = Smith with { Certified = new("Reno", "Nevada", "Northwind CA") };

    public static ProvenanceIdentity Build { get; } = new(
        "https://token.actions.githubusercontent.com",
        "1001",
        "https://github.com/contoso/json",
        "501",
        "https://github.com/contoso",
        "https://github.com/contoso/json/.github/workflows/release.yml",
        "https://github.com/contoso/json/.github/workflows/release.yml",
        "github-hosted",
        null);

    /// <summary>The same project name under another account.</summary>
    public static ProvenanceIdentity MalloryBuild { get; } = Build with
    {
        RepositoryId = "9009",
        RepositoryUri = "https://github.com/mallory/json",
        OwnerId = "909",
        OwnerUri = "https://github.com/mallory",
        Workflow = "https://github.com/mallory/json/.github/workflows/release.yml",
        Signer = "https://github.com/mallory/json/.github/workflows/release.yml",
    };

    public static RepositoryIdentity NuGetOrg(params string[] owners) => new("nuget.org", new(owners));

    public static PublisherIdentity Who(
        ProvenanceIdentity? provenance = null, AuthorIdentity? author = null, RepositoryIdentity? repository = null) =>
        new(provenance, author, repository);

    public static Pin Pinned(
        string since,
        ProvenanceIdentity? provenance = null,
        AuthorIdentity? author = null,
        RepositoryIdentity? repository = null) =>
        new(PackageVersion.Parse(since), Who(provenance, author, repository), new PinOrigin.FirstUse(new(2026, 11, 21)));

    public static Package Package(string id = "Contoso.Json", string version = "2.0.0") =>
        new(PackageId.Parse(id), PackageVersion.Parse(version));
}
