using System.Globalization;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace InstallGuard.Adapters.Packages.Installed;

/// <summary>What lies below the folder of an installed package. Links are listed and not followed.</summary>
public static class InstalledFiles
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>One text for these files with their lengths and times: another one when any of them changes, comes or goes.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Something in it may not be read.</exception>
    public static string Digest(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Below(folder))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Path}\0{file.Length} {file.Written} {file.IsLink}\n")));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    internal static IReadOnlyList<InstalledFile> Below(string folder)
    {
        var files = new FileSystemEnumerable<InstalledFile>(folder, (ref entry) => Of(folder, ref entry), Everything)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref entry) => !IsLink(ref entry),
        };
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static InstalledFile Of(string folder, ref FileSystemEntry entry) => new(
        Path.GetRelativePath(folder, entry.ToFullPath()),
        entry.IsDirectory ? 0 : entry.Length,
        entry.LastWriteTimeUtc.UtcTicks,
        IsLink(ref entry));

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
