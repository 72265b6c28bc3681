using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>All who may publish one package: an author, and a repository that signs and announces its certificates.</summary>
public class Publishers
{
    private readonly string _id;

    /// <param name="id">The package.</param>
    /// <param name="index">The service index of the repository.</param>
    /// <param name="repository">What the repository signs with.</param>
    /// <param name="nextRepository">What it goes on with.</param>
    protected internal Publishers(string id, string index, TestCertificate repository, TestCertificate nextRepository) =>
        (_id, Index, Repository, NextRepository) = (id, index, repository, nextRepository);

    /// <summary>When everything is signed, unless a test says otherwise.</summary>
    public static DateTimeOffset At { get; } = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The service index that the repository states.</summary>
    public string Index { get; }

    /// <summary>The author whom everything begins with.</summary>
    public TestCertificate Author { get; } = TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd");

    /// <summary>A certificate that the repository announces.</summary>
    public TestCertificate Repository { get; }

    /// <summary>Another one, announced beside the first: what the repository goes on with.</summary>
    public TestCertificate NextRepository { get; }

    /// <summary>Signed by nobody.</summary>
    public byte[] Unsigned(string version, string text = "contents") =>
        TestPackage.Create(_id, version, package => package.WithFile("content.txt", text));

    /// <summary>Signed by an author alone; <see cref="Author"/> unless given.</summary>
    public byte[] AuthorSigned(string version, TestCertificate? author = null) =>
        TestPackage.AuthorSigned(Unsigned(version), author ?? Author, At);

    /// <summary>Signed by the repository alone, for these owners.</summary>
    public byte[] RepositorySigned(string version, params string[] owners) =>
        TestPackage.RepositorySigned(Unsigned(version), Repository, Index, owners, At);

    /// <summary>Signed by the author, and by the repository for these owners.</summary>
    public byte[] Signed(string version, params string[] owners) => Countersigned(AuthorSigned(version), owners);

    /// <summary>Something signed, with the repository's countersignature for these owners.</summary>
    public byte[] Countersigned(byte[] authorSigned, params string[] owners) =>
        TestPackage.RepositoryCountersigned(authorSigned, Repository, Index, owners, At);
}
