using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Decisions;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages;

/// <summary>Names that NuGet would extract to a place that is its own, or that is not the one they name.</summary>
[TestClass]
public sealed class EntryNameTests
{
    private const string Nuspec = """<package><metadata><id>Contoso.Json</id><version>1.0.0-Beta</version><authors>Contoso</authors></metadata></package>""";
    private static readonly PackageReader Reader = new(TrustedRoots.Of(SdkOfTheTests.Found.Folder, []), KnownRepositories.BuiltIn);

    [TestMethod]
    [DataRow("./.nupkg.metadata")]
    [DataRow("build/./a.targets")]
    [DataRow("%2E/a")]
    [DataRow(".\\a")]
    [DataRow("build//a.targets")]
    [DataRow("build/%2Fa")]
    [DataRow("build\\\\a")]
    [DataRow("build/C:/a")]
    [DataRow("lib/a.dll:stream")]
    [DataRow("lib./a")]
    [DataRow("lib/a.dll.")]
    [DataRow("lib/a.dll ")]
    [DataRow("lib /a.dll")]
    [DataRow("lib/a.dll%20")]
    [DataRow("./")]
    [DataRow("build//")]
    public void Name_of_another_place_is_refused(string name) => Assert.Contains("another place", Malformed(Zip(name)));

    [TestMethod]
    [DataRow(".nupkg.metadata")]
    [DataRow(".NuPkg.Metadata")]
    [DataRow("%2Enupkg.metadata")]
    [DataRow(".nup\u212Ag.metadata", DisplayName = "with the sign for kelvin, which is a k where case does not count")]
    [DataRow(".nupkg.metadata/")]
    [DataRow(".nupkg.metadata/a")]
    [DataRow("contoso.json.1.0.0-beta.nupkg")]
    [DataRow("Contoso.Json.1.0.0-Beta.nupkg")]
    [DataRow("contoso.json.1.0.0-beta.nupkg.sha512")]
    [DataRow("CONTOSO.json.1.0.0-beta.nupkg.SHA512\\a")]
    public void Name_that_is_NuGets_own_is_refused(string name) => Assert.Contains("NuGet's own", Malformed(Zip(name)));

    [TestMethod]
    [DataRow("build/")]
    [DataRow("build/net10.0/")]
    [DataRow("lib/net10.0/_._")]
    [DataRow("content/.nupkg.metadata")]
    [DataRow("content/contoso.json.1.0.0-beta.nupkg")]
    [DataRow("contoso.json.1.0.0.nupkg.txt")]
    [DataRow("content/.gitignore")]
    [DataRow("content/..a")]
    [DataRow("content/a%20b.txt")]
    [DataRow("lib\\net10.0\\Contoso.Json.dll")]
    [DataRow("content/\u00e4.txt")]
    public void Other_names_are_read(string name) => _ = Assert.IsInstanceOfType<Look.Seen>(Read(Zip(name)));

    [TestMethod]
    public void Names_that_differ_in_case_are_refused_where_they_are_one_file()
    {
        var look = Read(Zip("lib/Contoso.dll", "LIB/contoso.DLL"));

        Assert.AreEqual(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), look is Look.Malformed);
    }

    [TestMethod]
    public void Directory_of_as_many_entries_as_can_be_is_read_within_bounds()
    {
        // Larger ones hold nothing that a package needs: 65,534 names of 200 letters fit.
        Assert.Contains("directory", Malformed(Directory(entries: 65_000, nameLength: 980)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("manifests", Malformed(Directory(entries: 65_534, nameLength: 200)));

        Assert.IsLessThan(160L << 20, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Malformed(byte[] zip) => Assert.IsInstanceOfType<Look.Malformed>(Read(zip)).Problem;

    private static Look Read(byte[] zip) => Reader.Read(new MemoryStream(zip), DateTimeOffset.UnixEpoch, CancellationToken.None);

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var nuspec = zip.CreateEntry("Contoso.Json.nuspec").Open())
            {
                nuspec.Write(Encoding.UTF8.GetBytes(Nuspec));
            }

            foreach (var name in names)
            {
                _ = zip.CreateEntry(name);
            }
        }

        return bytes.ToArray();
    }

    // A directory with nothing in front of it.
    private static byte[] Directory(int entries, int nameLength)
    {
        using var zip = new MemoryStream();
        var record = new byte[46 + nameLength];
        "PK\u0001\u0002"u8.CopyTo(record);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(28), (ushort)nameLength);
        for (var i = 0; i < entries; i++)
        {
            _ = Encoding.ASCII.GetBytes($"{i:x8}/%41".PadRight(nameLength, 'a'), record.AsSpan(46));
            zip.Write(record);
        }

        var end = new byte[22];
        "PK\u0005\u0006"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)entries);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)entries);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)zip.Length);
        zip.Write(end);
        return zip.ToArray();
    }
}
