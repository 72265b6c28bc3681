using System.Text;
using System.Text.Json;
using InstallGuard.Testing;

namespace InstallGuard.Cli;

/// <summary><c>installguard inspect</c> on files of every kind.</summary>
[TestClass]
public sealed class InspectTests
{
    private static readonly DateTimeOffset SignedAt = new(2024, 5, 1, 12, 30, 15, TimeSpan.Zero);
    private static readonly TestCertificate Author = TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso");

    public static IEnumerable<(string What, byte[] Bytes)> NoPackages =>
    [
        ("nothing", []),
        ("text", "This is no package."u8.ToArray()),
        ("an empty zip", [0x50, 0x4b, 5, 6, .. new byte[18]]),
        ("half of a package", Tampering.CutShort(Signed())),
        ("bytes behind the end", Tampering.BytesAppended(Signed())),
        ("two entries of one name", Tampering.EntryDuplicated(Signed())),
        ("an entry that leads out", Tampering.EntryEscapesFolder(Signed())),
    ];

    [TestMethod]
    [DynamicData(nameof(NoPackages))]
    public async Task File_that_is_no_package_is_blocked(string what, byte[] bytes)
    {
        using var shell = new Shell();
        var file = shell.File("package.nupkg", bytes);

        Assert.AreEqual(3, await shell.RunAsync("inspect", file), what);

        Assert.StartsWith("error IG2004: ", shell.Error);
        Assert.AreEqual("", shell.Out);
    }

    [TestMethod]
    public async Task Signed_package_shows_who_signed_and_when()
    {
        using var shell = new Shell();
        var file = shell.File("package.nupkg", Signed());

        Assert.AreEqual(0, await shell.RunAsync("inspect", file, "--trusted-root", Roots(shell)), shell.Error);

        Assert.StartsWith("Contoso.Json 1.0.0", shell.Out);
        Assert.Contains("Contoso Ltd", shell.Out);
        Assert.Contains("2024-05-01 12:30:15 UTC", shell.Out);
        Assert.Contains(Author.Sha256, shell.Out.ToUpperInvariant());
    }

    [TestMethod]
    public async Task Json_says_the_same_for_programs()
    {
        using var shell = new Shell();
        var file = shell.File("package.nupkg", Signed());

        Assert.AreEqual(0, await shell.RunAsync("inspect", file, "--format", "json", "--trusted-root", Roots(shell)), shell.Error);

        using var json = JsonDocument.Parse(shell.Out);
        var author = json.RootElement.GetProperty("author");
        Assert.AreEqual("Contoso.Json", json.RootElement.GetProperty("id").GetString());
        Assert.AreEqual("present", author.GetProperty("state").GetString());
        Assert.AreEqual("Contoso Ltd", author.GetProperty("name").GetString());
        Assert.AreEqual(Author.Sha256, author.GetProperty("certificate").GetProperty("sha256").GetString()!.ToUpperInvariant());
        Assert.AreEqual("2024-05-01T12:30:15Z", author.GetProperty("timestamp").GetString());
        Assert.AreEqual("absent", json.RootElement.GetProperty("repository").GetProperty("state").GetString());
    }

    [TestMethod]
    public async Task Signature_that_does_not_verify_is_blocked_and_still_shown()
    {
        using var shell = new Shell();
        var file = shell.File("package.nupkg", Tampering.ContentChanged(Signed()));

        Assert.AreEqual(3, await shell.RunAsync("inspect", file, "--trusted-root", Roots(shell)));

        Assert.Contains("does not verify", shell.Out);
    }

    [TestMethod]
    public async Task Signature_of_an_unknown_root_is_blocked()
    {
        using var shell = new Shell();
        var file = shell.File("package.nupkg", Signed());

        Assert.AreEqual(3, await shell.RunAsync("inspect", file));

        Assert.Contains("does not verify", shell.Out);
    }

    [TestMethod]
    public async Task Package_without_a_signature_is_clean_and_says_so()
    {
        using var shell = new Shell();
        var file = shell.File("package.nupkg", TestPackage.Create("Contoso.Json", "1.0.0"));

        Assert.AreEqual(0, await shell.RunAsync("inspect", file), shell.Error);

        Assert.Contains("none", shell.Out);
    }

    [TestMethod]
    [DataRow("text")]
    [DataRow("json")]
    public async Task Text_of_the_package_cannot_move_the_cursor_or_forge_a_line(string format)
    {
        using var shell = new Shell();
        var file = shell.File("package.nupkg", TestPackage.Create("Contoso.Json", "1.0.0", content =>
        {
            content.Authors = "Contoso\nerror IG9999: forged\u202e\u0085\u2028x";
            content.ProjectUrl = "https://contoso.example/\u200f";
        }));

        Assert.AreEqual(0, await shell.RunAsync("inspect", file, "--format", format), shell.Error);

        Assert.DoesNotContain("\nerror IG9999", shell.Out);
        Assert.IsFalse(shell.Out.EnumerateRunes().Any(rune => rune.Value is 0x1b or 0x202e or 0x85 or 0x2028 or 0x200f), shell.Out);
    }

    [TestMethod]
    public async Task Root_file_that_holds_no_certificate_is_undetermined()
    {
        using var shell = new Shell();
        var file = shell.File("package.nupkg", Signed());
        var roots = shell.File("roots.pem", "no certificate"u8.ToArray());

        Assert.AreEqual(4, await shell.RunAsync("inspect", file, "--trusted-root", roots), shell.Out);

        Assert.StartsWith("error IG3001: ", shell.Error);
        Assert.Contains(roots, shell.Error);
    }

    private static byte[] Signed() => TestPackage.AuthorSigned(
        TestPackage.Create("Contoso.Json", "1.0.0", content => content.WithFile("lib/netstandard2.0/a.txt", "text")), Author, SignedAt);

    private static string Roots(Shell shell) =>
        shell.File("roots.pem", Encoding.UTF8.GetBytes(TestAuthority.Shared.ExportTrustedRootsPem()));
}
