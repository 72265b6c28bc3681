using InstallGuard.Cli.Diagnosing;

namespace InstallGuard.Cli;

/// <summary>What the doctor says is not covered.</summary>
[TestClass]
public sealed class KnownGapsTests
{
    [TestMethod]
    public void Nobody_looks_at_tools_and_no_later_restore_does()
    {
        var tools = KnownGaps.Of(_ => null).Single(gap => gap.What.Contains("dotnet tool", StringComparison.Ordinal));

        Assert.Contains("nobody looks at tools, neither then nor at the next restore", tools.What);
        Assert.IsNotNull(tools.Fix);
    }
}
