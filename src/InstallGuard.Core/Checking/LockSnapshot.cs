using System.Security.Cryptography;
using InstallGuard.Evidence;
using InstallGuard.Ledger;

namespace InstallGuard.Checking;

/// <summary>A lock as it was at one moment.</summary>
/// <param name="Document">What it said.</param>
/// <param name="ReadFrom">SHA-256 of the file's bytes; null when there was no file.</param>
public sealed record LockSnapshot(LockDocument Document, Sha256Digest? ReadFrom)
{
    /// <summary>A lock as it is written.</summary>
    public static LockSnapshot Written(LockDocument document) => new(document, Sha256Digest.FromBytes(SHA256.HashData(LockWriter.Write(document))));
}
