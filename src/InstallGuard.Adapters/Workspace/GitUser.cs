using System.ComponentModel;
using System.Diagnostics;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Who works in this repository, as git knows it.</summary>
public static class GitUser
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>git's <c>user.email</c>; null where there is no git, or it knows none. Only a name for people is lost then.</summary>
    public static async Task<string?> EmailAsync(string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("config");
        start.ArgumentList.Add("user.email");
        try
        {
            using var git = Process.Start(start);
            if (git is null)
            {
                return null;
            }

            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            deadline.CancelAfter(Patience);
            var email = (await git.StandardOutput.ReadToEndAsync(deadline.Token)).Trim();
            await git.WaitForExitAsync(deadline.Token);
            return git.ExitCode == 0 && email.Length > 0 ? email : null;
        }
        catch (Exception missing) when (missing is Win32Exception or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
