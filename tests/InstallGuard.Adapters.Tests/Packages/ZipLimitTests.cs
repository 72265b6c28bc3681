using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using InstallGuard.Adapters.Packages.Signatures;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Decisions;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages;

/// <summary>Zip files that could be read in two ways, or that are larger than they look.</summary>
[TestClass]
public sealed class ZipLimitTests
{
    private const string Nuspec = """<package><metadata><id>Contoso.Json</id><version>1.0.0</version><authors>Contoso</authors></metadata></package>""";
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
    private static readonly PackageReader Reader = new(TrustedRoots.Of(SdkOfTheTests.Found.Folder, []), KnownRepositories.BuiltIn);

    [TestMethod]
    public void Plain_package_is_read()
    {
        var seen = Assert.IsInstanceOfType<Look.Seen>(Read(Zip(("Contoso.Json.nuspec", Nuspec))));

        Assert.AreEqual("Contoso.Json 1.0.0", seen.Evidence.Found.Contents.Declared.ToString());
        Assert.AreEqual(FindingState.Absent, seen.Evidence.Found.Author.State);
        Assert.AreEqual(FindingState.Absent, seen.Evidence.Found.Repository.State);
    }

    [TestMethod]
    public void Package_of_ten_thousand_entries_is_read()
    {
        var entries = Enumerable.Range(0, 10_000).Select(number => ($"content/{number}.txt", ""));

        _ = Assert.IsInstanceOfType<Look.Seen>(Read(Zip([("Contoso.Json.nuspec", Nuspec), .. entries])));
    }

    [TestMethod]
    public void Manifest_that_unpacks_to_more_than_it_may_is_refused()
    {
        var bomb = Zip(("Contoso.Json.nuspec", new string(' ', NuspecReader.LargestFile + 1)));

        Assert.IsLessThan(100_000, bomb.Length);
        Assert.Contains($"{NuspecReader.LargestFile}", Malformed(bomb));
    }

    [TestMethod]
    public void Manifest_that_lies_about_its_size_is_refused_all_the_same()
    {
        var bomb = Zip(("Contoso.Json.nuspec", new string(' ', NuspecReader.LargestFile + 1)));
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(DirectoryOf(bomb) + 24), 10);

