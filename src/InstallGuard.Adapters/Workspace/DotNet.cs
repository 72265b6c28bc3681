using System.Diagnostics;
using InstallGuard.Adapters.Sdk;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Runs <c>dotnet</c>: the real one, with its own output on our terminal.</summary>
/// <param name="sdk">Whose host it is.</param>
public sealed class DotNet(DotNetSdk sdk)
{
    /// <summary>Runs it and waits.</summary>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="variables">Environment variables on top of our own; null takes one away.</param>
    /// <param name="cancel">Ends it, and whatever it started.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public async Task<int> RunAsync(
        IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> variables, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(sdk.Host) { UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{sdk.Host} did not start");
        try
        {
            await process.WaitForExitAsync(cancel);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
