using System.IO.Compression;
using InstallGuard.Decisions;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>The page that the help link of every error leads to is in the package.</summary>
[TestClass]
public sealed class HelpPageTests
{
    [TestMethod]
    public void Every_rule_has_its_paragraph_in_the_package()
    {
        using var package = ZipFile.OpenRead(Guarded.PackedSdk);
        using var page = new StreamReader(package.GetEntry("docs/rules.md")!.Open());
        var lines = page.ReadToEnd().Split('\n').Select(line => line.Trim()).ToHashSet();

        Assert.AreEqual("", string.Join(", ", RuleCatalog.All.Where(rule => !lines.Contains($"## {rule}"))));
    }
}
