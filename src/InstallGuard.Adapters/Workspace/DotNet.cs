using System.Diagnostics;
using InstallGuard.Adapters.Sdk;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Runs <c>dotnet</c>: the real one.</summary>
/// <param name="sdk">Whose host it is.</param>
public sealed class DotNet(DotNetSdk sdk)
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    /// <summary>Runs it and waits.</summary>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="variables">Environment variables on top of our own; null takes one away.</param>
    /// <param name="said">Takes what it says, line by line, on any thread.</param>
    /// <param name="cancel">Ends it, and whatever it started.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public async Task<int> RunAsync(
        IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> variables, Action<string> said, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(sdk.Host) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{sdk.Host} did not start");
        using var enough = new CancellationTokenSource();
        var heard = Task.WhenAll(PassAsync(process.StandardOutput, said, enough.Token), PassAsync(process.StandardError, said, enough.Token));
        try
        {
            await process.WaitForExitAsync(cancel);

            // What it started may live on with the ends of its pipes in hand: a plugin that hangs, a node of MSBuild.
            _ = await Task.WhenAny(heard, Task.Delay(LastWords, cancel));
            await enough.CancelAsync();
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task PassAsync(StreamReader from, Action<string> said, CancellationToken enough)
    {
        try
        {
            while (await from.ReadLineAsync(enough) is { } line && !enough.IsCancellationRequested)
            {
                said(line);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The process has ended, and nobody listens any more.
        }
    }

    /// <summary>Runs it without a terminal, for what it says.</summary>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="folder">Where.</param>
    /// <param name="enough">Whether what it has said is all that is wanted; it is then ended.</param>
    /// <param name="cancel">Ends it, and whatever it started.</param>
    /// <returns>Its exit code, or null when it was ended; and what it said.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public async Task<(int? ExitCode, string Output)> AskAsync(
        IReadOnlyList<string> arguments, string folder, Func<string, bool> enough, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(sdk.Host, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{sdk.Host} did not start");
        var output = new System.Text.StringBuilder();
        var gate = new Lock();
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginErrorReadLine();
        void Add(string? line)
        {
            lock (gate)
            {
                output.AppendLine(line);
            }
        }

        try
        {
            while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
            {
                Add(line);
                if (enough(line))
                {
                    return (null, output.ToString());
                }
            }

            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, output.ToString());
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
