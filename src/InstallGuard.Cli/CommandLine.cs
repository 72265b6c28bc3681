using System.CommandLine;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Cli.Commands;
using InstallGuard.Reports;

namespace InstallGuard.Cli;

/// <summary>The commands, and what becomes of the errors that end them.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line from its arguments to its exit code. Nothing escapes it.</summary>
    public static async Task<ExitCode> RunAsync(string[] args, Ports ports, DotNetSdk sdk)
    {
        // What follows "--" is for dotnet, and never ours to guess at.
        var end = Array.IndexOf(args, "--");
        string[] passed = end < 0 ? [] : args[(end + 1)..];
        var parsed = Build(ports, sdk, passed).Parse(end < 0 ? args : args[..end]);
        if (passed.Length > 0 && parsed.CommandResult.Command.Name != RestoreCommand.Name)
        {
            return Say(ports, ExitCode.Usage, $"error: only `installguard {RestoreCommand.Name}` takes arguments after --");
        }

        var configuration = new InvocationConfiguration
        {
            Output = ports.Out,
            Error = ports.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            var code = await parsed.InvokeAsync(configuration);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : (ExitCode)code;
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

    private static RootCommand Build(Ports ports, DotNetSdk sdk, string[] passed) =>
        new("Stops dotnet restore when a NuGet package's publisher changes.")
        {
            RestoreCommand.Make(ports, sdk, passed),
            CheckCommand.Make(ports, sdk),
            AcceptCommand.Make(ports, sdk),
            RevertCommand.Make(ports, sdk),
            ExplainCommand.Make(ports, sdk),
            InspectCommand.Make(ports, sdk),
            CompareCommand.Make(ports, sdk),
            InitCommand.Make(ports, sdk),
            DoctorCommand.Make(ports, sdk),
        };

    private static ExitCode Say(Ports ports, ExitCode code, string message)
    {
        ports.Error.WriteLine(message);
        return code;
    }
}