        Assert.Contains($"{NuspecReader.LargestFile}", Malformed(bomb));
    }

    [TestMethod]
    [DataRow(20, uint.MaxValue - 1, DisplayName = "packed size")]
    [DataRow(42, uint.MaxValue - 1, DisplayName = "offset")]
    [DataRow(42, 7u, DisplayName = "offset in the middle of a header")]
    public void Record_that_points_out_of_the_file_is_refused(int field, uint value)
    {
        var zip = Zip(("Contoso.Json.nuspec", Nuspec));
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(DirectoryOf(zip) + field), value);

        Assert.Contains("damaged", Malformed(zip));
    }

    [TestMethod]
    [DataRow(4, DisplayName = "this volume")]
    [DataRow(6, DisplayName = "the directory's volume")]
    [DataRow(8, DisplayName = "entries of this volume")]
    public void Volume_of_several_is_refused(int field)
    {
        var zip = Zip(("Contoso.Json.nuspec", Nuspec));
        zip[EndOf(zip) + field] ^= 1;

        Assert.Contains("volumes", Malformed(zip));
    }

    [TestMethod]
    [DataRow(12)]
    [DataRow(16)]
    public void Zip64_is_refused(int field)
    {
        var zip = Zip(("Contoso.Json.nuspec", Nuspec));
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(EndOf(zip) + field), uint.MaxValue);

        Assert.Contains("zip64", Malformed(zip));
    }

    [TestMethod]
    public void Bytes_between_directory_and_end_record_are_refused()
    {
        var zip = Zip(("Contoso.Json.nuspec", Nuspec));
        var end = EndOf(zip);

        Assert.Contains("directory does not lie", Malformed([.. zip[..end], 0, .. zip[end..]]));
    }

    [TestMethod]
    public void Bytes_behind_the_end_record_are_refused()
    {
        byte[] zip = [.. Zip(("Contoso.Json.nuspec", Nuspec)), 0];

        Assert.Contains("does not end", Malformed(zip));
    }

    [TestMethod]
    public void Second_zip_in_the_comment_of_the_first_is_not_the_one_that_is_read()
    {
        // The first is read as a comment would have it, and a reader that searches from the back finds the second.
        var inner = Zip(("Fabrikam.Json.nuspec", Nuspec.Replace("Contoso", "Fabrikam", StringComparison.Ordinal)));
        var outer = Zip(("Contoso.Json.nuspec", Nuspec));
        BinaryPrimitives.WriteUInt16LittleEndian(outer.AsSpan(EndOf(outer) + 20), (ushort)inner.Length);

        Assert.Contains("directory does not lie", Malformed([.. outer, .. inner]));
    }

    [TestMethod]
    public void Encrypted_manifest_is_refused()
    {
        var zip = Zip(("Contoso.Json.nuspec", Nuspec));
        zip[DirectoryOf(zip) + 8] |= 1;

        Assert.Contains("damaged", Malformed(zip));
    }

    [TestMethod]
    public void Manifest_packed_in_an_unknown_way_is_refused()
    {
        var zip = Zip(("Contoso.Json.nuspec", Nuspec));
        zip[DirectoryOf(zip) + 10] = 14;

        Assert.Contains("damaged", Malformed(zip));
    }

    [TestMethod]
    [DataRow("../a")]
    [DataRow("lib/../../a")]
    [DataRow("/etc/a")]
    [DataRow("\\\\server\\share\\a")]
    [DataRow("lib\\..\\..\\a")]
    [DataRow("C:\\a")]
    [DataRow("C:a")]
    [DataRow("a\0b")]
    public void Name_that_leads_out_is_refused(string name) =>
        Assert.Contains("leads out", Malformed(Zip(("Contoso.Json.nuspec", Nuspec), (name, ""))));

    [TestMethod]
    public void Two_entries_of_one_name_are_refused() =>
        Assert.Contains("two entries", Malformed(Zip(("Contoso.Json.nuspec", Nuspec), ("lib/a", "1"), ("lib/a", "2"))));

    [TestMethod]
    public void Two_manifests_are_refused() =>
        Assert.Contains("2 manifests", Malformed(Zip(("Contoso.Json.nuspec", Nuspec), ("Contoso.Xml.NUSPEC", Nuspec))));

    [TestMethod]
    public void No_manifest_is_refused() =>
        Assert.Contains("0 manifests", Malformed(Zip(("lib/Contoso.Json.nuspec", Nuspec))));

    [TestMethod]
    [DataRow("")]
    [DataRow("no XML")]
    [DataRow("<package/>")]
    [DataRow("<package><metadata/></package>")]
    [DataRow("<package><metadata><id>Contoso.Json</id></metadata></package>")]
    [DataRow("<package><metadata><id>../Contoso</id><version>1.0.0</version></metadata></package>")]
    [DataRow("<package><metadata><id>Contoso.Json</id><version>one</version></metadata></package>")]
    [DataRow("<package><metadata><id>Contoso.Json</id><id>Contoso.Xml</id><version>1.0.0</version></metadata></package>")]
    [DataRow("<package><metadata><id>Contoso<b/>.Json</id><version>1.0.0</version></metadata></package>")]
    [DataRow("<!DOCTYPE p [<!ENTITY e 'x'>]><package><metadata><id>&e;</id><version>1.0.0</version></metadata></package>")]
    public void Manifest_that_does_not_say_which_package_it_is_is_refused(string nuspec) =>
        Assert.AreNotEqual("", Malformed(Zip(("Contoso.Json.nuspec", nuspec))));

    [TestMethod]
    [DataRow("")]
    [DataRow("garbage")]
    public void Signature_that_is_none_is_invalid_and_not_absent(string text)
    {
        var evidence = Evidence(Zip(("Contoso.Json.nuspec", Nuspec), (SignatureFile.EntryName, text)));

        Assert.AreEqual(FindingState.Invalid, evidence.Author.State);
        Assert.AreEqual(FindingState.Invalid, evidence.Repository.State);
    }

    [TestMethod]
    public void Signature_that_is_larger_than_it_may_be_is_invalid()
    {
        var evidence = Evidence(Zip(("Contoso.Json.nuspec", Nuspec), (SignatureFile.EntryName, new string('x', SignatureFile.LargestFile + 1))));

        Assert.AreEqual(FindingState.Invalid, evidence.Author.State);
    }

    [TestMethod]
    public void Signature_that_is_not_the_last_entry_is_invalid()
    {
        var evidence = Evidence(Zip((SignatureFile.EntryName, "garbage"), ("Contoso.Json.nuspec", Nuspec)));

        Assert.AreEqual(FindingState.Invalid, evidence.Author.State);
        Assert.AreEqual(FindingState.Invalid, evidence.Repository.State);
    }

    private static PackageEvidence Evidence(byte[] zip) => Assert.IsInstanceOfType<Look.Seen>(Read(zip)).Evidence.Found;

    private static string Malformed(byte[] zip) => Assert.IsInstanceOfType<Look.Malformed>(Read(zip)).Problem;

    private static Look Read(byte[] bytes) => Reader.Read(new MemoryStream(bytes), Now, CancellationToken.None);

    private static int EndOf(byte[] zip) => zip.AsSpan().LastIndexOf("PK\x05\x06"u8);

    private static int DirectoryOf(byte[] zip) => BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(EndOf(zip) + 16));

    // The signature is stored; the rest is packed.
    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                var entry = zip.CreateEntry(name, name == SignatureFile.EntryName ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
