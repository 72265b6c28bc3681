using InstallGuard.Ledger;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Storage;

/// <summary>What git makes of two branches that changed the lock, in a repository of its own.</summary>
/// <param name="IsClean">Whether git found no conflict.</param>
/// <param name="Text">The lock in the working tree.</param>
/// <param name="Ours">The one branch's lock as git still holds it.</param>
/// <param name="Theirs">The other branch's.</param>
internal sealed record MergedLock(bool IsClean, byte[] Text, byte[] Ours, byte[] Theirs)
{
    private const string Name = "installguard.lock.json";

    /// <param name="before">What both began with; null where there was no lock.</param>
    /// <param name="ours">What one made of it.</param>
    /// <param name="theirs">What the other made of it.</param>
    public static async Task<MergedLock> OfAsync(LockDocument? before, LockDocument ours, LockDocument theirs)
    {
        await using var sandbox = Sandbox.Create();
        var path = Path.Combine(sandbox.Work, Name);
        async Task<ProcessResult> GitAsync(params string[] arguments) => await sandbox.RunAsync(new(
            "git", ["-c", "user.name=jo", "-c", "user.email=jo@contoso.example", "-c", "init.defaultBranch=main", "-c", "merge.conflictStyle=merge", .. arguments])
        {
            Environment = new Dictionary<string, string?> { ["GIT_CONFIG_NOSYSTEM"] = "1", ["GIT_CONFIG_GLOBAL"] = Path.Combine(sandbox.Root, "none") },
        });
        async Task SucceedsAsync(params string[] arguments)
        {
            var result = await GitAsync(arguments);
            Assert.AreEqual(0, result.ExitCode, result.ToString());
        }

        async Task CommitAsync(LockDocument document)
        {
            await File.WriteAllBytesAsync(path, LockWriter.Write(document));
            await SucceedsAsync("add", Name);
            await SucceedsAsync("commit", "--quiet", "-m", "the lock");
        }

        await SucceedsAsync("init", "--quiet");
        await SucceedsAsync("commit", "--quiet", "--allow-empty", "-m", "nothing yet");
        if (before is not null)
        {
            await CommitAsync(before);
        }

        await SucceedsAsync("branch", "theirs");
        await CommitAsync(ours);
        await SucceedsAsync("checkout", "--quiet", "theirs");
        await CommitAsync(theirs);
        await SucceedsAsync("checkout", "--quiet", "main");
        var merge = await GitAsync("merge", "--quiet", "--no-edit", "theirs");
        Assert.IsLessThanOrEqualTo(1, merge.ExitCode, merge.ToString());
        async Task<byte[]> TextOfAsync(string branch) => System.Text.Encoding.UTF8.GetBytes((await GitAsync("show", $"{branch}:{Name}")).Output);
        return new(
            merge.ExitCode == 0,
            await File.ReadAllBytesAsync(path),
            await TextOfAsync(merge.ExitCode == 0 ? "main^1" : "main"),
            await TextOfAsync("theirs"));
    }
}
