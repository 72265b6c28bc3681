using System.Text.RegularExpressions;

namespace InstallGuard.Cli;

/// <summary>What cannot be meant is exit code 2, before anything is done.</summary>
[TestClass]
public sealed partial class UsageTests
{
    // Each command as it must be to be understood, and all of its options with a value that would do.
    private static readonly Dictionary<string, (string[] Arguments, Dictionary<string, string[]> Options)> Commands = new(StringComparer.Ordinal)
    {
        ["restore"] = ([], new() { ["--collect"] = [], ["--locked"] = [], ["--trusted-root"] = ["roots.pem"] }),
        ["check"] = ([], new() { ["--collect"] = [], ["--exclude"] = ["roots.pem"], ["--format"] = ["json"], ["--locked"] = [], ["--trusted-root"] = ["roots.pem"] }),
        ["accept"] = (
            ["Contoso.Json", "--reason", "it was announced"],
            new() { ["--reason"] = ["it was announced"], ["--version"] = ["1.0.0"], ["--package-hash"] = ["AbCdEfGh"], ["--by"] = ["jo"], ["--collected"] = [], ["--yes"] = [], ["--trusted-root"] = ["roots.pem"] }),
        ["revert"] = (["Contoso.Json"], new() { ["--version"] = ["1.0.0"], ["--reason"] = ["it was announced"], ["--by"] = ["jo"] }),
        ["move-feed"] = (["local folder", "https://feed.contoso.example/index.json", "--reason", "it was announced"], new() { ["--reason"] = ["it was announced"], ["--by"] = ["jo"] }),
        ["merge"] = ([], []),
        ["explain"] = (["Contoso.Json"], new() { ["--trusted-root"] = ["roots.pem"] }),
        ["init"] = ([], new() { ["--undo"] = [], ["--exclude"] = ["roots.pem"], ["--trusted-root"] = ["roots.pem"] }),
        ["doctor"] = ([], new() { ["--exclude"] = ["roots.pem"], ["--verbose"] = [], ["--trusted-root"] = ["roots.pem"] }),
        ["inspect"] = (["package.nupkg"], new() { ["--format"] = ["json"], ["--trusted-root"] = ["roots.pem"] }),
        ["compare"] = (["package.nupkg", "package.nupkg"], new() { ["--format"] = ["json"], ["--trusted-root"] = ["roots.pem"] }),
    };

    public static IEnumerable<(string Command, string Wrong, string Option)> WrongLetters =>
        from command in Commands
        from option in command.Value.Options.Keys
        from wrong in Misspelt(option)
        select (command.Key, wrong, option);

    [TestMethod]
    [DynamicData(nameof(WrongLetters))]
    public async Task Option_with_one_letter_wrong_is_an_error(string command, string wrong, string option)
    {
        using var shell = ShellWithFiles();
        var (arguments, options) = Commands[command];
        string[] others = command == "accept" && option == "--reason" ? ["Contoso.Json"] : arguments;

        var code = await shell.RunAsync([command, .. others.Select(InFolder(shell)), wrong, .. options[option].Select(InFolder(shell))]);

        Assert.AreEqual(2, code, shell.Out + shell.Error);
        Assert.Contains(wrong, shell.Error);
        NothingWasDone(shell);
    }

    [TestMethod]
    [DynamicData(nameof(WrongLetters))]
    public async Task Option_with_one_letter_wrong_is_an_error_before_the_arguments_too(string command, string wrong, string option)
    {
        using var shell = ShellWithFiles();
        var (arguments, options) = Commands[command];

        var code = await shell.RunAsync([command, wrong, .. options[option].Select(InFolder(shell)), .. arguments.Select(InFolder(shell))]);

        Assert.AreEqual(2, code, shell.Out + shell.Error);
        NothingWasDone(shell);
    }

