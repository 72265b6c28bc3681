using System.Security.Cryptography;
using System.Text;
using InstallGuard.Checking;
using InstallGuard.Evidence;
using InstallGuard.Ledger;

namespace InstallGuard.Adapters.Storage;

/// <summary>
/// The lock file in the file system. Writers take turns at a gate outside the repository; readers see the old file or
/// the new one, never half of either, also when the writer is killed.
/// </summary>
public sealed class LockFileOnDisk : ILockFile
{
    private readonly string _gates;
    private readonly TimeProvider _clock;

    /// <summary>Names the file; nothing is touched yet.</summary>
    /// <param name="path">The lock file. It need not exist; its folder must.</param>
    /// <param name="gates">A folder for gates, the same for every process of this user. Made when it is first needed; where it cannot be, one below the temporary folder stands in.</param>
    /// <param name="clock">Measures how long to wait for other writers.</param>
    public LockFileOnDisk(string path, string gates, TimeProvider clock) =>
        (Path, _gates, _clock) = (System.IO.Path.GetFullPath(path), gates, clock);

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public LockSnapshot Read()
    {
        var bytes = ReadBytes(Target());
        try
        {
            return new(bytes is null ? LockDocument.Empty : LockReader.Read(bytes), HashOf(bytes));
        }
        catch (LockFormatException problem)
        {
            throw new LockFormatException(Path, problem);
        }
    }

    /// <inheritdoc/>
    public bool TryReplace(LockSnapshot read, LockDocument next)
    {
        var target = Target();
        var bytes = LockWriter.Write(next);
        using var turn = GateOf(target).Enter();
        var current = ReadBytes(target);
        if (HashOf(current) != read.ReadFrom)
        {
            return false;
        }

        if (current is null || !IsSameText(current, bytes))
        {
            Replace(target, bytes);
        }

        return true;
    }

    /// <summary>
    /// Replaces the file as one step, whatever it holds: a merge that waits for somebody has left no lock in it, and git keeps
    /// both sides.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; it is as it was.</exception>
    public void Overwrite(LockDocument next)
    {
        var target = Target();
        using var turn = GateOf(target).Enter();
        Replace(target, LockWriter.Write(next));
    }

    // A link stays a link: the file that it leads to is the one that is read and replaced.
    private string Target()
    {
        if (Directory.Exists(Path))
        {
            throw new IOException($"{Path}: a folder stands where the lock file is expected");
        }

        if (new FileInfo(Path).LinkTarget is null)
        {
            return Path;
        }

        var target = File.ResolveLinkTarget(Path, returnFinalTarget: true)!.FullName;
        return File.Exists(target)
            ? target
            : throw new IOException($"{Path}: a link to {target}, which does not exist");
    }

    private FileGate GateOf(string target)
    {
        var gates = GateFolder();
        var spelling = OperatingSystem.IsLinux() ? target : target.ToUpperInvariant();
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(spelling)));
        return new(System.IO.Path.Combine(gates, $"{name}.gate"), _clock);
    }

    // Where that one cannot be made no process of this user can, and all of them have the temporary folder.
    private string GateFolder()
    {
        try
        {
            return Directory.CreateDirectory(_gates).FullName;
        }
        catch (Exception unwritable) when (Unwritable.IsWhy(unwritable))
        {
            return Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"installguard-gates-{Environment.UserName}")).FullName;
        }
    }

    // One byte more than a lock may have is enough for the reader to refuse it, however long the file is.
    private static byte[]? ReadBytes(string target)
    {
        try
        {
            using var file = new FileStream(
                target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var bytes = new byte[checked((int)Math.Min(file.Length, LockReader.LargestFile + 1))];
            return bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).ToArray();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static Sha256Digest? HashOf(byte[]? bytes) =>
        bytes is null ? null : Sha256Digest.FromBytes(SHA256.HashData(bytes));

    // Git may have checked the file out with other line ends. That is no reason to write it.
    private static bool IsSameText(byte[] current, byte[] canonical) =>
        current.Length == canonical.Length
            ? current.AsSpan().SequenceEqual(canonical)
            : current.AsSpan().Contains((byte)'\r')
                && Array.FindAll(current, b => b != (byte)'\r').AsSpan().SequenceEqual(canonical);

    private static void Replace(string target, byte[] bytes)
    {
        var draft = $"{target}.{Guid.NewGuid():n}.tmp";
        try
        {
            using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(draft, File.GetUnixFileMode(target));
            }

            File.Move(draft, target, overwrite: true);
        }
        catch
        {
            Discard(draft);
            throw;
        }
    }

    private static void Discard(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception also) when (also is IOException or UnauthorizedAccessException)
        {
            // The failure that brought us here is the one to report.
        }
    }
}
