using System.Diagnostics;
using InstallGuard.Adapters.Sdk;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Runs <c>dotnet</c>: the real one.</summary>
/// <param name="sdk">Whose host it is.</param>
public sealed class DotNet(DotNetSdk sdk)
{
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
        process.OutputDataReceived += (_, line) => Pass(line.Data);
        process.ErrorDataReceived += (_, line) => Pass(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        void Pass(string? line)
        {
            if (line is not null)
            {
                said(line);
            }
        }

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
