using System.Security.Cryptography;
using InstallGuard.Adapters.Storage;
using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Adapters.Session;

/// <summary>The lock that some assets were checked against: where it lies, and what it said about their packages.</summary>
/// <param name="Hash">The SHA-256 of the file, so that it need not be read where it has not changed; <see cref="NoFile"/> where there was none.</param>
/// <param name="Pins">A digest of the pins of the packages: what other packages have in the lock is nothing to these assets.</param>
/// <param name="Path">Where it lies, from the folder of the assets: a repository may be moved with all that is in it.</param>
internal sealed record CheckedLock(string Hash, string Pins, string Path)
{
    private const string NoFile = "-";

    /// <summary>The lock that a check ended with.</summary>
    /// <param name="against">What it said then.</param>
    /// <param name="lockPath">Where it lies.</param>
    /// <param name="folder">The folder of the assets.</param>
    /// <param name="ids">Their packages.</param>
    public static CheckedLock Of(LockSnapshot against, string lockPath, string folder, IEnumerable<PackageId> ids) =>
        new(against.ReadFrom?.Hex ?? NoFile, DigestOf(against.Document, ids), System.IO.Path.GetRelativePath(folder, lockPath));

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static CheckedLock? Parse(string text) =>
        text.Split(' ', 3) is [{ Length: > 0 } hash, { Length: > 0 } pins, { Length: > 0 } path] ? new(hash, pins, path) : null;

    /// <summary>Where it lies.</summary>
    /// <param name="folder">The folder of the assets.</param>
    public string PathFrom(string folder) => System.IO.Path.GetFullPath(Path, System.IO.Path.GetFullPath(folder));

    /// <summary>Whether it says about these packages what it said then.</summary>
    /// <param name="folder">The folder of the assets.</param>
    /// <param name="ids">Their packages.</param>
    /// <exception cref="LockFormatException">The file is no lock any more.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public bool StillSays(string folder, IEnumerable<PackageId> ids)
    {
        var path = PathFrom(folder);

        // Nothing is written, so that nobody has to be waited for.
        return Hash == HashOf(path) || Pins == DigestOf(new LockFileOnDisk(path, folder, TimeProvider.System).Read().Document, ids);
    }

    /// <summary>What <see cref="Hash"/> says of a lock as it is now.</summary>
    /// <param name="path">Where it lies.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string HashOf(string path)
    {
        if (!File.Exists(path))
        {
            return NoFile;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Hash} {Pins} {Path}";

    private static string DigestOf(LockDocument document, IEnumerable<PackageId> ids)
    {
        var theirs = LockDocument.Empty;
        foreach (var id in ids)
        {
            foreach (var pin in document.PinsOf(id))
            {
                theirs = theirs.With(id, pin);
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(LockWriter.Write(theirs)));
    }
}
