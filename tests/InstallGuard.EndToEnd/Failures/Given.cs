using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Failures;

/// <summary>Packages that have nothing wrong with them.</summary>
internal static class Given
{
    private static readonly DateTimeOffset SignedAt = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<TestCertificate> Contoso = new(() => TestAuthority.Shared.IssueAuthor("Contoso Ltd"));
    private static readonly Lazy<TestCertificate> Fabrikam = new(() => TestAuthority.Shared.IssueAuthor("Fabrikam Ltd"));

    /// <summary>Signed by Contoso Ltd.</summary>
    public static byte[] Package(string id, string version, Action<PackageContent>? configure = null) =>
        TestPackage.AuthorSigned(TestPackage.Create(id, version, configure), Contoso.Value, SignedAt);

    /// <summary>Signed by Fabrikam Ltd: after a package of Contoso's, a changed author.</summary>
    public static byte[] PackageOfAnother(string id, string version, Action<PackageContent>? configure = null) =>
        TestPackage.AuthorSigned(TestPackage.Create(id, version, configure), Fabrikam.Value, SignedAt);

    /// <summary>With contents that do not get smaller in a zip.</summary>
    public static byte[] LargePackage(string id, string version, int bytes)
    {
        var noise = new byte[bytes];
        new Random(bytes).NextBytes(noise);
        return Package(id, version, content => content.WithFile("content/noise.bin", noise));
    }
}
