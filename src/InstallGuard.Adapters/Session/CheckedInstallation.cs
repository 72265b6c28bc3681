using System.Collections.Concurrent;
using System.Globalization;
using InstallGuard.Adapters.Packages.Installed;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Session;

/// <summary>A package where it lay when it was checked, and whether what lies there now is the same.</summary>
/// <param name="State">What the file system said of it.</param>
/// <param name="Hash">The SHA-512 of its file, as NuGet wrote it down; or <see cref="Unknown"/>.</param>
/// <param name="Folder">Where it lay.</param>
// NuGet's own small files say too little to be the same package by: a package can bring its own ones along.
internal sealed record CheckedInstallation(string State, string Hash, string Folder)
{
    private const string Unknown = "-";
    private const string InRepository = "files:";

    // Comparing takes time, and MSBuild builds many projects in one process.
    private static readonly ConcurrentDictionary<CheckedInstallation, bool> Compared = new();

    /// <summary>What the file system says of an installed package now.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static CheckedInstallation Of(ResolvedPackage package)
    {
        var folder = Path.GetFullPath(package.Folder!);
        var hash = $"{FileOf(folder)}.sha512";
        return new(StateOf(folder, package.CameWithRepository) ?? Unknown, File.Exists(hash) && PackageHash.TryParse(File.ReadAllText(hash).Trim(), out var known) ? known.Base64 : Unknown, folder);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static CheckedInstallation? Parse(string text) =>
        text.Split(' ', 3) is [var state, var hash, { Length: > 0 } folder] ? new(state, hash, folder) : null;

    /// <summary>Whether nothing of it has changed, as far as the file system tells.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public bool IsAsItWas => StateNow is { } now && now == State;

    /// <summary>Whether no package is installed there any more.</summary>
    public bool IsGone => MarkIn(Folder) is null;

    /// <summary>Whether it is the package that was checked, be it installed again.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public bool IsStillThere => IsAsItWas || (!IsGone && IsSamePackage());

    /// <inheritdoc/>
    public override string ToString() => $"{State} {Hash} {Folder}";

    private string? StateNow => StateOf(Folder, State.StartsWith(InRepository, StringComparison.Ordinal));

    private bool IsSamePackage()
    {
        var now = this with { State = StateNow ?? Unknown };
        if (Compared.ContainsKey(now))
        {
            return true;
        }

        var same = PackageHash.TryParse(Hash, out var hash)
            && PackageId.TryParse(Path.GetFileName(Path.GetDirectoryName(Folder))!, out var id)
            && PackageVersion.TryParse(Path.GetFileName(Folder), out var version)
            && InstalledPackage.IsWhole(Folder, new(id, version), hash);
        if (same)
        {
            Compared[now] = true;
        }

        return same;
    }

    private static string? StateOf(string folder, bool inRepository) =>
        MarkIn(folder) is not { } mark ? null
        : inRepository ? $"{InRepository}{InstalledFiles.Digest(folder)}"
        : string.Create(CultureInfo.InvariantCulture, $"{mark.Name}:{mark.Length}:{mark.LastWriteTimeUtc.Ticks}");

    // A build takes a package by either of them.
    private static FileInfo? MarkIn(string folder) =>
        new FileInfo(Path.Combine(folder, InstalledPackage.Metadata)) is { Exists: true } mark ? mark
        : new FileInfo($"{FileOf(folder)}.sha512") is { Exists: true } older ? older
        : null;

    private static string FileOf(string folder) => Path.Combine(folder, $"{Path.GetFileName(Path.GetDirectoryName(folder))}.{Path.GetFileName(folder)}.nupkg");
}
