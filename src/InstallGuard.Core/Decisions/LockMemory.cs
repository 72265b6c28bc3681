using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>What is known of a package's pins from elsewhere than the lock file, which anybody can edit.</summary>
/// <param name="Before">The pins in the lock that was reviewed before; empty where there is none.</param>
/// <param name="Where">Where that lock was found, for messages.</param>
/// <param name="Sighted">Who published versions of the package from the same source, whenever this machine saw them.</param>
public sealed record LockMemory(IReadOnlyCollection<Pin> Before, string Where, IReadOnlyCollection<(PackageVersion Version, PublisherIdentity Publisher)> Sighted)
{
    /// <summary>
    /// The pins that the reviewed lock had at times before, the latest first. Asked for only where the pins would be an
    /// edit otherwise.
    /// </summary>
    public Func<IEnumerable<IReadOnlyCollection<Pin>>> Earlier { get; init; } = () => [];

    /// <summary>The command that takes the lock at hand back to the reviewed one; null where there is none.</summary>
    public string? PutBack { get; init; }

    /// <summary>Nothing is known.</summary>
    public static LockMemory Nothing { get; } = new([], "", []);
}
