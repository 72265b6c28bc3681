using InstallGuard.Cli.Diagnosing;

namespace InstallGuard.Cli;

/// <summary>What the doctor says is not covered.</summary>
[TestClass]
public sealed class KnownGapsTests
{
    [TestMethod]
    public void Nobody_looks_at_tools_and_no_later_restore_does()
    {
        var tools = KnownGaps.Everywhere.Single(gap => gap.What.Contains("dotnet tool", StringComparison.Ordinal));

        Assert.Contains("nobody looks at tools, neither then nor at the next restore", tools.What);
        Assert.IsNotNull(tools.Fix);
    }

    [TestMethod]
    public void What_is_so_everywhere_is_not_said_of_a_machine() => Assert.IsEmpty(KnownGaps.Of(_ => null));
}
