using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using InstallGuard.Adapters.Packages.Zip;
using InstallGuard.Checking;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Packages.Installed;

/// <summary>
/// Whether what lies in the folder of an installed package is what NuGet extracts from its file: each entry, byte for byte,
/// and nothing besides. Not by the checksums of the zip file: they are easily met by other bytes.
/// </summary>
// PackageExtractor of NuGet.Packaging leaves out the parts that only a zip of its kind needs, every package and manifest at
// the root but one, and what it writes itself; and documentation where NUGET_XMLDOC_MODE says so.
public static class InstalledPackage
{
    /// <summary>The file that NuGet writes last when it installs a package.</summary>
    public const string Metadata = ".nupkg.metadata";

    private const int BufferSize = 64 * 1024;

    private static readonly char Separator = Path.DirectorySeparatorChar;

    /// <summary>Compares them.</summary>
    /// <param name="folder">The folder of the version.</param>
    /// <param name="package">Which package it is.</param>
    /// <param name="file">The package file.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="cancel">Ends it.</param>
    public static InstallationComparison Compare(string folder, Package package, Stream file, PackageHash hash, CancellationToken cancel)
    {
        try
        {
            return Difference(folder, package, file, hash, cancel) is { } difference
                ? new InstallationComparison.Other(difference)
                : new InstallationComparison.Same();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or MalformedPackageException or InvalidDataException)
        {
            return new InstallationComparison.Failed($"{folder} could not be compared with its package: {failed.Message}");
        }
    }

    /// <summary>Compares an installation with the one package file that it may be of.</summary>
    /// <param name="folder">The folder of the version.</param>
    /// <param name="package">Which package it is.</param>
    /// <param name="pinned">The hash of that file.</param>
    /// <param name="cancel">Ends it.</param>
    public static InstallationComparison Compare(string folder, Package package, PackageHash pinned, CancellationToken cancel)
    {
        try
        {
            var path = FileIn(folder, package);
            using var file = File.OpenRead(path);
            var hash = PackageHash.FromBytes(SHA512.HashData(file));
            file.Position = 0;
            return hash == pinned
                ? Compare(folder, package, file, hash, cancel)
                : new InstallationComparison.Other(new(Path.GetFileName(path), $"sha512:{pinned}", $"sha512:{hash}"));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return new InstallationComparison.Failed(failed.Message);
        }
    }

    /// <summary>Whether a whole installation of a package lies in a folder, whoever made it.</summary>
    public static bool IsWhole(string folder, Package package) => IsWhole(folder, package, _ => true);

    /// <summary>Whether it is one of this very package file.</summary>
    public static bool IsWhole(string folder, Package package, PackageHash hash) => IsWhole(folder, package, hash.Equals);

