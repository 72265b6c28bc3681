namespace InstallGuard.Plugin.Guarding;

/// <summary>What became of a package that the client asked for.</summary>
internal enum PackageOutcome
{
    /// <summary>It passed and lies in the packages folder.</summary>
    Installed,

    /// <summary>It was refused, or could not be got. Every later request about it is refused too.</summary>
    Blocked,
}
