namespace InstallGuard.Adapters.Session;

/// <summary>A package that is not the one that was checked.</summary>
/// <param name="Folder">Where it was when it was checked, or where a build would take it from instead.</param>
/// <param name="IsGone">Whether there is none any more.</param>
public sealed record ChangedInstallation(string Folder, bool IsGone);
