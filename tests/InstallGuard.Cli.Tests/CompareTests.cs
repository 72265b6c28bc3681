using System.Text;
using System.Text.Json;
using InstallGuard.Testing;

namespace InstallGuard.Cli;

/// <summary><c>installguard compare</c> on files of every kind.</summary>
[TestClass]
public sealed class CompareTests
{
    private static readonly DateTimeOffset At = new(2024, 5, 1, 12, 30, 15, TimeSpan.Zero);
    private static readonly TestCertificate Author = TestAuthority.Shared.IssueAuthor("Contoso Ltd", "Contoso Ltd");
    private static readonly TestCertificate Mallory = TestAuthority.Shared.IssueAuthor("Mallory LLC", "Mallory LLC");

    [TestMethod]
    public async Task Same_author_is_no_change()
    {
        using var shell = new Shell();

        Assert.AreEqual(0, await CompareAsync(shell, Signed("1.0.0"), Signed("2.0.0")), shell.Error);

        Assert.AreEqual(
            "Contoso.Json 1.0.0 → 2.0.0\nno publisher changed\n\n1 update compared, no publisher changed\n", shell.Out.ReplaceLineEndings("\n"));
        Assert.AreEqual("", shell.Error);
        Assert.IsFalse(File.Exists(Path.Combine(shell.Folder, "installguard.lock.json")));
    }

    [TestMethod]
    public async Task Other_author_is_blocked()
    {
        using var shell = new Shell();

        Assert.AreEqual(3, await CompareAsync(shell, Signed("1.0.0"), Signed("2.0.0", Mallory)), shell.Error);

        Assert.Contains("\nerror IG1020: Contoso.Json 2.0.0: ", shell.Out);
        Assert.Contains("1 update compared, 1 would be blocked", shell.Out);
    }

    [TestMethod]
    public async Task Json_says_the_same_for_programs()
    {
        using var shell = new Shell();

        Assert.AreEqual(3, await CompareAsync(shell, ["--format", "json"], Signed("1.0.0"), Signed("2.0.0"), Unsigned("3.0.0")), shell.Error);

        using var json = JsonDocument.Parse(shell.Out);
        Assert.AreEqual("installguard-comparison/1", json.RootElement.GetProperty("schema").GetString());
        var steps = json.RootElement.GetProperty("comparisons").EnumerateArray().ToList();
        Assert.AreSequenceEqual(["1.0.0", "2.0.0"], steps.Select(step => step.GetProperty("fromVersion").GetString()));
        Assert.AreSequenceEqual(["match", "review"], steps.Select(step => step.GetProperty("to").GetProperty("verdict").GetString()));
        Assert.AreEqual("author-lost", steps[1].GetProperty("to").GetProperty("changes")[0].GetProperty("slug").GetString());
    }

    [TestMethod]
    public async Task Worst_of_several_updates_is_the_exit_code()
    {
        using var shell = new Shell();

        Assert.AreEqual(3, await CompareAsync(shell, Signed("1.0.0"), Signed("2.0.0", Mallory), Signed("3.0.0", Mallory)), shell.Error);

        Assert.Contains("Contoso.Json 1.0.0 → 2.0.0\nerror IG1020", shell.Out.ReplaceLineEndings("\n"));
        Assert.Contains("Contoso.Json 2.0.0 → 3.0.0\nno publisher changed", shell.Out.ReplaceLineEndings("\n"));
    }

    [TestMethod]
    public async Task Downgrade_is_an_update_like_any_other()
    {
        using var shell = new Shell();

        Assert.AreEqual(3, await CompareAsync(shell, Signed("2.0.0"), Unsigned("1.0.0")), shell.Error);

        Assert.StartsWith("Contoso.Json 2.0.0 → 1.0.0", shell.Out);
    }

    [TestMethod]
    [DataRow("true")]
    [DataRow("false")]
    public async Task Whether_the_lock_may_change_makes_no_difference(string locked)
    {
        using var shell = new Shell();
        shell["INSTALLGUARD_LOCKED"] = locked;
        _ = shell.File("installguard.lock.json", "no lock"u8.ToArray());

        Assert.AreEqual(0, await CompareAsync(shell, Signed("1.0.0"), Signed("2.0.0")), shell.Error);
    }

    [TestMethod]
    public async Task Unsigned_files_are_held_to_no_feed()
    {
        using var shell = new Shell();

        Assert.AreEqual(0, await CompareAsync(shell, Unsigned("1.0.0"), Unsigned("2.0.0")), shell.Error);
    }

