using System.CommandLine.Parsing;
using InstallGuard.Cli.Arguments;

namespace InstallGuard.Cli;

/// <summary>What is said about arguments that cannot be meant: the mistake, what was probably meant, and where the help is.</summary>
[TestClass]
public sealed class UsageMessageTests
{
    private static readonly string[] Commands = ["init", "doctor", "restore", "check", "explain", "accept", "revert", "move-feed", "merge", "inspect", "compare"];

    public static IEnumerable<string> EveryExample => Examples.FirstSteps.Concat(Commands.SelectMany(Examples.Of)).Distinct();

    [TestMethod]
    [DataRow("error: no such command: restor. Did you mean restore?|See installguard --help", "restor")]
    [DataRow("error: no such command: Restore. Did you mean restore?|See installguard --help", "Restore")]
    [DataRow("error: no such command: dcotor. Did you mean doctor?|See installguard --help", "dcotor", ".", "--locked")]
    [DataRow("error: no such command: publish|See installguard --help", "publish")]
    [DataRow("error: no such option: --lokced. Did you mean --locked?|See installguard restore --help", "restore", "--lokced")]
    [DataRow("error: no such option: --lokced. Did you mean --locked?|See installguard check --help", "check", "--lokced=true")]
    [DataRow("error: no such option: --frozen|See installguard check --help", "check", ".", "--frozen")]
    [DataRow("error: no such option: --resaon. Did you mean --reason?|See installguard accept --help", "accept", "Contoso.Json", "--resaon", "because it moved")]
    [DataRow("error: no such option: --hlep. Did you mean --help?|See installguard --help", "--hlep")]
    [DataRow("error: no such option: --fromat. Did you mean --format?|See installguard compare --help", "compare", "--fromat", "json", "Contoso.Json@1.0.0", "Contoso.Json@2.0.0")]
    [DataRow("error: explain takes no argument 1.0.0|See installguard explain --help", "explain", "Contoso.Json", "1.0.0")]
    [DataRow("error: --locked stands in the wrong place: write it after restore|See installguard restore --help", "--locked", "restore")]
    [DataRow("error: no such option: --version|See installguard explain --help", "explain", "--version")]
    [DataRow("error: no such command: @arguments|See installguard --help", "@arguments")]
    [DataRow("error: <releases> needs at least 2|See installguard compare --help", "compare", "Contoso.Json@1.0.0")]
    [DataRow("error: Argument 'xml' not recognized. Must be one of: 'text' 'json'|See installguard inspect --help", "inspect", "Contoso.Json@1.0.0", "--format", "xml")]
    [DataRow("error: <package> is missing|See installguard explain --help", "explain")]
    [DataRow("error: no such option: -p; put `--` before what is meant for dotnet restore|See installguard restore --help", "restore", "-p:Configuration=Release")]
    [DataRow("error: no project here uses Contoso.Json, as far as they are restored; name a version, as Contoso.Json@<version>, or a .nupkg file", "inspect", "Contoso.Json")]
    [DataRow("error: --reason is missing|See installguard accept --help", "accept", "Contoso.Json")]
    [DataRow("error: --reason needs a value|See installguard accept --help", "accept", "Contoso.Json", "--reason")]
    [DataRow("error: no-such-folder does not exist|See installguard check --help", "check", "no-such-folder")]
    public async Task Mistake_is_named_in_one_line_and_the_help_in_another(string lines, params string[] arguments)
    {
        using var shell = new Shell();

        Assert.AreEqual(2, await shell.RunAsync(arguments));

        Assert.AreEqual(lines.Replace('|', '\n'), shell.Error.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.AreEqual("", shell.Out);
    }

    [TestMethod]
    public async Task Folder_that_is_called_like_an_option_is_not_what_an_unknown_option_means()
    {
        using var shell = new Shell();
        var folder = Directory.CreateDirectory("--frozzen");
        try
        {
            Assert.AreEqual(2, await shell.RunAsync("check", folder.Name));
        }
        finally
        {
            folder.Delete();
        }

        Assert.StartsWith("error: no such option: --frozzen", shell.Error);
    }

    [TestMethod]
    public async Task Without_arguments_the_help_is_shown_and_nothing_was_checked()
    {
        using var asked = new Shell();
        using var shell = new Shell();

        Assert.AreEqual(0, await asked.RunAsync("--help"));
        Assert.AreEqual(2, await shell.RunAsync());

        Assert.AreEqual(asked.Out, shell.Error);
        Assert.AreEqual("", shell.Out);
    }

    [TestMethod]
    public async Task Help_begins_with_init_and_doctor_and_ends_with_examples_and_exit_codes()
    {
        using var shell = new Shell();

        Assert.AreEqual(0, await shell.RunAsync("--help"));

        string[] order = ["Commands:", "  init ", "  doctor ", "  restore ", "Examples:", "  installguard init", "Exit codes:", "  0 ", "  4 "];
        var places = order.Select(words => shell.Out.IndexOf(words, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places, shell.Out);
        Assert.AreSequenceEqual(places.Order(), places, shell.Out);
    }

    [TestMethod]
    public async Task Help_may_stand_before_the_command_that_it_is_about()
    {
        foreach (var about in (string[][])[["accept"], []])
        {
            using var asked = new Shell();
            using var shell = new Shell();

            Assert.AreEqual(0, await asked.RunAsync([.. about, "--help"]));
            Assert.AreEqual(0, await shell.RunAsync(["help", .. about]), shell.Error);

            Assert.AreEqual(asked.Out, shell.Out);
        }
    }

    [TestMethod]
    public async Task Usage_of_restore_shows_what_goes_to_dotnet_restore()
    {
        using var shell = new Shell();

        Assert.AreEqual(0, await shell.RunAsync("restore", "--help"));

        Assert.Contains("[-- <arguments for dotnet restore>]", shell.Out[..shell.Out.IndexOf("Options:", StringComparison.Ordinal)]);
    }

    [TestMethod]
    public async Task Help_of_each_command_has_an_example()
    {
        foreach (var command in (string[])["init", "doctor", "restore", "check", "explain", "accept", "revert", "inspect", "compare"])
        {
            using var shell = new Shell();

            Assert.AreEqual(0, await shell.RunAsync(command, "--help"));

            Assert.Contains($"installguard {command}", shell.Out[shell.Out.IndexOf("Examples:", StringComparison.Ordinal)..]);
        }
    }

    [TestMethod]
    [DynamicData(nameof(EveryExample))]
    public void Example_could_be_typed_as_it_stands(string example)
    {
        using var shell = new Shell();
        string[] arguments = [.. CommandLineParser.SplitCommandLine(example)];
        var end = Array.IndexOf(arguments, "--");

        Assert.AreEqual("installguard", arguments[0]);
        Assert.IsEmpty(UsageError.Of(CommandLine.Build(shell.Ports, SdkOfTheTests.Found, []).Parse(arguments[1..(end < 0 ? ^0 : end)])));
    }

    [TestMethod]
    [DataRow("restor", "restore")]
    [DataRow("INIT", "init")]
    [DataRow("inti", "init")]
    [DataRow("chekc", "check")]
    [DataRow("explian", "explain")]
    [DataRow("srilog", "Serilog")]
    [DataRow("it", "init", false)]
    [DataRow("audit", "accept", false)]
    [DataRow("undo", "doctor", false)]
    [DataRow("", "init", false)]
    public void Only_a_name_that_is_close_is_taken_for_the_one_that_was_meant(string word, string name, bool isMeant = true) =>
        Assert.AreEqual(isMeant ? name : null, Spelling.Nearest(word, [name]));
}
