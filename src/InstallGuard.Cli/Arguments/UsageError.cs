using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using InstallGuard.Cli.Commands;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Arguments;

/// <summary>What is wrong with a command line, in a line or two. The whole help is a screen long, and hides the mistake.</summary>
internal static class UsageError
{
    /// <summary>Says what is wrong; empty where nothing is, or where help was asked for.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Action is { } action && action != command.Action && action is not ParseErrorAction)
        {
            return [];
        }

        var problems = UnknownCommand(parsed).ToList();
        if (problems.Count == 0)
        {
            problems.AddRange(UnknownOptions(parsed));
        }

        if (problems.Count == 0)
        {
            problems.AddRange(parsed.UnmatchedTokens.Select(extra => $"{command.Name} takes no argument {Visible.Text(extra)}"));
        }

        if (problems.Count == 0)
        {
            problems.AddRange(parsed.Errors.Select(Words).Distinct(StringComparer.Ordinal));
        }

        return problems.Count == 0 ? [] : [.. problems.Select(problem => $"error: {problem}"), $"See {CallOf(command)} --help"];
    }

    // What looks like an option and is none would be taken for a path or a package: `check --frozzen` is not a check of a
    // folder of that name, whether or not there is one.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) =>
        from token in parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).Concat(parsed.UnmatchedTokens)
        where token.Length > 1 && token[0] == '-'
        let name = token.Split('=', ':')[0]
        let options = OptionsOf(parsed.CommandResult.Command)
        select options.Contains(name)
            ? $"{name} stands in the wrong place: write it after {parsed.CommandResult.Command.Name}"
            : $"no such option: {Visible.Text(name)}{Meant(parsed.CommandResult.Command, name, options)}";

    // What is no option of ours may be one of the program that restores.
    private static string Meant(Command command, string name, List<string> options) =>
        Spelling.Question(name, options) is { Length: > 0 } question ? question
        : command.Name == RestoreCommand.Name ? "; put `--` before what is meant for dotnet restore"
        : "";

    // Empty where a command was named, or an option in its place.
    private static IEnumerable<string> UnknownCommand(ParseResult parsed) =>
        from root in new[] { parsed.CommandResult.Command }.OfType<RootCommand>()
        from word in parsed.UnmatchedTokens.Take(1)
        where !word.StartsWith('-')
        let names = root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name)
        select $"no such command: {Visible.Text(word)}{Spelling.Question(word, names)}";

    private static List<string> OptionsOf(Command command) =>
    [
        .. command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive))
            .Where(option => !option.Hidden)
            .Select(option => option.Name),
    ];

    // The parser speaks of its own things; a validator of ours, of what was typed.
    private static string Words(ParseError error) => error.SymbolResult switch
    {
        OptionResult { IdentifierToken: null } option => $"{option.Option.Name} is missing",
        OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} needs a value",
        ArgumentResult { Tokens.Count: 0 } argument => $"<{argument.Argument.Name}> is missing",
        ArgumentResult argument when argument.Tokens.Count < argument.Argument.Arity.MinimumNumberOfValues =>
            $"<{argument.Argument.Name}> needs at least {argument.Argument.Arity.MinimumNumberOfValues}",
        _ => Visible.Text(string.Join(' ', error.Message.TrimEnd('.').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
    };

    private static string CallOf(Command command) => command is RootCommand ? "installguard" : $"installguard {command.Name}";
}
