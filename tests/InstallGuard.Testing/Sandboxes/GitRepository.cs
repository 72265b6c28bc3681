using System.Diagnostics;

namespace InstallGuard.Testing;

/// <summary>A real git repository.</summary>
public sealed class GitRepository : IDisposable
{
    /// <summary>Begins an empty one.</summary>
    /// <param name="root">Its folder, which may hold files already; null for a new folder.</param>
    public GitRepository(string? root = null)
    {
        Root = root ?? NewFolder();
        Git("init", "--quiet", "--initial-branch=main");
    }

    private GitRepository(GitRepository origin, string[] how)
    {
        Root = NewFolder();
        Git(["clone", "--quiet", .. how, new Uri(origin.Root).AbsoluteUri, "."]);
    }

    /// <summary>Its folder.</summary>
    public string Root { get; }

    /// <summary>A clone in a new folder.</summary>
    public GitRepository Clone(params string[] how) => new(this, how);

    /// <summary>Commits everything as it is.</summary>
    public void Commit()
    {
        Git("add", "--all");
        Git("-c", "user.name=Ann", "-c", "user.email=ann@contoso.example", "commit", "--quiet", "--allow-empty", "--message", "a change");
    }

    /// <summary>Writes a file, or deletes it, and commits.</summary>
    public void Commit(string path, string? text)
    {
        Write(path, text);
        Commit();
    }

    /// <summary>Undoes the last commit with another.</summary>
    public void Revert() => Git("-c", "user.name=Ann", "-c", "user.email=ann@contoso.example", "revert", "--no-edit", "HEAD");

    /// <summary>Merges a branch into the one that is checked out, with a commit of its own.</summary>
    public void Merge(string branch) => Git("-c", "user.name=Ann", "-c", "user.email=ann@contoso.example", "merge", "--quiet", "--no-ff", "--message", "a merge", branch);

    /// <summary>Writes a file; null deletes it.</summary>
    public void Write(string path, string? text)
    {
        var file = Path.Combine(Root, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (text is null)
        {
            File.Delete(file);
        }
        else
        {
            File.WriteAllText(file, text);
        }
    }

    /// <summary>Runs git in it.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public void Git(params string[] arguments) => _ = Answer(arguments);

    /// <summary>Runs git in it, and returns the lines of its answer.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public IReadOnlyList<string> Answer(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var error = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.GetAwaiter().GetResult()}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // git writes its objects read-only, which Windows does not delete.
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Root, recursive: true);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("installguard-git-").FullName;
}
