namespace InstallGuard.Checking;

/// <summary>
/// Which installations are bound to their packages. Disposable memory: every failure is a miss, nothing is reported, and
/// what is not remembered is compared again.
/// </summary>
public interface IInstallations
{
    /// <summary>What is known about an installation in this very state; null when nothing is.</summary>
    BoundInstallation? Find(Installation installation);

    /// <summary>Keeps what was found or made; of one folder, the latest.</summary>
    void Keep(IReadOnlyCollection<BoundInstallation> bound);
}
