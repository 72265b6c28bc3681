using System.IO.Compression;
using System.Text;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Decisions;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages;

/// <summary>Packages made so that NuGet would read another one in them than we do.</summary>
[TestClass]
public sealed class TwoReadingsTests
{
    private const string Good = "<package><metadata><id>Good</id><version>1.0.0</version></metadata></package>";
    private const string Evil = "<package><metadata><id>Evil</id><version>6.6.6</version></metadata></package>";
    private static readonly PackageReader Reader = new(TrustedRoots.Of(SdkOfTheTests.Found.Folder, []), KnownRepositories.BuiltIn);

    [TestMethod]
    public void End_record_inside_the_comment_of_another_is_refused()
    {
        // .NET takes the last end record that it finds, whatever the one before says about its comment.
        var evil = Zip(("Evil.nuspec", Evil));
        var good = Zip(("Good.nuspec", Good));
        var both = (byte[])[.. good, .. evil[^22..], 0];
        both[good.Length - 2] = 23;

        Assert.Contains("end record", Malformed(both));
    }

    [TestMethod]
    public void Manifest_under_an_escaped_name_counts_as_one() =>
        Assert.Contains("2 manifests", Malformed(Zip(("Good.nuspec", Good), ("Evil%2Enuspec", Evil))));

    [TestMethod]
    public void Name_that_is_another_once_unescaped_is_a_second_entry_of_that_name() =>
        Assert.Contains("two entries", Malformed(Zip(("Good.nuspec", Good), ("lib/a.dll", ""), ("lib%2Fa.dll", ""))));

    [TestMethod]
    public void Escaped_way_out_of_the_folder_is_refused() =>
        Assert.Contains("leads out", Malformed(Zip(("Good.nuspec", Good), ("%2e%2e/evil.dll", ""))));

    [TestMethod]
    public void Manifest_nested_in_another_element_is_not_the_manifest()
    {
        var nested = Evil.Replace("<package>", $"<package><x>{Good["<package>".Length..^"</package>".Length]}</x>", StringComparison.Ordinal);

        var seen = Assert.IsInstanceOfType<Look.Seen>(Look(Zip(("Evil.nuspec", nested))));

        Assert.AreEqual("Evil 6.6.6", seen.Evidence.Found.Contents.Declared.ToString());
    }

    [TestMethod]
    public void Id_of_another_namespace_is_refused() => Assert.Contains(
        "namespace", Malformed(Zip(("Good.nuspec", Good.Replace("<id>", "<id xmlns=\"urn:other\">", StringComparison.Ordinal)))));

    private static string Malformed(byte[] zip) => Assert.IsInstanceOfType<Look.Malformed>(Look(zip)).Problem;

    private static Look Look(byte[] zip) =>
        Reader.Read(new MemoryStream(zip), new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), CancellationToken.None);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
