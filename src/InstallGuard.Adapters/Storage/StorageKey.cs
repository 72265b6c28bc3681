using System.Globalization;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Storage;

/// <summary>
/// One spelling for what compares as equal, so that the database may compare bytes. SQLite's own NOCASE knows only
/// ASCII, and to NuGet <c>1.0.0-Beta.01</c> is <c>1.0.0-beta.1</c>.
/// </summary>
internal static class StorageKey
{
    public static string Of(PackageId id) => id.Text.ToUpperInvariant();

    public static string Of(PackageVersion version)
    {
        var parts = version.Text.Split('-', 2);
        return parts.Length == 1 ? parts[0] : $"{parts[0]}-{string.Join('.', parts[1].Split('.').Select(Label))}";
    }

    private static string Label(string label) =>
        int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : label.ToUpperInvariant();
}
