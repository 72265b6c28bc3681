namespace InstallGuard.Identity;

/// <summary>An identity that a repository has accepted for a package, from a version on.</summary>
/// <param name="Since">The first version that it applies to.</param>
/// <param name="Identity">Who publishes the package since then.</param>
/// <param name="Origin">How the pin came into the lock.</param>
public sealed record Pin(PackageVersion Since, PublisherIdentity Identity, PinOrigin Origin)
{
    /// <summary>
    /// The day (UTC) on which the version that the pin was made from was signed, by its earliest trusted timestamp; null
    /// where it has none. What was signed before that day is no loss of evidence that only came later.
    /// </summary>
    public DateOnly? Signed { get; init; }
}
