using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>
/// Sets the variables of a restore for NuGet's task, where that does not run in the process of the build: in a build in
/// threads (<c>-mt</c>) it gets a process of its own, with the variables of the project instead of the process. A task
/// changes those when it runs in a process of its own itself, and MSBuild gives it one because it lacks the mark that
/// the other tasks have. Everywhere else it sets once more what <see cref="BeginRestore"/> has set.
/// </summary>
// Tasks can reach a project's variables without this detour, from MSBuild 18.4 on; on an older one they would not load.
public sealed class SetRestoreVariables : ITask
{
    /// <inheritdoc/>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <summary>Name and value with <c>=</c> between them; a name alone takes the variable away.</summary>
    [Required]
    public string[] Variables { get; set; } = [];

    /// <inheritdoc/>
    public bool Execute()
    {
        foreach (var variable in Variables)
        {
            var at = variable.IndexOf('=', StringComparison.Ordinal);
            Environment.SetEnvironmentVariable(at < 0 ? variable : variable[..at], at < 0 ? null : variable[(at + 1)..]);
        }

        return true;
    }

    /// <summary>Writes a variable as <see cref="Variables"/> reads it.</summary>
    internal static string Written(string name, string? value) => value is null ? name : $"{name}={value}";
}
