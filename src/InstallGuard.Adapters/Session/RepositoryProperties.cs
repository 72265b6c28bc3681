using InstallGuard.Text;

namespace InstallGuard.Adapters.Session;

/// <summary>
/// What the MSBuild properties of a repository say about its restores, empty where they say nothing. Anybody's pull request
/// can set them: they make a restore stricter than the environment says, and never looser.
/// </summary>
/// <param name="LockFile">InstallGuardLockFile: the lock file.</param>
/// <param name="Repository">InstallGuardRepository: the folder of the InstallGuard.targets that is imported.</param>
/// <param name="Locked">InstallGuardLocked: whether the lock stays as it is.</param>
public sealed record RepositoryProperties(string LockFile, string Repository, string Locked)
{
    /// <summary>What is said about a repository that unlocks what the environment locks.</summary>
    public const string UnlockedInVain =
        "InstallGuardLocked=false has no effect here: restores are locked by the environment, which alone can unlock them (INSTALLGUARD_LOCKED=false)";

    /// <summary>Whether the repository asks for a lock that stays as it is; null when it does not say.</summary>
    /// <exception cref="FormatException">It is neither true nor false.</exception>
    public bool? AsksForLock() =>
        Locked.Length == 0 ? null : bool.TryParse(Locked, out var locked) ? locked : throw new FormatException($"InstallGuardLocked is {Quoted.Text(Locked)}; it must be true or false");

    /// <summary>The settings that are in force for a project or solution.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <param name="target">The project or solution.</param>
    /// <exception cref="FormatException">A variable or property holds something that it cannot.</exception>
    public GuardSettings InForce(Func<string, string?> environment, string target) => GuardSettings.Read(
        name => environment(name) is { Length: > 0 } value ? value : name == SessionVariables.LockFile ? Workspace.LockLocation.For(target, LockFile, Repository) : null,
        target,
        AsksForLock());

    /// <summary>Whether the repository unlocks what these settings lock.</summary>
    public bool UnlocksInVain(GuardSettings settings) => AsksForLock() == false && settings.Policy.Locked;
}
