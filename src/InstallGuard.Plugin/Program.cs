using System.Runtime.CompilerServices;

namespace InstallGuard.Plugin;

/// <summary>Starts the plugin. NuGet calls it with <c>-Plugin</c> and talks over standard input and output.</summary>
internal static class Program
{
    private const int Ended = 0;
    private const int CannotStart = 1;

    private static async Task<int> Main(string[] args)
    {
        if (args is not ["-Plugin"])
        {
            await Console.Error.WriteLineAsync("InstallGuard.Plugin is started by NuGet; run `installguard restore` instead");
            return CannotStart;
        }

        try
        {
            await StartAsync();
            return Ended;
        }
#pragma warning disable CA1031 // Without its plugin the restore fails, as it must; the user gets one line and no stack trace.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"InstallGuard.Plugin: {Reports.Visible.Text(fault.Message)}");
            return CannotStart;
        }
    }

    // Apart from Main, so that a part of the plugin that is missing is an error like any other.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task StartAsync() => Startup.RunAsync();
}
