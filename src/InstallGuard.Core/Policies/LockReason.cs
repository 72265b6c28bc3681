namespace InstallGuard.Policies;

/// <summary>Why restores are locked where this one runs, for whoever is stopped by it. It decides nothing.</summary>
/// <param name="By">What locks them.</param>
/// <param name="RuntimeIdentifier">The platform, as <c>dotnet restore -r</c> takes it.</param>
public sealed record LockReason(LockedBy By, string RuntimeIdentifier);
