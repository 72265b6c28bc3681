using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
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

        var problems = UnknownOptions(parsed).ToList();
        if (problems.Count == 0)
        {
            problems.AddRange(UnknownCommand(parsed));
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
        select $"no such option: {Visible.Text(name)}{Spelling.Question(name, OptionsOf(parsed.CommandResult))}";

    private static IEnumerable<string> UnknownCommand(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand root)
        {
            yield break;
        }

        if (parsed.UnmatchedTokens is not [var word, ..])
        {
            yield return "name a command";
            yield break;
        }

        var names = root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name);
        yield return $"no such command: {Visible.Text(word)}{Spelling.Question(word, names)}";
    }

    private static IEnumerable<string> OptionsOf(CommandResult? command) =>
        command is null
            ? []
            : command.Command.Options.Where(option => !option.Hidden).Select(option => option.Name).Concat(OptionsOf(command.Parent as CommandResult)).Distinct();

    // The parser speaks of its own things; a validator of ours, of what was typed.
    private static string Words(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0, IdentifierToken: not null } option => $"{option.Option.Name} needs a value",
        CommandResult command when command.Command.Options.FirstOrDefault(option => option.Required && error.Message.Contains($"'{option.Name}'", StringComparison.Ordinal)) is { } missing => $"{missing.Name} is missing",
        ArgumentResult { Tokens.Count: 0 } argument => $"<{argument.Argument.Name}> is missing",
        _ => Visible.Text(error.Message.TrimEnd('.')),
    };

    private static string CallOf(Command command) => command is RootCommand ? "installguard" : $"installguard {command.Name}";
}
