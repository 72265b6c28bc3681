using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Packages;

/// <summary>Which certificates may sign a package, and witness the time of it. NuGet refuses no less.</summary>
[TestClass]
public sealed class CertificateFormTests
{
    private static readonly TestSubject Contoso = new("Contoso Ltd", "Contoso Ltd");
    private static readonly DateTimeOffset At = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
    private static readonly TestRoot Old = TestRoot.OfOldTimes("Old Test Authority");
    private static readonly Lazy<PackageReader> Reader = new(MakeReader);

    public static IEnumerable<object[]> Misfits =>
    [
        ["signed with MD5", TestCertificateForm.Ordinary with { Hash = HashAlgorithmName.MD5 }],
        ["signed with SHA-1", TestCertificateForm.Ordinary with { Hash = HashAlgorithmName.SHA1 }],
        ["of an authority", TestCertificateForm.Ordinary with { IsAuthority = true, Usage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign }],
        ["for encryption", TestCertificateForm.Ordinary with { Usage = X509KeyUsageFlags.KeyEncipherment }],
        ["for consent alone", TestCertificateForm.Ordinary with { Usage = X509KeyUsageFlags.NonRepudiation }],
    ];

    public static IEnumerable<object[]> Fits =>
    [
        ["signed with SHA-384", TestCertificateForm.Ordinary with { Hash = HashAlgorithmName.SHA384 }],
        ["signed with SHA-512", TestCertificateForm.Ordinary with { Hash = HashAlgorithmName.SHA512 }],
        ["without a key usage", TestCertificateForm.Ordinary with { Usage = null }],
        ["for more than signatures", TestCertificateForm.Ordinary with { Usage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation }],
    ];

    [TestMethod]
    [DynamicData(nameof(Misfits))]
    public void Certificate_that_must_not_sign_is_no_authors(string what, object form)
    {
        var signer = TestAuthority.Shared.IssueAuthor(Contoso, form: (TestCertificateForm)form);

        Assert.AreEqual(SignatureCheck.Certificate, Failed(Author(Signed(signer))), what);
    }

    [TestMethod]
    [DynamicData(nameof(Fits))]
    public void Certificate_that_may_sign_is_an_authors(string what, object form)
    {
        var signer = TestAuthority.Shared.IssueAuthor(Contoso, form: (TestCertificateForm)form);

        Assert.AreEqual("Contoso Ltd", Author(Signed(signer)).Verified?.Identity.Name, what);
    }

    [TestMethod]
    [DynamicData(nameof(Misfits))]
    public void Certificate_that_must_not_sign_witnesses_no_time(string what, object form)
    {
        var witness = TestAuthority.IssueTimestampAuthority(TestAuthority.Shared.Timestamping, (TestCertificateForm)form);

        Assert.AreEqual(SignatureCheck.Timestamp, Failed(Author(Signed(TestAuthority.Shared.IssueAuthor(Contoso), witness))), what);
    }

    [TestMethod]
    public void Certificate_below_an_authority_that_is_signed_with_SHA_1_is_no_authors()
    {
        var signer = TestAuthority.Shared.IssueAuthor(Contoso, Old);

        Assert.AreEqual(SignatureCheck.Chain, Failed(Author(Signed(signer))));
    }

    private static byte[] Signed(TestCertificate signer, TestTimestampAuthority? witness = null) =>
        TestPackage.AuthorSigned(TestPackage.Create("Contoso.Json", "1.0.0"), signer, At, timestamps: witness);

    private static Finding<AuthorSignature> Author(byte[] package) =>
        Assert.IsInstanceOfType<Look.Seen>(Reader.Value.Read(new MemoryStream(package), Now, CancellationToken.None)).Evidence.Found.Author;

    private static SignatureCheck? Failed(Finding<AuthorSignature> author) => (author as Finding<AuthorSignature>.Invalid)?.Check.Check;

    private static PackageReader MakeReader()
    {
        var folder = Directory.CreateTempSubdirectory("installguard-");
        try
        {
            var pem = Path.Combine(folder.FullName, "roots.pem");
            File.WriteAllText(pem, TestAuthority.Shared.ExportTrustedRootsPem() + Old.ExportPem());
            var roots = TrustedRoots.Of(SdkOfTheTests.Found.Folder, [pem]);
            roots.Prepare();
            return new(roots, KnownRepositories.BuiltIn);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
