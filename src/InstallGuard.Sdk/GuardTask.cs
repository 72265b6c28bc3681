using InstallGuard.Adapters.Session;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>
/// What every task here has. Not MSBuild's own Task: each of its many properties is looked at, in every restore, once for
/// each class of tasks.
/// </summary>
public abstract class GuardTask : ITask
{
    /// <inheritdoc/>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <summary>The project or solution that is restored or built.</summary>
    [Required]
    public string Target { get; set; } = "";

    /// <inheritdoc/>
    public abstract bool Execute();

    private protected BuildLog Log => new(BuildEngine, Target);

    // Where a build runs in threads, the current folder is not the project's.
    private protected string? Variable(string name) => (name, Environment.GetEnvironmentVariable(name)) switch
    {
        (_, null or "") => null,
        (SessionVariables.LockFile or SessionVariables.Ledger, var path) => Full(path),
        (SessionVariables.TrustedRoots, var paths) => string.Join(Path.PathSeparator, paths.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(Full)),
        (_, var value) => value,
    };

    private string Full(string path) => Path.GetFullPath(path, Path.GetDirectoryName(Target)!);
}
