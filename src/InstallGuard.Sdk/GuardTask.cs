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
}
