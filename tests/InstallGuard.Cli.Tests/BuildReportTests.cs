using InstallGuard.Core.Tests.Given;
using InstallGuard.Sdk;

namespace InstallGuard.Cli;

/// <summary>What of a check a build shows.</summary>
[TestClass]
public sealed class BuildReportTests
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Notice_is_a_warning_until_it_was_noticed(bool wasNoticed)
    {
        var package = Hostile.Packages(Hostile.Texts[0]).First(one => one.Disposition == Disposition.Warn) with { WasNoticed = wasNoticed };
        var engine = new FakeBuildEngine();

        Reading.Out(new([package], []), "/work/installguard.lock.json", new BuildReport(new BuildLog(engine, "app.csproj")));

        Assert.HasCount(wasNoticed ? 0 : 1, engine.Warnings);
        Assert.HasCount(1, engine.Lines);
    }
}
