using System.Security.Cryptography;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Adapters.Session;

/// <summary>
/// A file beside <c>project.assets.json</c> that says which assets were checked, against which lock and with which
/// installations of packages, so that a build notices when they are others: restored by a program that runs no targets, through
/// a solution without the import, for another project, where there was no lock yet, or brought from elsewhere. It travels with
/// <c>obj</c>. Whoever can write there can run code in the build anyway.
/// </summary>
// <SHA-256 of project.assets.json>
// lock <what it said> <file>  the lock that they were checked against
// package <installation>      what the assets name
// absent <file>               what would be there if a build took a package from another folder
// sdk <installation>          the MSBuild SDKs that were checked with them
// end                         or else the file is not whole
public sealed class CheckedMark
{
    private const string Name = "installguard.checked";
    private const string Against = "lock";
    private const string Resolved = "package";
    private const string Absent = "absent";
    private const string Sdk = "sdk";
    private const string End = "end";

    private readonly string _assetsPath;
    private readonly string _hash;
    private readonly IReadOnlyList<CheckedInstallation> _packages;
    private readonly IReadOnlyList<CheckedInstallation> _sdks;
    private readonly IReadOnlyList<string> _absent;
    private readonly CheckedLock? _lock;

    private CheckedMark(string assetsPath, string hash, CheckedLock? against, IReadOnlyList<CheckedInstallation> packages, IReadOnlyList<string> absent, IReadOnlyList<CheckedInstallation> sdks) =>
        (_assetsPath, _hash, _lock, _packages, _absent, _sdks) = (assetsPath, hash, against, packages, absent, sdks);

    /// <summary>The marks of what a restore left, as it is now. Taken before the check, they are about what was checked.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static IReadOnlyList<CheckedMark> Of(RestoredPackages restored)
    {
        var known = new Dictionary<string, CheckedInstallation>(StringComparer.Ordinal);
        var sdks = Installations(restored.Sdks);
        return [.. restored.Projects.Select(project =>
            new CheckedMark(project.AssetsPath, project.Hash, null, Installations(project.Packages), [.. project.Packages.SelectMany(package => package.PassedOver).Distinct(StringComparer.Ordinal)], sdks))];

        IReadOnlyList<CheckedInstallation> Installations(IEnumerable<ResolvedPackage> packages) =>
            [.. packages.Where(package => package.Folder is not null).Select(package =>
                known.TryGetValue(package.Folder!, out var one) ? one : known[package.Folder!] = CheckedInstallation.Of(package))];
    }

    /// <summary>Whether these very assets were checked, whatever has become of their packages.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static bool IsOf(string assetsPath) =>
        PathOf(assetsPath) is var path && File.Exists(path) && File.ReadLines(path).FirstOrDefault() == HashOf(assetsPath);

    /// <summary>Whether some assets were checked, and against the lock as it is now, to the byte.</summary>
    /// <param name="assetsPaths">The assets.</param>
    /// <param name="lockPath">The lock.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static bool AreOf(IEnumerable<string> assetsPaths, string lockPath)
    {
        var now = CheckedLock.HashOf(lockPath);
        return assetsPaths.All(assetsPath => IsOf(assetsPath, lockPath, now));
    }

    /// <summary>The mark of these very assets; null without one.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static CheckedMark? Find(string assetsPath)
    {
        var path = PathOf(assetsPath);
        if (!File.Exists(path) || File.ReadAllLines(path) is not [var hash, var second, .. var lines, End] || hash != HashOf(assetsPath) || LockIn(second) is not { } against)
        {
            return null;
        }

        var (packages, absent, sdks) = (new List<CheckedInstallation>(lines.Length), new List<string>(), new List<CheckedInstallation>());
        foreach (var line in lines)
        {
            switch (line.Split(' ', 2))
            {
                case [Resolved, var text] when CheckedInstallation.Parse(text) is { } package:
                    packages.Add(package);
                    break;
                case [Absent, { Length: > 0 } file]:
                    absent.Add(file);
                    break;
                case [Sdk, var text] when CheckedInstallation.Parse(text) is { } sdk:
                    sdks.Add(sdk);
                    break;
                default:
                    return null;
            }
        }

        return new(assetsPath, hash, against, packages, absent, sdks);
    }

    /// <summary>The lock that the assets were checked against, where it says something else about their packages by now; null where it does not.</summary>
    /// <exception cref="LockFormatException">The file is no lock any more.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public string? ChangedLock() => _lock?.StillSays(FolderOf(_assetsPath), Ids) == true ? null : _lock?.PathFrom(FolderOf(_assetsPath)) ?? "";

