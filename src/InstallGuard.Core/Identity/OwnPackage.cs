namespace InstallGuard.Identity;

/// <summary>
/// InstallGuard's own package. It is the one package whose version every repository names by itself (global.json), so that
/// its contents can be pinned: whichever feed has it, it is the same file.
/// </summary>
public static class OwnPackage
{
    /// <summary>Its id.</summary>
    public static PackageId Sdk { get; } = PackageId.Parse("InstallGuard.Sdk");

    /// <summary>Whether this is it.</summary>
    public static bool Is(PackageId id) => id == Sdk;
}
