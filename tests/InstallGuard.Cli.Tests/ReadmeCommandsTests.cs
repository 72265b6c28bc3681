using System.CommandLine;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Cli;

/// <summary>What README.md says of the commands is what they take.</summary>
[TestClass]
public sealed class ReadmeCommandsTests
{
    private const string Roots = "--trusted-root";

    private static readonly string[] InProse = ["--locked", "--collect", Roots];
    private static readonly string Readme = File.ReadAllText(Path.Combine(Fixtures.Root, "README.md"));

    public static IEnumerable<string> Names => Commands().Select(command => command.Name);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Options_of_a_command_stand_in_its_row(string name)
    {
        var rows = string.Concat(Readme.Split('\n').Where(line => line.StartsWith($"| `installguard {name} ", StringComparison.Ordinal) || line.StartsWith($"| `installguard {name}`", StringComparison.Ordinal)));

        Assert.AreNotEqual("", rows);
        Assert.AreEqual("", string.Join(' ', OptionsOf(name).Except(InProse).Where(option => !rows.Contains(option, StringComparison.Ordinal))));
    }

    [TestMethod]
    public void Roots_of_ones_own_are_for_all_but_those_that_are_named()
    {
        var without = Names.Where(name => !OptionsOf(name).Contains(Roots)).Select(name => $"`{name}`").Order(StringComparer.Ordinal).ToList();

        Assert.Contains($"All but {string.Join(", ", without.SkipLast(1))} and {without[^1]} take `{Roots} file.pem`", Readme.ReplaceLineEndings(" "));
    }

    private static IEnumerable<string> OptionsOf(string name) =>
        Commands().Single(command => command.Name == name).Options.Where(option => !option.Hidden).Select(option => option.Name);

    private static IReadOnlyList<Command> Commands()
    {
        using var shell = new Shell();
        return [.. CommandLine.Build(shell.Ports, SdkOfTheTests.Found, []).Subcommands.Where(command => !command.Hidden)];
    }
}
