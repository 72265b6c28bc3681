namespace InstallGuard.Evidence;

/// <summary>A file of an installed package that is not the one in the package.</summary>
/// <param name="File">Its path in the package's folder. May be anybody's text.</param>
/// <param name="InPackage">What the package has there, in words.</param>
/// <param name="Installed">What is there, in words.</param>
public sealed record InstallationDifference(string File, string InPackage, string Installed);
