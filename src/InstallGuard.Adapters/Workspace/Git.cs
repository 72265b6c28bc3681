using System.ComponentModel;
using System.Diagnostics;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Asks the git that is installed. It reads objects and settings, and changes nothing.</summary>
/// <param name="folder">The root of the repository: what is called .git cannot be in a commit, and anything else can.</param>
public sealed class Git(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What git prints; null where it fails or is not installed.</summary>
    /// <exception cref="TimeoutException">It did not answer in ten seconds.</exception>
    public byte[]? Ask(params ReadOnlySpan<string> arguments) => Run(arguments) is (0, var output) ? output : null;

    /// <summary>What git finds, which may be nothing; null where it fails or is not installed.</summary>
    /// <exception cref="TimeoutException">It did not answer in ten seconds.</exception>
    public byte[]? Search(params ReadOnlySpan<string> arguments) => Run(arguments) is (0 or 1, var output) ? output : null;

    private (int ExitCode, byte[] Output)? Run(ReadOnlySpan<string> arguments)
    {
        if (ProgramOnPath.Find("git", Environment.GetEnvironmentVariable("PATH"), folder) is not { } program)
        {
            return null;
        }

        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("safe.bareRepository=explicit");
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Of a hook that restores: it would lead to another repository than the folder's.
        foreach (var name in new[] { "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE" })
        {
            start.Environment.Remove(name);
        }

        try
        {
            using var git = Process.Start(start);
            return git is null ? null : Answer(git);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static (int ExitCode, byte[] Output) Answer(Process git)
    {
        git.StandardInput.Close();
        git.ErrorDataReceived += (_, _) => { };
        git.BeginErrorReadLine();
        var isLate = false;
        using var late = new Timer(
            _ =>
            {
                // Before it is ended: what reads its output goes on as soon as it is. A git that ends just now is called late as well.
                Volatile.Write(ref isLate, true);
                End(git);
            },
            null,
            Patience,
            Timeout.InfiniteTimeSpan);
        using var output = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(output);
        git.WaitForExit();
        return Volatile.Read(ref isLate) ? throw new TimeoutException($"git did not answer in {Patience.TotalSeconds} seconds")
            : (git.ExitCode, output.ToArray());
    }

    private static void End(Process git)
    {
        try
        {
            git.Kill(entireProcessTree: true);
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, or does not let itself be ended; its answer counts for nothing either way.
        }
    }
}
