using System.Diagnostics;

namespace InstallGuard.Testing;

/// <summary>Runs a process to its end with exactly the given environment.</summary>
internal static class ChildProcess
{
    /// <exception cref="TimeoutException">The deadline passed; the text has what the process had said by then.</exception>
    public static async Task<ProcessResult> RunAsync(
        ProcessRequest request,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancel)
    {
        var start = new ProcessStartInfo(request.FileName, request.Arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{request.FileName}' did not start.");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(request.Deadline);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await WriteAsync(process, request.Input);
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"'{request.FileName} {string.Join(' ', request.Arguments)}' took longer than {request.Deadline}.\n{await output}\n{await error}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await output, await error);
    }

    private static async Task WriteAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading what it was told; its exit code says the rest.
        }
    }
}
