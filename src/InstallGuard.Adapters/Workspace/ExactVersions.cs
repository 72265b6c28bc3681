using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>The version ranges of PackageDownload: one exact version each, several joined by semicolons.</summary>
internal static class ExactVersions
{
    /// <summary>Reads <c>[1.0.0]</c>, <c>[1.0.0, 1.0.0]</c> or <c>[1.0.0];[2.0.0]</c>.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static IEnumerable<PackageVersion> Read(string ranges) =>
        ranges.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(range => PackageVersion.Parse(range.Trim('[', ']', ' ').Split(',')[0].Trim()));
}
