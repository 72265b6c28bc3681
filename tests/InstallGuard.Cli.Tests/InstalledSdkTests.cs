using System.Security.Cryptography;
using InstallGuard.Cli.Diagnosing;
using InstallGuard.Testing;

namespace InstallGuard.Cli;

/// <summary>The doctor looks whether the InstallGuard.Sdk that runs is the one that the lock pins.</summary>
[TestClass]
public sealed class InstalledSdkTests : IDisposable
{
    private const string Version = "1.2.3";
    private static readonly byte[] Bytes = TestPackage.Create("InstallGuard.Sdk", Version, content => content.WithFile("tools/InstallGuard.Sdk.dll", [1, 2, 3]));
    private static readonly ContentsIdentity Contents = ContentsIdentity.Parse(Convert.ToBase64String(SHA512.HashData(Bytes)))!;
    private static readonly ContentsIdentity Others = ContentsIdentity.Parse(Convert.ToBase64String(new byte[64]))!;

    private readonly Shell _shell = new();

    public InstalledSdkTests()
    {
        System.IO.Compression.ZipFile.ExtractToDirectory(new MemoryStream(Bytes), Folder);
        Directory.Delete(Path.Combine(Folder, "_rels"), recursive: true);
        Directory.Delete(Path.Combine(Folder, "package"), recursive: true);
        File.Delete(Path.Combine(Folder, "[Content_Types].xml"));
        File.Move(Path.Combine(Folder, "InstallGuard.Sdk.nuspec"), Path.Combine(Folder, "installguard.sdk.nuspec"));
        File.WriteAllBytes(Path.Combine(Folder, $"installguard.sdk.{Version}.nupkg"), Bytes);
        File.WriteAllText(Path.Combine(Folder, ".nupkg.metadata"), "{}");
    }

    private string Folder => Path.Combine(_shell.Folder, "installguard.sdk", Version);

    public void Dispose() => _shell.Dispose();

    [TestMethod]
    public void One_that_the_lock_pins_is_as_it_should_be() =>
        Assert.AreEqual(new(Diagnosis.Fine, "InstallGuard.Sdk 1.2.3 is the one that the lock pins"), Finding(Contents));

    [TestMethod]
    public void Another_one_is_a_problem_and_its_folder_is_to_be_deleted()
    {
        var finding = Finding(Others);

        Assert.AreEqual(Diagnosis.Broken, finding.Diagnosis);
        Assert.Contains($"sha512:{Contents.Sha512}", finding.What);
        Assert.Contains($"sha512:{Others.Sha512}", finding.What);
        Assert.StartsWith($"delete {Folder} and restore again", finding.Fix!);
        Assert.Contains("-p:Version=…", finding.Fix!);
    }

    [TestMethod]
    public void File_that_is_not_the_packages_is_a_problem()
    {
        File.WriteAllBytes(Path.Combine(Folder, "tools", "InstallGuard.Sdk.dll"), [1, 2, 4]);

        Assert.Contains("\"tools/InstallGuard.Sdk.dll\"", Finding(Contents).What.Replace('\\', '/'));
    }

    [TestMethod]
    public void Where_the_package_file_is_gone_nobody_can_tell()
    {
        File.Delete(Path.Combine(Folder, $"installguard.sdk.{Version}.nupkg"));

        var finding = Finding(Contents);

        Assert.AreEqual(Diagnosis.Broken, finding.Diagnosis);
        Assert.Contains("cannot be told", finding.What);
    }

    [TestMethod]
    public void Version_without_a_pin_was_compared_with_nothing() =>
        Assert.AreEqual(Diagnosis.Gap, InstalledSdk.Of([Tools], Version, LockDocument.Empty, CancellationToken.None).Single().Diagnosis);

    private string Tools => Path.Combine(Folder, "tools", "net10.0");

    private Diagnosing.Finding Finding(ContentsIdentity pinned) => InstalledSdk.Of([Tools, Tools], Version, Pinning(pinned), CancellationToken.None).Single();

    private static LockDocument Pinning(ContentsIdentity contents) =>
        LockDocument.Empty.With(OwnPackage.Sdk, new(PackageVersion.Parse(Version), PublisherIdentity.UnsignedOf(contents), new PinOrigin.FirstUse(new(2026, 11, 21))));
}
