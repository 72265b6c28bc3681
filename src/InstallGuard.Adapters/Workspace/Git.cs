using System.ComponentModel;
using System.Diagnostics;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Asks the git that is installed. It reads objects and settings, and changes nothing.</summary>
/// <param name="folder">The root of the repository: what is called .git cannot be in a commit, and anything else can.</param>
public sealed class Git(string folder)
{
    // The setting that it wants stands in the third line.
    private const int LongestError = 4096;

    /// <summary>How long an answer is waited for.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The folders in which it is looked for.</summary>
    internal string? SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH");

    /// <summary>The root of the repository.</summary>
    internal string Folder => folder;

    /// <summary>Asks for what must be there.</summary>
    public GitAnswer Ask(params ReadOnlySpan<string> arguments) => Run(mostIsFound: 0, arguments);

    /// <summary>Asks for what may be there, by a command that ends with 1 where it is not.</summary>
    public GitAnswer Search(params ReadOnlySpan<string> arguments) => Run(mostIsFound: 1, arguments);

    private GitAnswer Run(int mostIsFound, ReadOnlySpan<string> arguments)
    {
        if (ProgramOnPath.Find("git", SearchPath, folder) is not { } program)
        {
            return new GitAnswer.NotInstalled();
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
            using var git = Process.Start(start)!;
            return Answer(git, mostIsFound);
        }
        catch (Win32Exception broken)
        {
            return new GitAnswer.Failed(null, broken.Message);
        }
    }

    private GitAnswer Answer(Process git, int mostIsFound)
    {
        git.StandardInput.Close();
        var error = new System.Text.StringBuilder();
        git.ErrorDataReceived += (_, line) => error.Append(error.Length < LongestError && line.Data is { } text ? $"{text}\n" : "");
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
        return Volatile.Read(ref isLate) ? new GitAnswer.Late(Patience)
            : git.ExitCode >= 0 && git.ExitCode <= mostIsFound ? new GitAnswer.Said(output.ToArray())
            : new GitAnswer.Failed(git.ExitCode, error.ToString());
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
