using System.Buffers.Binary;
using System.Security.Cryptography;

namespace InstallGuard.Adapters.Packages.Zip;

/// <summary>
/// How to get from a signed package file back to the bytes that were signed: leave out the signature entry and its
/// directory record, and mend the end record.
/// </summary>
internal sealed class UnsignedLayout
{
    private readonly (long Start, long End)[] _kept;
    private readonly byte[] _endRecord;

    private UnsignedLayout((long, long)[] kept, byte[] endRecord) => (_kept, _endRecord) = (kept, endRecord);

    /// <summary>The layout of a file without a signature: all of it.</summary>
    public static UnsignedLayout Whole(ZipDirectory directory) =>
        new([(0, directory.EndRecordOffset)], directory.EndRecord);

    /// <summary>The layout of a file whose last entry is the signature, which lies in front of the directory.</summary>
    public static UnsignedLayout Without(ZipEntry signature, ZipDirectory directory)
    {
        var end = (byte[])directory.EndRecord.Clone();
        var entries = (ushort)(directory.Entries.Count - 1);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), entries);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), entries);
        BinaryPrimitives.WriteUInt32LittleEndian(
            end.AsSpan(12), (uint)(directory.EndRecordOffset - directory.Start - signature.RecordLength));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)signature.LocalHeaderOffset);
        return new(
            [
                (0, signature.LocalHeaderOffset),
                (directory.Start, signature.RecordOffset),
                (signature.RecordOffset + signature.RecordLength, directory.EndRecordOffset),
            ],
            end);
    }

    /// <summary>
    /// Reads the file once and hashes it twice: as it is, and as it was before it was signed.
    /// </summary>
    public (byte[] WholeSha512, byte[] UnsignedSha256) Hash(Stream file, CancellationToken cancel)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        using var unsigned = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Pass(file, unsigned, whole, cancel);
        return (whole.GetHashAndReset(), unsigned.GetHashAndReset());
    }

    /// <summary>Hashes the file as it was before it was signed, with the algorithm that its signature names.</summary>
    public byte[] HashUnsigned(Stream file, HashAlgorithmName algorithm, CancellationToken cancel)
    {
        using var unsigned = IncrementalHash.CreateHash(algorithm);
        Pass(file, unsigned, null, cancel);
        return unsigned.GetHashAndReset();
    }

    private void Pass(Stream file, IncrementalHash unsigned, IncrementalHash? whole, CancellationToken cancel)
    {
        var buffer = new byte[128 * 1024];
        file.Position = 0;
        long at = 0;
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            cancel.ThrowIfCancellationRequested();
            whole?.AppendData(buffer, 0, read);
            foreach (var (start, end) in _kept)
            {
                var from = Math.Max(start, at);
                var to = Math.Min(end, at + read);
                if (from < to)
                {
                    unsigned.AppendData(buffer, (int)(from - at), (int)(to - from));
                }
            }

            at += read;
        }

        unsigned.AppendData(_endRecord);
    }
}