    private static bool IsWhole(string folder, Package package, Predicate<PackageHash> isFile)
    {
        var path = FileIn(folder, package);
        if (!File.Exists(Path.Combine(folder, Metadata)) || !File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        var hash = PackageHash.FromBytes(SHA512.HashData(file));
        return isFile(hash) && Compare(folder, package, file, hash, CancellationToken.None) is InstallationComparison.Same;
    }

    /// <summary>Where its file lies.</summary>
    public static string FileIn(string folder, Package package) => Path.Combine(folder, $"{NameOf(package)}.nupkg");

    private static string NameOf(Package package) => $"{package.Id.Text.ToLowerInvariant()}.{package.Version.Text.ToLowerInvariant()}";

    private static InstallationDifference? Difference(string folder, Package package, Stream file, PackageHash hash, CancellationToken cancel)
    {
        var entries = Extracted(file, package);
        var name = NameOf(package);
        var buffers = ArrayPool<byte>.Shared.Rent(2 * BufferSize);
        try
        {
            foreach (var installed in InstalledFiles.Below(folder))
            {
                cancel.ThrowIfCancellationRequested();
                var difference =
                    installed.IsLink ? new InstallationDifference(Shown(installed.Path), "no link", "a link to another place")
                    : IsSame(installed.Path, Metadata) || IsSame(installed.Path, $"{name}.nupkg") ? null
                    : IsSame(installed.Path, $"{name}.nupkg.sha512") ? OfHash(folder, installed, hash)
                    : entries.Remove(installed.Path, out var entry) ? OfEntry(folder, installed, entry, file, buffers)
                    : OfPackedDocumentation(folder, installed, entries, file, buffers);
                if (difference is not null)
                {
                    return difference;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffers);
        }

        return entries.FirstOrDefault(left => !MayBeLeftOut(left.Key)) is { Value: { } missing, Key: var path }
            ? new(Shown(path), Bytes(missing.Size), "no such file")
            : null;
    }

    private static Dictionary<string, ZipEntry> Extracted(Stream file, Package package)
    {
        var entries = new Dictionary<string, ZipEntry>(EntryName.Comparer);
        foreach (var entry in ZipDirectory.Read(file).Entries.Where(entry => !EntryName.IsFolder(entry.ExtractedName)))
        {
            var isManifest = entry.ExtractedName.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && entry.ExtractedName.AsSpan().IndexOfAny('/', '\\') < 0;
            if (!entries.TryAdd(isManifest ? $"{package.Id.Text.ToLowerInvariant()}.nuspec" : entry.ExtractedName.Replace('/', Separator), entry))
            {
                throw new MalformedPackageException($"two entries are one file: {Quoted.Text(entry.Name)}");
            }
        }

        return entries;
    }

    private static InstallationDifference? OfHash(string folder, InstalledFile installed, PackageHash hash) =>
        File.ReadAllText(Path.Combine(folder, installed.Path)).Trim() == hash.Base64 ? null : new(Shown(installed.Path), "the hash of the package", "another hash");

    private static InstallationDifference? OfEntry(string folder, InstalledFile installed, ZipEntry entry, Stream file, byte[] buffers)
    {
        if (installed.Length != entry.Size)
        {
            return new(Shown(installed.Path), Bytes(entry.Size), Bytes(installed.Length));
        }

        using var unpacked = ZipEntryData.Open(file, entry);
        using var stream = Open(Path.Combine(folder, installed.Path));
        return HoldTheSame(unpacked, stream, buffers) ? null : new(Shown(installed.Path), Bytes(entry.Size), "as many bytes, and others");
    }

    // NUGET_XMLDOC_MODE=compress: in place of a file, a zip that holds nothing else.
    private static InstallationDifference? OfPackedDocumentation(
        string folder, InstalledFile installed, Dictionary<string, ZipEntry> entries, Stream file, byte[] buffers)
    {
        var notThere = new InstallationDifference(Shown(installed.Path), "no such file", Bytes(installed.Length));
        if (!installed.Path.EndsWith(".xml.zip", StringComparison.OrdinalIgnoreCase)
            || installed.Path[..^".zip".Length] is var path && (!IsDocumentation(path) || !entries.Remove(path, out var entry)))
        {
            return notThere;
        }

        using var packed = Open(Path.Combine(folder, installed.Path));
        if (ZipDirectory.Read(packed).Entries is not [var only] || only.Size != entry.Size)
        {
            return notThere;
        }

        using var there = ZipEntryData.Open(packed, only);
        using var unpacked = ZipEntryData.Open(file, entry);
        return HoldTheSame(unpacked, there, buffers) ? null : notThere;
    }

    private static bool HoldTheSame(Stream one, Stream other, byte[] buffers)
    {
        var left = buffers.AsSpan(0, BufferSize);
        var right = buffers.AsSpan(BufferSize, BufferSize);
        while (true)
        {
            var read = one.ReadAtLeast(left, BufferSize, throwOnEndOfStream: false);
            if (other.ReadAtLeast(right, BufferSize, throwOnEndOfStream: false) != read || !left[..read].SequenceEqual(right[..read]))
            {
                return false;
            }

            if (read < BufferSize)
            {
                return true;
            }
        }
    }

    private static bool MayBeLeftOut(string path) =>
        Path.GetFileName(path) is ".rels" or "[Content_Types].xml"
        || Path.GetExtension(path) == ".psmdcp"
        || (path.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase) && path.AsSpan().IndexOfAny('/', '\\') < 0)
        || IsDocumentation(path);

    private static bool IsDocumentation(string path) =>
        path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && (path.StartsWith($"lib{Separator}", StringComparison.OrdinalIgnoreCase) || path.StartsWith($"ref{Separator}", StringComparison.OrdinalIgnoreCase));

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);

    private static bool IsSame(string path, string name) => EntryName.Comparer.Equals(path, name);

    private static string Shown(string path) => path.Replace(Separator, '/');

    private static string Bytes(long length) => string.Create(CultureInfo.InvariantCulture, $"{length} bytes");
}
