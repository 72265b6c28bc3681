using InstallGuard.Adapters.Sdk;
using Spectre.Console;

namespace InstallGuard.Cli;

/// <summary>The command line's process: nothing but what belongs to a process.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        // Messages hold names in every script, whatever the terminal was set to.
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var ports = new Ports(
#pragma warning disable RS0030 // The one place where the real ones are taken.
            Console.Out,
            Console.Error,
#pragma warning restore RS0030
            Console.IsOutputRedirected ? null : AnsiConsole.Console,
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
            await ports.Error.WriteLineAsync($"error: {missing.Message}");
            return (int)ExitCode.Undetermined;
        }
    }
}
