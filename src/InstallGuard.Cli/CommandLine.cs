using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Cli.Arguments;
using InstallGuard.Cli.Commands;
using InstallGuard.Reports;

namespace InstallGuard.Cli;

/// <summary>The commands, and what becomes of the errors that end them.</summary>
internal static class CommandLine
{
    // No file of the folder puts arguments in: "@name" is no package and no path, and nothing else.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs a command line from its arguments to its exit code. Nothing escapes it.</summary>
    public static async Task<ExitCode> RunAsync(string[] args, Ports ports, DotNetSdk sdk)
    {
        // As git and dotnet have it.
        if (args is ["help", .. var about])
        {
            args = [.. about, "--help"];
        }

        // What follows "--" is for dotnet, and never ours to guess at.
        var end = Array.IndexOf(args, "--");
        string[] passed = end < 0 ? [] : args[(end + 1)..];
        var root = Build(ports, sdk, passed);
        var parsed = root.Parse(end < 0 ? args : args[..end], Parsing);
        if (args.Length == 0)
        {
            // A script whose arguments came out empty has checked nothing, and must not go on as if it had.
            _ = await root.Parse("--help").InvokeAsync(new() { Output = ports.Error, Error = ports.Error });
            return ExitCode.Usage;
        }

        if (passed.Length > 0 && parsed.CommandResult.Command.Name != RestoreCommand.Name)
        {
            return Say(ports, ExitCode.Usage, $"error: only `installguard {RestoreCommand.Name}` takes arguments after --");
        }

        if (UsageError.Of(parsed) is { Count: > 0 } lines)
        {
            return Say(ports, ExitCode.Usage, string.Join(ports.Error.NewLine, lines));
        }

        var configuration = new InvocationConfiguration
        {
            Output = ports.Out,
            Error = ports.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return (ExitCode)await parsed.InvokeAsync(configuration);
        }
        catch (Exception failed) when (Failure.Of(failed) is { } failure)
        {
            return Say(ports, failure.Code, RestoreMessage.Text(failure.Problem));
        }
        catch (FormatException wrong)
        {
            return Say(ports, ExitCode.Usage, $"error: {Visible.Text(wrong.Message)}");
        }
        catch (OperationCanceledException)
        {
            return Say(ports, ExitCode.Undetermined, "error: stopped; nothing was recorded");
        }
#pragma warning disable CA1031 // The last resort of the process: one line instead of a stack trace, and its own exit code.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Say(ports, ExitCode.InternalError, $"error: a fault in InstallGuard: {fault.GetType().Name}: {Visible.Text(fault.Message)}");
        }
    }

    // In the order in which a person meets them.
    internal static RootCommand Build(Ports ports, DotNetSdk sdk, string[] passed)
    {
        var root = new RootCommand("Stops dotnet restore when a NuGet package's publisher changes.")
        {
            InitCommand.Make(ports, sdk),
            DoctorCommand.Make(ports, sdk),
            RestoreCommand.Make(ports, sdk, passed),
            CheckCommand.Make(ports, sdk),
            ExplainCommand.Make(ports, sdk),
            AcceptCommand.Make(ports, sdk),
            RevertCommand.Make(ports, sdk),
            MoveFeedCommand.Make(ports, sdk),
            MergeCommand.Make(ports),
            InspectCommand.Make(ports, sdk),
            CompareCommand.Make(ports, sdk),
        };
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((SynchronousCommandLineAction)option.Action!);
        }

        return root;
    }

    private static ExitCode Say(Ports ports, ExitCode code, string message)
    {
        ports.Error.WriteLine(message);
        return code;
    }
}
