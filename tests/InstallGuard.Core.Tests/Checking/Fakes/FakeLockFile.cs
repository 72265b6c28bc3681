using System.Security.Cryptography;

namespace InstallGuard.Core.Tests.Fakes;

/// <summary>A lock in memory, with the compare-and-swap of the real one.</summary>
internal sealed class FakeLockFile : ILockFile
{
    private LockDocument? _document;

    public string Path => "/repo/installguard.lock.json";

    /// <summary>How often it was replaced by the check under test.</summary>
    public int Writes { get; private set; }

    public int Reads { get; private set; }

    public LockDocument Document => _document ?? LockDocument.Empty;

    /// <summary>Runs before each replacement: another restore that is faster.</summary>
    public Action? BeforeReplacing { get; set; }

    public Exception? WhenRead { get; set; }

    public Exception? WhenReplaced { get; set; }

    /// <summary>What a person, or another restore, writes.</summary>
    public void Put(LockDocument document) => _document = document;

    public void Put(PackageId id, Pin pin) => Put(Document.With(id, pin));

    public LockSnapshot Read()
    {
        Reads++;
        return WhenRead is null ? new(Document, HashOf(_document)) : throw WhenRead;
    }

    public bool TryReplace(LockSnapshot read, LockDocument next)
    {
        if (WhenReplaced is not null)
        {
            throw WhenReplaced;
        }

        BeforeReplacing?.Invoke();
        if (HashOf(_document) != read.ReadFrom)
        {
            return false;
        }

        // As the real one: what cannot be written as text throws here, and the lock is as it was.
        _ = LockWriter.Write(next);
        Writes++;
        _document = next;
        return true;
    }

    private static Sha256Digest? HashOf(LockDocument? document) =>
        document is null ? null : Sha256Digest.FromBytes(SHA256.HashData(LockWriter.Write(document)));
}
