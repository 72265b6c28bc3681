using System.ComponentModel;
using System.Diagnostics;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Asks the git that is installed. It reads objects and settings, and changes nothing.</summary>
/// <param name="folder">The root of the repository: what is called .git cannot be in a commit, and anything else can.</param>
public sealed class Git(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What git prints; null where it fails, is not installed or does not answer in ten seconds.</summary>
    public byte[]? Ask(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("git")
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

    private static byte[]? Answer(Process git)
    {
        git.StandardInput.Close();
        git.ErrorDataReceived += (_, _) => { };
        git.BeginErrorReadLine();
        using var late = new Timer(_ => End(git), null, Patience, Timeout.InfiniteTimeSpan);
        using var output = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(output);
        git.WaitForExit();
        return git.ExitCode == 0 ? output.ToArray() : null;
    }

    private static void End(Process git)
    {
        try
        {
            git.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
