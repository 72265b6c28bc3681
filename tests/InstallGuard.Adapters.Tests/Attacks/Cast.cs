using InstallGuard.Testing;

namespace InstallGuard.Adapters.Attacks;

/// <summary>Who signs what in the attacks: one author, one repository that signs for owners, and those who would like to be them.</summary>
internal static class Cast
{
    public const string Id = "Contoso.Json";

    /// <summary>Where everything comes from unless an attack says otherwise.</summary>
    public const string Feed = "https://feed.contoso.example/index.json";

    /// <summary>What the repository's signatures state.</summary>
    public const string RepositoryIndex = "https://repository.example/v3/index.json";

    public static DateTimeOffset At { get; } = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public static TestCertificate Contoso { get; } = TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd");

    public static TestCertificate ContosoRenewed { get; } = TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd");

    public static TestCertificate ContosoOfAnotherAuthority { get; } =
        TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd", issuer: TestAuthority.Shared.AnotherAuthority);

    public static TestCertificate ContosoWithItsAddress { get; } =
        TestAuthority.Shared.IssueAuthor(new TestSubject("Contoso Ltd", "Contoso Ltd", State: "Washington", Locality: "Redmond"));

    /// <summary>Somebody whose name others have as well.</summary>
    public static TestCertificate SmithOfDover { get; } = TestAuthority.Shared.IssueAuthor(new TestSubject("John Smith", "John Smith", State: "de", Locality: "Dover"));

    public static TestCertificate SmithOfDoverSpelledAnew { get; } = TestAuthority.Shared.IssueAuthor(
        new TestSubject("John Smith", "John Smith", State: "Delaware", Locality: "DOVER"), TestAuthority.Shared.AnotherAuthority);

    public static TestCertificate SmithWhoMoved { get; } = TestAuthority.Shared.IssueAuthor(new TestSubject("John Smith", "John Smith", State: "Nevada", Locality: "Reno"));

    /// <summary>Another person, certified by another authority.</summary>
    public static TestCertificate SmithOfReno { get; } = TestAuthority.Shared.IssueAuthor(
        new TestSubject("JOHN  SMITH", "John Smith", State: "Nevada", Locality: "Reno"), TestAuthority.Shared.AnotherAuthority);

    public static TestCertificate ContosoByNobody { get; } =
        TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd", issuer: TestAuthority.Shared.Untrusted);

    public static TestCertificate Mallory { get; } = TestAuthority.Shared.IssueAuthor("Mallory Ltd", "Mallory Ltd");

    public static TestCertificate Repository { get; } = TestAuthority.Shared.IssueRepository();

    public static TestCertificate RepositoryRotated { get; } = TestAuthority.Shared.IssueRepository();

    /// <summary>Issued like any code-signing certificate, and in the repository's name.</summary>
    public static TestCertificate Forger { get; } = TestAuthority.Shared.IssueRepository(issuer: TestAuthority.Shared.AnotherAuthority);

    public static byte[] Unsigned(string version, string text = "contents", string id = Id) =>
        TestPackage.Create(id, version, package => package.WithFile("content.txt", text));

    public static byte[] BySigner(TestCertificate author, string version) => TestPackage.AuthorSigned(Unsigned(version), author, At);

    public static byte[] Owned(string version, params string[] owners) => OwnedBy(Repository, Unsigned(version), owners);

    /// <summary>Signed by the repository some days later.</summary>
    public static byte[] OwnedLater(string version, params string[] owners) =>
        TestPackage.RepositorySigned(Unsigned(version), Repository, RepositoryIndex, owners, At.AddDays(30));

    public static byte[] OwnedBy(TestCertificate repository, byte[] unsigned, params string[] owners) =>
        TestPackage.RepositorySigned(unsigned, repository, RepositoryIndex, owners, At);

    public static byte[] Countersigned(byte[] signed, params string[] owners) => Countersigned(signed, At, owners);

    public static byte[] Countersigned(byte[] signed, DateTimeOffset at, params string[] owners) =>
        TestPackage.RepositoryCountersigned(signed, Repository, RepositoryIndex, owners, at);

    /// <summary>Signed by the author, and by the repository for these owners.</summary>
    public static byte[] Signed(string version, params string[] owners) => Countersigned(BySigner(Contoso, version), owners);
}
