using System.Runtime.CompilerServices;
using InstallGuard.Adapters.Sdk;
using Spectre.Console;

namespace InstallGuard.Cli;

/// <summary>The command line's process: nothing but what belongs to a process.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            return await RunAsync(args);
        }
        catch (Exception missing) when (missing is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            // The text is the runtime's own, and what makes other text safe to show is in a part that may be the missing one.
#pragma warning disable RS0030 // There are no ports yet.
            await Console.Error.WriteLineAsync(
                $"error: a part of InstallGuard is missing or damaged: {missing.Message.ReplaceLineEndings(" ")} Install it again; nothing was restored");
#pragma warning restore RS0030
            return (int)ExitCode.Undetermined;
        }
    }

    // Apart from Main, so that a part that is missing is an error like any other.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> RunAsync(string[] args)
    {
        // Messages hold names in every script, whatever the terminal was set to.
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var ports = new Ports(
#pragma warning disable RS0030 // The one place where the real ones are taken.
            Console.Out,
            Console.Error,
#pragma warning restore RS0030
            Console.IsOutputRedirected ? null : AnsiConsole.Console,
            Console.IsInputRedirected || Console.IsOutputRedirected ? null : question => AnsiConsole.Confirm(Markup.Escape(question), defaultValue: false),
            TimeProvider.System,
            Directory.GetCurrentDirectory(),
            Environment.GetEnvironmentVariable);
        try
        {
            var sdk = DotNetSdk.Find(ports.Environment);
            SdkAssemblies.LoadFrom(sdk);
            return (int)await CommandLine.RunAsync(args, ports, sdk);
        }
        catch (DotNetSdkNotFoundException missing)
        {
            await ports.Error.WriteLineAsync($"error: {Reports.Visible.Text(missing.Message)}");
            return (int)ExitCode.Undetermined;
        }
    }
}