    /// <summary>The first of some MSBuild SDKs that was neither checked with the assets nor is a package of theirs; null without one.</summary>
    /// <param name="folders">Where the SDKs lie.</param>
    public string? UncheckedSdk(IEnumerable<string> folders) =>
        folders.Except(_sdks.Concat(_packages).Select(known => known.Folder), StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Whether what a build imports from a packages folder is from one that was looked at.</summary>
    /// <param name="packagesFolder">The folder; empty where it imports nothing.</param>
    public bool KnowsFolder(string packagesFolder)
    {
        if (packagesFolder.Length == 0 || _packages.Count == 0)
        {
            return true;
        }

        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(packagesFolder)) + Path.DirectorySeparatorChar;
        return _packages.Any(package => package.Folder.StartsWith(folder, StringComparison.Ordinal)) || _absent.Any(file => Path.GetFullPath(file).StartsWith(folder, StringComparison.Ordinal));
    }

    /// <summary>The first package that is not the one that was checked; null when all of them are.</summary>
    /// <param name="sdks">Where the MSBuild SDKs lie that are used besides.</param>
    /// <exception cref="IOException">One cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be read.</exception>
    public ChangedInstallation? Changed(IReadOnlyCollection<string> sdks)
    {
        var changed = _packages.Concat(_sdks.Where(sdk => sdks.Contains(sdk.Folder))).FirstOrDefault(known => !known.IsStillThere);
        return changed is not null ? new(changed.Folder, changed.IsGone)
            : _absent.FirstOrDefault(File.Exists) is { } instead ? new(Path.GetDirectoryName(instead)!, IsGone: false)
            : null;
    }

    /// <summary>After a check: writes those that say something else.</summary>
    /// <param name="marks">The marks.</param>
    /// <param name="against">What the lock said that the check was made against, with what it recorded there.</param>
    /// <param name="lockPath">Where the lock lies.</param>
    /// <exception cref="IOException">One cannot be written; or a package was installed anew since they were taken.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be written.</exception>
    public static void Write(IReadOnlyCollection<CheckedMark> marks, LockSnapshot against, string lockPath)
    {
        if (marks.SelectMany(mark => mark._packages.Concat(mark._sdks)).Distinct().FirstOrDefault(known => !known.IsAsItWas) is { } changed)
        {
            throw new IOException($"{changed.Folder} was installed anew while it was checked");
        }

        foreach (var mark in marks)
        {
            var path = PathOf(mark._assetsPath);
            var text = mark.Text(CheckedLock.Of(against, lockPath, FolderOf(mark._assetsPath), mark.Ids));
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                var draft = $"{path}.{Path.GetRandomFileName()}";
                File.WriteAllText(draft, text);
                File.Move(draft, path, overwrite: true);
            }
        }
    }

    /// <summary>Where nothing has changed since a check: writes those that are not there, or were checked against another lock since.</summary>
    /// <inheritdoc cref="Write"/>
    public static void WriteMissing(IReadOnlyCollection<CheckedMark> marks, LockSnapshot against, string lockPath)
    {
        var now = CheckedLock.HashOf(lockPath);
        Write([.. marks.Where(mark => !IsOf(mark._assetsPath, lockPath, now))], against, lockPath);
    }

    /// <summary>Takes the mark of some assets away, so that the next restore writes it anew.</summary>
    /// <exception cref="IOException">It cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be deleted.</exception>
    public static void Remove(string assetsPath) => File.Delete(PathOf(assetsPath));

    // Of the packages that were looked at: their folders are named so.
    private IEnumerable<PackageId> Ids => _packages.Concat(_sdks)
        .Select(known => PackageId.TryParse(Path.GetFileName(Path.GetDirectoryName(known.Folder)) ?? "", out var id) ? id : null)
        .OfType<PackageId>();

    private string Text(CheckedLock against) => string.Join('\n', [
        _hash,
        $"{Against} {against}",
        .. _packages.Select(package => $"{Resolved} {package}"),
        .. _absent.Select(file => $"{Absent} {file}"),
        .. _sdks.Select(sdk => $"{Sdk} {sdk}"),
        End,
        ""]);

    private static bool IsOf(string assetsPath, string lockPath, string lockNow) =>
        IsOf(assetsPath) && LockIn(File.ReadLines(PathOf(assetsPath)).ElementAtOrDefault(1)) is { } against
            && against.Hash == lockNow && against.PathFrom(FolderOf(assetsPath)) == lockPath;

    private static CheckedLock? LockIn(string? line) => line?.Split(' ', 2) is [Against, var text] ? CheckedLock.Parse(text) : null;

    private static string FolderOf(string assetsPath) => Path.GetDirectoryName(assetsPath)!;

    private static string PathOf(string assetsPath) => Path.Combine(FolderOf(assetsPath), Name);

    private static string HashOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