    [TestMethod]
    public async Task The_tables_above_name_every_option_that_there_is()
    {
        foreach (var (command, (_, options)) in Commands)
        {
            using var shell = new Shell();

            var code = await shell.RunAsync(command, "--help");

            Assert.AreEqual(0, code);
            var shown = LongOption().Matches(shell.Out).Select(match => match.Value).Where(option => option != "--help").Distinct().Order(StringComparer.Ordinal);
            Assert.AreSequenceEqual(options.Keys.Order(StringComparer.Ordinal), shown, command);
        }

        using var root = new Shell();
        _ = await root.RunAsync("--help");
        var commands = root.Out[root.Out.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n')[1..]
            .TakeWhile(line => line.Trim().Length > 0).Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ')
            .Select(line => line.Trim().Split(' ')[0]).Order(StringComparer.Ordinal);
        Assert.AreSequenceEqual(Commands.Keys.Order(StringComparer.Ordinal), commands);
    }

    [TestMethod]
    [DataRow]
    [DataRow("retsore")]
    [DataRow("Restore")]
    [DataRow("accept")]
    [DataRow("accept", "Contoso.Json")]
    [DataRow("accept", "--reason", "it was announced")]
    [DataRow("accept", "Contoso.Json", "--reason")]
    [DataRow("accept", "Contoso.Json", "--reason", "")]
    [DataRow("accept", "Contoso.Json", "--reason", " \t")]
    [DataRow("accept", "Contoso.Json", "Contoso.Xml", "--version", "1.0.0", "--reason", "it was announced")]
    [DataRow("accept", "Contoso.Json", "Contoso.Xml", "--package-hash", "AbCdEfGh", "--reason", "it was announced")]
    [DataRow("accept", "Contoso.Json", "--collected", "--reason", "it was announced")]
    [DataRow("accept", "Contoso.Json", "--from-audit", "--reason", "it was announced")]
    [DataRow("accept", "Contoso.Json", "--reason", "…")]
    [DataRow("accept", "Contoso.Json", "--reason", "<what you found>")]
    [DataRow("accept", "Contoso.Json", "--reason", "because")]
    [DataRow("revert", "Contoso.Json", "--reason", "<what you found>")]
    [DataRow("accept", "Contoso.Json", "--yes", "--reason", "it was announced")]
    [DataRow("move-feed")]
    [DataRow("move-feed", "local folder", "--reason", "it was announced")]
    [DataRow("move-feed", "local folder", "https://feed.contoso.example/index.json")]
    [DataRow("move-feed", "local folder", "https://feed.contoso.example/index.json", "--reason", " ")]
    [DataRow("move-feed", "local folder", "local folder", "--reason", "it was announced")]
    [DataRow("move-feed", "https://feed.contoso.example/index.json", "https://FEED.contoso.example:443/index.json/", "--reason", "it was announced")]
    [DataRow("move-feed", "local folder", "nowhere", "--reason", "it was announced")]
    [DataRow("move-feed", "local folder", "ftp://feed.contoso.example", "--reason", "it was announced")]
    [DataRow("revert")]
    [DataRow("revert", "Contoso.Json", "Contoso.Xml")]
    [DataRow("revert", "Contoso.Json", "--reason", "")]
    [DataRow("revert", "Contoso.Json", "--version", "one")]
    [DataRow("accept", "Contoso.Json", "--version", "one", "--reason", "it was announced")]
    [DataRow("accept", "Contoso.Json", "--version", "--reason", "it was announced")]
    [DataRow("accept", "../Contoso.Json", "--reason", "it was announced")]
    [DataRow("accept", "Contoso\u001b[2J", "--reason", "it was announced")]
    [DataRow("accept", "", "--reason", "it was announced")]
    [DataRow("explain")]
    [DataRow("explain", "Contoso.Json@")]
    [DataRow("explain", "Contoso.Json@one")]
    [DataRow("explain", "@1.0.0")]
    [DataRow("explain", "Contoso/Json")]
    [DataRow("explain", "Contoso.Json", "1.0.0")]
    [DataRow("inspect")]
    [DataRow("inspect", "no-such-file.nupkg")]
    [DataRow("inspect", ".")]
    [DataRow("inspect", "roots.pem")]
    [DataRow("inspect", "Contoso.Json")]
    [DataRow("inspect", "Contoso.Json@")]
    [DataRow("inspect", "Contoso.Json@one")]
    [DataRow("inspect", "../Contoso.Json@1.0.0")]
    [DataRow("inspect", "package.nupkg", "--format")]
    [DataRow("inspect", "package.nupkg", "--format", "xml")]
    [DataRow("inspect", "package.nupkg", "package.nupkg")]
    [DataRow("inspect", "package.nupkg", "--trusted-root", "no-such-file.pem")]
    [DataRow("compare")]
    [DataRow("compare", "package.nupkg")]
    [DataRow("compare", "Contoso.Json@1.0.0")]
    [DataRow("compare", "package.nupkg", "no-such-file.nupkg")]
    [DataRow("compare", "package.nupkg", ".")]
    [DataRow("compare", "package.nupkg", "roots.pem")]
    [DataRow("compare", "Contoso.Json@1.0.0", "Contoso.Json")]
    [DataRow("compare", "Contoso.Json@1.0.0", "Contoso.Json@")]
    [DataRow("compare", "Contoso.Json@1.0.0", "Contoso.Json@one")]
    [DataRow("compare", "Contoso.Json@1.0.0", "@2.0.0")]
    [DataRow("compare", "Contoso.Json@1.0.0", "../Contoso.Json@2.0.0")]
    [DataRow("compare", "Contoso.Json@1.0.0", "Contoso\u001b[2J@2.0.0")]
    [DataRow("compare", "Contoso.Json@1.0.0", "Contoso.Xml@2.0.0")]
    [DataRow("compare", "package.nupkg", "package.nupkg", "--format", "xml")]
    [DataRow("compare", "package.nupkg", "package.nupkg", "--trusted-root", "no-such-file.pem")]
    [DataRow("compare", "package.nupkg", "package.nupkg", "--", "--force")]
    [DataRow("restore", "no-such-folder")]
    [DataRow("restore", ".", ".")]
    [DataRow("restore", "--trusted-root")]
    [DataRow("restore", "--trusted-root", "no-such-file.pem")]
    [DataRow("restore", "--locked=maybe")]
    [DataRow("check", "no-such-folder")]
    [DataRow("init", "no-such-folder")]
    [DataRow("init", "--exclude", "no-such-folder")]
    [DataRow("doctor", "--exclude", "no-such-folder")]
    [DataRow("check", "no-such-folder/app.csproj")]
    [DataRow("check", ".", ".")]
    [DataRow("check", "--trusted-root", "no-such-file.pem")]
    [DataRow("check", "--", "--force")]
    [DataRow("accept", "Contoso.Json", "--reason", "it was announced", "--", "--force")]
    [DataRow("explain", "Contoso.Json", "--", "--force")]
    [DataRow("inspect", "package.nupkg", "--", "--force")]
    [DataRow("--", "restore")]
    public async Task Arguments_that_do_not_say_what_to_do_are_an_error(params string[] arguments)
    {
        using var shell = ShellWithFiles();

        var code = await shell.RunAsync([.. arguments.Select(InFolder(shell))]);

        Assert.AreEqual(2, code, shell.Out + shell.Error);
        Assert.AreNotEqual("", shell.Error);
        Assert.DoesNotContain("\u001b", shell.Out + shell.Error);
        Assert.DoesNotContain("   at ", shell.Error);
        NothingWasDone(shell);
    }

    [TestMethod]
    [DataRow("restore")]
    [DataRow("check")]
    [DataRow("init")]
    [DataRow("doctor")]
    public async Task Folder_with_nothing_to_restore_is_not_a_usage_that_was_meant(string command)
    {
        using var shell = ShellWithFiles();

        Assert.AreEqual(2, await shell.RunAsync(command, shell.Folder));

        Assert.Contains("no project and no solution", shell.Error);
        NothingWasDone(shell);
    }

    [TestMethod]
    [DataRow("INSTALLGUARD_LOCKED", "yes")]
    [DataRow("INSTALLGUARD_LOCKED", "TRUE")]
    [DataRow("INSTALLGUARD_LOCKED", " ")]
    [DataRow("INSTALLGUARD_NO_HTTP_CACHE", "on")]
    [DataRow("INSTALLGUARD_LARGEST_PACKAGE", "many")]
    [DataRow("INSTALLGUARD_LARGEST_PACKAGE", "0")]
    [DataRow("INSTALLGUARD_LARGEST_PACKAGE", "-1")]
    [DataRow("INSTALLGUARD_LARGEST_PACKAGE", "1e9")]
    public async Task Variable_with_a_value_that_it_cannot_have_is_an_error_in_every_command(string name, string value)
    {
        foreach (var (command, (arguments, _)) in Commands)
        {
            using var shell = ShellWithFiles();
            shell[name] = value;

            var code = await shell.RunAsync([command, .. arguments.Select(InFolder(shell))]);

            Assert.AreEqual(2, code, command + shell.Error);
            Assert.Contains(name, shell.Error);
            NothingWasDone(shell);
        }
    }

    [TestMethod]
    [DataRow("--help")]
    [DataRow("-h")]
    [DataRow("-?")]
    [DataRow("restore", "--help")]
    [DataRow("check", "--help")]
    [DataRow("accept", "--help")]
    [DataRow("revert", "--help")]
    [DataRow("move-feed", "--help")]
    [DataRow("explain", "-h")]
    [DataRow("inspect", "-?")]
    [DataRow("compare", "--help")]
    public async Task Help_is_shown_when_asked_for(params string[] arguments)
    {
        using var shell = new Shell();

        var code = await shell.RunAsync(arguments);

        Assert.AreEqual(0, code);
        Assert.Contains("Usage:", shell.Out);
        Assert.AreEqual("", shell.Error);
        Assert.DoesNotContain("\u001b", shell.Out);
    }

    [TestMethod]
    public async Task Version_is_shown_when_asked_for()
    {
        using var shell = new Shell();

        Assert.AreEqual(0, await shell.RunAsync("--version"));

        Assert.MatchesRegex(@"^\d+\.\d+\.\d+", shell.Out);
    }

    // A letter left out, one written twice, one written wrong, two that changed places.
    private static IEnumerable<string> Misspelt(string option)
    {
        var at = option.Length / 2;
        return
        [
            option[..^1],
            option.Remove(at, 1),
            option.Insert(at, option[at].ToString()),
            option[..at] + (option[at] == 'x' ? 'y' : 'x') + option[(at + 1)..],
            option[..^2] + option[^1] + option[^2],
            option + "s",
            option[1..],
            option[..2] + char.ToUpperInvariant(option[2]) + option[3..],
        ];
    }

    private static Shell ShellWithFiles()
    {
        var shell = new Shell();
        _ = shell.File("roots.pem");
        _ = shell.File("package.nupkg");
        return shell;
    }

    // Paths are taken from the process's folder, which belongs to all tests.
    private static Func<string, string> InFolder(Shell shell) => argument =>
        argument is "roots.pem" or "package.nupkg" or "." || argument.StartsWith("no-such-", StringComparison.Ordinal)
            ? Path.Combine(shell.Folder, argument)
            : argument;

    private static void NothingWasDone(Shell shell) =>
        Assert.AreSequenceEqual(
            ["package.nupkg", "roots.pem"],
            Directory.EnumerateFileSystemEntries(shell.Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]*")]
    private static partial Regex LongOption();
}
