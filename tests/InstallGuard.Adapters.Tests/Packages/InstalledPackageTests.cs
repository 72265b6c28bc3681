using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using InstallGuard.Adapters.Packages.Installed;
using InstallGuard.Adapters.Storage;
using InstallGuard.Checking;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Packages;

/// <summary>Installed files against the package that they are said to be from.</summary>
[TestClass]
public sealed class InstalledPackageTests
{
    private static readonly Package Json = Samples.PackageOf("Contoso.Json", "1.0.0");
    private static readonly byte[] Targets = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40_000).Select(number => $"<a{number}/>")));

    private static readonly byte[] Bytes = TestPackage.Create("Contoso.Json", "1.0.0", content => content
        .WithFile("build/Contoso.Json.targets", Targets)
        .WithFile("content/a%20b.txt", "text"u8.ToArray())
        .WithFile("lib/net10.0/Contoso.Json.dll", [1, 2, 3])
        .WithFile("lib/net10.0/Contoso.Json.xml", "<doc />"u8.ToArray())
        .WithFile("empty/", []));

    [TestMethod]
    public void What_NuGet_extracts_is_the_same()
    {
        using var folder = Installed();

        Assert.IsInstanceOfType<InstallationComparison.Same>(Compare(folder));
        Assert.IsTrue(InstalledPackage.IsWhole(folder.Path, Json));
    }

    [TestMethod]
    public void Byte_that_changed_is_found_with_the_length_and_the_time_as_they_were()
    {
        using var folder = Installed();
        var path = folder["build/Contoso.Json.targets"];
        var (written, bytes) = (File.GetLastWriteTimeUtc(path), File.ReadAllBytes(path));
        bytes[^9] ^= 1;
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, written);

        Assert.AreEqual(new("build/Contoso.Json.targets", $"{Targets.Length} bytes", "as many bytes, and others"), Other(folder));
    }

    [TestMethod]
    [DataRow("build/Contoso.Json.targets", "8890 bytes", "3 bytes")]
    [DataRow("build/Contoso.Json.props", "no such file", "3 bytes")]
    [DataRow("lib/net10.0/contoso.json.dll", "no such file", "3 bytes")]
    [DataRow("lib/net10.0/Other.xml.zip", "no such file", "3 bytes")]
    [DataRow("contoso.json.2.0.0.nupkg", "no such file", "3 bytes")]
    [DataRow(".nupkg.metadata.bak", "no such file", "3 bytes")]
    [DataRow("contoso.json.1.0.0.nupkg.sha512", "the hash of the package", "another hash")]
    [DataRow("contoso.json.nuspec", "", "3 bytes")]
    public void File_that_is_another_or_in_no_package_is_found(string file, string inPackage, string installed)
    {
        if (file == "lib/net10.0/contoso.json.dll" && (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()))
        {
            Assert.Inconclusive("both names are one file here");
        }

        using var folder = Installed();
        _ = Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        File.WriteAllText(folder[file], "new");

        var other = Other(folder);

        Assert.AreEqual(file, other.File);
        Assert.AreEqual(installed, other.Installed);
        Assert.Contains(inPackage, other.InPackage);
        Assert.IsFalse(InstalledPackage.IsWhole(folder.Path, Json));
    }

    [TestMethod]
    [DataRow("lib/net10.0/Contoso.Json.dll")]
    [DataRow("content/a b.txt")]
    [DataRow("contoso.json.nuspec")]
    public void File_that_is_missing_is_found(string file)
    {
        using var folder = Installed();
        File.Delete(folder[file]);

        Assert.AreEqual((file, "no such file"), (Other(folder).File, Other(folder).Installed));
    }

    [TestMethod]
    public void Link_is_found_also_where_it_leads_to_the_same_bytes()
    {
        using var folder = Installed();
        using var elsewhere = new TestFolder();
        var path = folder["lib/net10.0/Contoso.Json.dll"];
        File.Move(path, elsewhere["Contoso.Json.dll"]);
        _ = File.CreateSymbolicLink(path, elsewhere["Contoso.Json.dll"]);

        Assert.AreEqual("a link to another place", Other(folder).Installed);
    }

    [TestMethod]
    public void Documentation_may_be_missing_or_packed_and_then_it_is_looked_into()
    {
        using var folder = Installed();
        var xml = folder["lib/net10.0/Contoso.Json.xml"];
        File.Delete(xml);
        Assert.IsInstanceOfType<InstallationComparison.Same>(Compare(folder));

        Pack($"{xml}.zip", "<doc />");
        Assert.IsInstanceOfType<InstallationComparison.Same>(Compare(folder));

        Pack($"{xml}.zip", "<cod />");
        Assert.AreEqual("lib/net10.0/Contoso.Json.xml.zip", Other(folder).File);
    }

    [TestMethod]
    public void Package_that_cannot_be_read_is_no_answer()
    {
        using var folder = Installed();

        var failed = Assert.IsInstanceOfType<InstallationComparison.Failed>(Compare(folder, "no zip"u8.ToArray()));

        Assert.Contains(folder.Path, failed.Because);
    }

    [TestMethod]
    public void Every_change_of_a_file_gives_another_digest()
    {
        using var folder = Installed();
        var digests = new List<string> { InstalledFiles.Digest(folder.Path) };
        Assert.AreEqual(digests[0], InstalledFiles.Digest(folder.Path));

        File.WriteAllText(folder["lib/net10.0/Contoso.Json.dll"], "new");
        digests.Add(InstalledFiles.Digest(folder.Path));
        File.WriteAllText(folder["lib/net10.0/New.dll"], "");
        digests.Add(InstalledFiles.Digest(folder.Path));
        File.Delete(folder["build/Contoso.Json.targets"]);
        digests.Add(InstalledFiles.Digest(folder.Path));

        Assert.AreEqual(4, digests.Distinct().Count());
    }

    private static InstallationComparison Compare(TestFolder folder, byte[]? package = null) =>
        InstalledPackage.Compare(folder.Path, Json, new MemoryStream(package ?? Bytes), PackageHash.FromBytes(SHA512.HashData(Bytes)), CancellationToken.None);

    private static InstallationDifference Other(TestFolder folder) => Assert.IsInstanceOfType<InstallationComparison.Other>(Compare(folder)).Difference;

    // As NuGet leaves it: without the parts of the zip's own, the manifest in lower case.
    private static TestFolder Installed()
    {
        var folder = new TestFolder();
        ZipFile.ExtractToDirectory(new MemoryStream(Bytes), folder.Path);
        foreach (var part in new[] { "_rels", "package" })
        {
            Directory.Delete(folder[part], recursive: true);
        }

        File.Delete(folder["[Content_Types].xml"]);
        File.Move(folder["Contoso.Json.nuspec"], folder["contoso.json.nuspec"]);
        File.Move(folder["content/a%20b.txt"], folder["content/a b.txt"]);
        File.WriteAllBytes(folder["contoso.json.1.0.0.nupkg"], Bytes);
        File.WriteAllText(folder["contoso.json.1.0.0.nupkg.sha512"], Convert.ToBase64String(SHA512.HashData(Bytes)));
        File.WriteAllText(folder[".nupkg.metadata"], "{}");
        return folder;
    }

    private static void Pack(string path, string text)
    {
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using var stream = zip.CreateEntry("Contoso.Json.xml").Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
