using System.Buffers.Binary;
using System.Text;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Packages.Zip;

/// <summary>
/// The central directory of a zip file (PKWARE APPNOTE 4.3.12 and 4.3.16), read strictly: it must end exactly where the
/// end record begins, and the end record exactly where the file ends. What could be read in two ways is refused.
/// </summary>
internal sealed class ZipDirectory
{
    /// <summary>The largest directory that is read, in bytes: as many entries as can be, with names of 200 letters.</summary>
    public const int LargestDirectory = 16 * 1024 * 1024;

    private const int EndRecordLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const uint EndRecordSignature = 0x06054b50;
    private const uint RecordSignature = 0x02014b50;
    private const int RecordLength = 46;

    private ZipDirectory(IReadOnlyList<ZipEntry> entries, long start, long endRecordOffset, byte[] endRecord) =>
        (Entries, Start, EndRecordOffset, EndRecord) = (entries, start, endRecordOffset, endRecord);

    public IReadOnlyList<ZipEntry> Entries { get; }

    /// <summary>Where the directory begins in the file.</summary>
    public long Start { get; }

    /// <summary>Where the end record begins in the file.</summary>
    public long EndRecordOffset { get; }

    /// <summary>The end record with its comment, to the end of the file.</summary>
    public byte[] EndRecord { get; }

    /// <exception cref="MalformedPackageException">The stream is no zip file, or one that could be read in two ways.</exception>
    public static ZipDirectory Read(Stream file)
    {
        var (endOffset, end) = ReadEndRecord(file);
        var (disk, directoryDisk) = (UInt16(end, 4), UInt16(end, 6));
        var (entriesHere, entries) = (UInt16(end, 8), UInt16(end, 10));
        var (size, start) = (UInt32(end, 12), UInt32(end, 16));
        if (disk != 0 || directoryDisk != 0 || entriesHere != entries)
        {
            throw new MalformedPackageException("the zip file is one of several volumes");
        }

        if (entries == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue)
        {
            throw new MalformedPackageException("the zip file is in the zip64 format, which NuGet does not sign");
        }

        if (start + size != endOffset || size > LargestDirectory)
        {
            throw new MalformedPackageException("the zip file's directory does not lie where its end record says");
        }

        var directory = new byte[size];
        file.Position = start;
        file.ReadExactly(directory);
        return new(ReadEntries(directory, entries, start), start, endOffset, end);
    }

    private static (long Offset, byte[] Record) ReadEndRecord(Stream file)
    {
        var length = (int)Math.Min(file.Length, EndRecordLength + LongestComment);
        var tail = new byte[length];
        file.Position = file.Length - length;
        file.ReadExactly(tail);
        for (var at = length - EndRecordLength; at >= 0; at--)
        {
            if (UInt32(tail, at) == EndRecordSignature)
            {
                // The last one is the one that every reader finds; it must also be the one that ends the file.
                return UInt16(tail, at + 20) == length - at - EndRecordLength
                    ? (file.Length - length + at, tail[at..])
                    : throw new MalformedPackageException("the zip file's end record does not end the file");
            }
        }

        throw new MalformedPackageException("the file does not end as a zip file does");
    }

    private static List<ZipEntry> ReadEntries(byte[] directory, int count, long start)
    {
        var entries = new List<ZipEntry>(count);
        var names = new HashSet<string>(EntryName.Comparer);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            if (at + RecordLength > directory.Length || UInt32(directory, at) != RecordSignature)
            {
                throw new MalformedPackageException("the zip file's directory is damaged");
            }

            var nameLength = UInt16(directory, at + 28);
            var length = RecordLength + nameLength + UInt16(directory, at + 30) + UInt16(directory, at + 32);
            if (at + length > directory.Length)
            {
                throw new MalformedPackageException("the zip file's directory is damaged");
            }

            // NuGet unescapes names when it extracts, so that two names here may be one name there.
            var name = Encoding.UTF8.GetString(directory, at + RecordLength, nameLength);
            var extracted = Uri.UnescapeDataString(name);
            EntryName.RequireOnePlace(name);
            EntryName.RequireOnePlace(extracted);
            if (!names.Add(extracted))
            {
                throw new MalformedPackageException($"two entries are named {Quoted.Text(name)}");
            }

            entries.Add(new(
                name,
                extracted,
                UInt16(directory, at + 10),
                UInt16(directory, at + 8),
                UInt32(directory, at + 20),
                UInt32(directory, at + 24),
                UInt32(directory, at + 42),
                start + at,
                length));
            at += length;
        }

        return at == directory.Length ? entries : throw new MalformedPackageException("the zip file's directory is damaged");
    }

    private static ushort UInt16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint UInt32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
