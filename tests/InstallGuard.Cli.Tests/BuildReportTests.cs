using InstallGuard.Core.Tests.Given;
using InstallGuard.Sdk;

namespace InstallGuard.Cli;

/// <summary>A check as the messages of a build.</summary>
[TestClass]
public sealed class BuildReportTests
{
    private readonly FakeBuildEngine _engine = new();

    [TestMethod]
    public void Block_says_in_one_line_what_it_usually_is_and_leads_to_a_decision()
    {
        var line = Told(Checked(Policy.Default, "Contoso.Json", "mallory", Publishers.Pinned("1.0.0", repository: Publishers.NuGetOrg("ann")))).Single(told => told.Contains("pinned: ", StringComparison.Ordinal));

        Assert.Contains("; usually: the package moved to the project's own account, or was handed to somebody else; help: run `installguard explain Contoso.Json@2.0.0`", line);
        Assert.IsLessThan(line.IndexOf("put the earlier version back", StringComparison.Ordinal), line.IndexOf("installguard accept Contoso.Json", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Cause_of_several_packages_is_one_error()
    {
        var locked = new Policy(Locked: true);
        var lines = Told(Checked(locked, "Contoso.Json", "ann"), Checked(locked, "Contoso.Text", "ann"), Checked(locked, "Contoso.Xml", "ann"));

        Assert.StartsWith("3 packages have no pin, and the lock may not be changed here; packages: Contoso.Json 2.0.0 ", lines[0]);
        Assert.HasCount(1, lines.Where(line => line.Contains("; help:", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Notice_is_a_warning_until_it_was_noticed(bool wasNoticed)
    {
        var package = Hostile.Packages(Hostile.Texts[0]).First(one => one.Disposition == Disposition.Warn) with { WasNoticed = wasNoticed };

        _ = Told(package);

        Assert.HasCount(wasNoticed ? 0 : 1, _engine.Warnings);
        Assert.HasCount(1, _engine.Lines);
    }

    private List<string> Told(params CheckedPackage[] packages)
    {
        Reading.Out(new(packages, []), "/work/installguard.lock.json", new BuildReport(new(_engine, "app.csproj")));
        return _engine.Lines;
    }

    private static CheckedPackage Checked(Policy policy, string id, string owner, params Pin[] pins)
    {
        var evidence = Found.In(Publishers.Package(id), repository: Found.Countersigned(Publishers.NuGetOrg(owner)));
        var verdict = Decide.For(evidence.Contents.Declared, pins, Found.Seen(evidence), []);
        return new(evidence.Contents.Declared, "https://feed.example/index.json", Found.Seen(evidence), verdict, policy.For(verdict.Kind));
    }
}
