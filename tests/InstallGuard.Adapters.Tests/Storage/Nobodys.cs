namespace InstallGuard.Adapters.Storage;

/// <summary>A place that everybody may look into, and where not even the system's administrator makes a folder.</summary>
internal static class Nobodys
{
    public static string Folder =>
        OperatingSystem.IsWindows() ? @"C:\System Volume Information"
        : OperatingSystem.IsMacOS() ? "/System"
        : "/sys";
}