    [TestMethod]
    public async Task Signature_that_does_not_verify_is_blocked_whichever_it_is()
    {
        var forged = Tampering.ContentChanged(Signed("1.0.0"));
        using var shell = new Shell();
        Assert.AreEqual(3, await CompareAsync(shell, forged, Signed("2.0.0")), shell.Out);
        Assert.StartsWith("error IG2001: Contoso.Json 1.0.0: ", shell.Error);
        Assert.StartsWith("0 updates compared", shell.Out);

        using var other = new Shell();
        Assert.AreEqual(3, await CompareAsync(other, Signed("2.0.0"), forged), other.Error);
        Assert.Contains("error IG2001: Contoso.Json 1.0.0: ", other.Out);
    }

    [TestMethod]
    public async Task File_that_is_no_package_is_blocked_whichever_it_is()
    {
        byte[] broken = Tampering.CutShort(Signed("1.0.0"));
        foreach (var packages in (byte[][][])[[broken, Signed("2.0.0")], [Signed("2.0.0"), broken]])
        {
            using var shell = new Shell();

            Assert.AreEqual(3, await CompareAsync(shell, packages), shell.Out);

            Assert.StartsWith("error IG2004: ", shell.Error);
            Assert.AreEqual("", shell.Out);
        }
    }

    [TestMethod]
    public async Task File_that_cannot_be_read_could_not_be_told()
    {
        using var shell = new Shell();
        var (before, after) = (shell.File("before.nupkg", Signed("1.0.0")), shell.File("after.nupkg", Signed("2.0.0")));
        using var held = new FileStream(after, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.AreEqual(4, await shell.RunAsync("compare", before, after), shell.Out);

        Assert.Contains("IG3001", shell.Error);
        Assert.AreEqual("", shell.Out);
    }

    [TestMethod]
    public async Task Files_of_different_packages_are_a_mistake()
    {
        using var shell = new Shell();

        Assert.AreEqual(2, await CompareAsync(shell, Signed("1.0.0"), TestPackage.Create("Contoso.Xml", "2.0.0")), shell.Out);

        Assert.Contains("Contoso.Json and Contoso.Xml are different packages", shell.Error);
        Assert.AreEqual("", shell.Out);
    }

    [TestMethod]
    public async Task Nuget_configuration_does_not_matter_to_files()
    {
        using var shell = new Shell();
        _ = shell.File("nuget.config", "<no configuration"u8.ToArray());

        Assert.AreEqual(0, await CompareAsync(shell, Signed("1.0.0"), Signed("2.0.0")), shell.Error);
    }

    [TestMethod]
    [DataRow("text")]
    [DataRow("json")]
    public async Task Text_of_the_package_cannot_move_the_cursor_or_forge_a_line(string format)
    {
        using var shell = new Shell();
        var ugly = TestPackage.Create("Contoso.Json", "2.0.0", content =>
        {
            content.Authors = "Contoso\nerror IG9999: forged\u202e\u0085\u2028x";
            content.RepositoryUrl = "https://contoso.example/\u200f";
        });

        Assert.AreEqual(0, await CompareAsync(shell, ["--format", format], Unsigned("1.0.0"), ugly), shell.Error);

        Assert.Contains("repositoryUrl", shell.Out);
        Assert.DoesNotContain("\nerror IG9999", shell.Out);
        Assert.IsFalse(shell.Out.EnumerateRunes().Any(rune => rune.Value is 0x1b or 0x202e or 0x85 or 0x2028 or 0x200f), shell.Out);
    }

    private static byte[] Unsigned(string version) => TestPackage.Create("Contoso.Json", version);

    private static byte[] Signed(string version, TestCertificate? author = null) => TestPackage.AuthorSigned(
        TestPackage.Create("Contoso.Json", version, content => content.WithFile("lib/netstandard2.0/a.txt", "text")), author ?? Author, At);

    private static Task<int> CompareAsync(Shell shell, params byte[][] packages) => CompareAsync(shell, [], packages);

    private static Task<int> CompareAsync(Shell shell, string[] options, params byte[][] packages) => shell.RunAsync(
        [
            "compare",
            .. packages.Select((bytes, number) => shell.File($"{number}.nupkg", bytes)),
            "--trusted-root",
            shell.File("roots.pem", Encoding.UTF8.GetBytes(TestAuthority.Shared.ExportTrustedRootsPem())),
            .. options,
        ]);
}
