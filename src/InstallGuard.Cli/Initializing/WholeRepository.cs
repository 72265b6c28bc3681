using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Cli.Initializing;

/// <summary>
/// What is restored, and checked, when it is about a repository as a whole: the solutions at its root; where there are none,
/// all its projects at once; and each file-based app.
/// </summary>
internal sealed class WholeRepository : IDisposable
{
    private readonly Traversal? _all;

    /// <param name="root">The root of the repository.</param>
    /// <param name="targets">What of it is restored.</param>
    /// <exception cref="IOException">The project that stands for all of them cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public WholeRepository(string root, RestoreTargets targets)
    {
        var solutions = targets.Solutions.Where(solution => Path.GetDirectoryName(solution) == root).ToList();
        _all = solutions.Count == 0 && targets.Projects.Count > 1 ? new(root, targets.Projects) : null;
        Restored = [.. _all is not null ? [_all.Path] : solutions.Count > 0 ? solutions : targets.Projects, .. targets.Apps];
    }

    /// <summary>What is restored, one after the other.</summary>
    public IReadOnlyList<string> Restored { get; }

    /// <summary>Whether one of them stands for all the projects.</summary>
    public bool IsAllProjects(string target) => target == _all?.Path;

    /// <summary>The repository that a folder is the root of; null where it is not one that `installguard init` has guarded.</summary>
    /// <param name="ports">The process.</param>
    /// <param name="start">What a command is about.</param>
    /// <param name="excluded">Files and folders that are left out, as full paths.</param>
    /// <exception cref="FormatException">There is nothing to restore, or nothing that something can be left out of.</exception>
    public static WholeRepository? At(Ports ports, string start, IReadOnlyList<string> excluded)
    {
        var folder = Path.TrimEndingDirectorySeparator(start);
        if (Directory.Exists(folder) && (RepositoryRoot.Of(folder) ?? folder) == folder && File.Exists(Path.Combine(folder, OwnTargets.Name)))
        {
            return new(folder, RestoreTargets.Of(folder, excluded));
        }

        return excluded.Count == 0 ? null : throw new FormatException($"--exclude is for a guarded repository as a whole, and {ports.Shown(start)} is not the root of one");
    }

    /// <inheritdoc/>
    public void Dispose() => _all?.Dispose();
}
