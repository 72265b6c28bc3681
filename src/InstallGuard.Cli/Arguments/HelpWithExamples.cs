using System.CommandLine;
using System.CommandLine.Invocation;
using InstallGuard.Cli.Commands;

namespace InstallGuard.Cli.Arguments;

/// <summary>The parser's help of a command, then examples; for the whole program also what its exit codes mean.</summary>
/// <param name="help">The parser's.</param>
internal sealed class HelpWithExamples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    private static readonly string[] ExitCodes =
    [
        "0  clean: everything passes",
        "1  a fault in InstallGuard",
        "2  usage: the arguments do not say what to do",
        "3  blocked: a package, or the lock, is not what it should be",
        "4  could not tell: something could not be looked at",
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        using var text = new StringWriter { NewLine = output.NewLine };
        parseResult.InvocationConfiguration.Output = text;
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;

        // The parser never sees what follows --, and so does not know of it.
        output.Write(command.Name == RestoreCommand.Name ? $"{text}".Replace("[options]", "[options] [-- <arguments for dotnet restore>]", StringComparison.Ordinal) : $"{text}");
        Write(output, "Examples:", command is RootCommand ? Examples.FirstSteps : Examples.Of(command.Name));
        if (command is RootCommand)
        {
            Write(output, "Exit codes:", ExitCodes);
        }

        return code;
    }

    private static void Write(TextWriter output, string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        output.WriteLine(heading);
        foreach (var line in lines)
        {
            output.WriteLine($"  {line}");
        }

        output.WriteLine();
    }
}
