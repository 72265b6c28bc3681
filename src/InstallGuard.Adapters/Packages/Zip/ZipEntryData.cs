using System.Buffers.Binary;
using System.IO.Compression;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Packages.Zip;

/// <summary>Reads the data of single entries.</summary>
internal static class ZipEntryData
{
    private const uint LocalSignature = 0x04034b50;
    private const int LocalHeaderLength = 30;
    private const int Stored = 0;
    private const int Deflated = 8;

    /// <summary>Where an entry's data begins in the file.</summary>
    /// <exception cref="MalformedPackageException">There is no such entry at the place that the directory names.</exception>
    public static long DataOffset(Stream file, ZipEntry entry)
    {
        Span<byte> header = stackalloc byte[LocalHeaderLength];
        if (entry.LocalHeaderOffset + LocalHeaderLength > file.Length)
        {
            throw Damaged(entry);
        }

        file.Position = entry.LocalHeaderOffset;
        file.ReadExactly(header);
        var offset = entry.LocalHeaderOffset + LocalHeaderLength
            + BinaryPrimitives.ReadUInt16LittleEndian(header[26..])
            + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        return BinaryPrimitives.ReadUInt32LittleEndian(header) == LocalSignature && offset + entry.CompressedSize <= file.Length
            ? offset
            : throw Damaged(entry);
    }

    /// <summary>Unpacks an entry that must not be larger than a limit, whatever it claims about itself.</summary>
    /// <exception cref="MalformedPackageException">It is larger, damaged, encrypted or packed in an unknown way.</exception>
    public static byte[] Read(Stream file, ZipEntry entry, int largest)
    {
        var offset = DataOffset(file, entry);
        if (entry.IsEncrypted || entry.Method is not (Stored or Deflated) || entry.CompressedSize > largest)
        {
            throw Damaged(entry);
        }

        var packed = new byte[entry.CompressedSize];
        file.Position = offset;
        file.ReadExactly(packed);
        return entry.Method == Stored ? packed : Inflate(packed, entry, largest);
    }

    /// <summary>An entry's data, unpacked while it is read. The file is left open, and nothing else may read it meanwhile.</summary>
    /// <exception cref="MalformedPackageException">It is damaged, encrypted or packed in an unknown way.</exception>
    public static Stream Open(Stream file, ZipEntry entry)
    {
        if (entry.IsEncrypted || entry.Method is not (Stored or Deflated))
        {
            throw Damaged(entry);
        }

        var packed = new EntryWindow(file, DataOffset(file, entry), entry.CompressedSize);
        return entry.Method == Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    private static byte[] Inflate(byte[] packed, ZipEntry entry, int largest)
    {
        try
        {
            using var inflating = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (var read = inflating.Read(buffer); read > 0; read = inflating.Read(buffer))
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > largest)
                {
                    throw new MalformedPackageException($"{Quoted.Text(entry.Name)} has more than {largest} bytes");
                }
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            throw Damaged(entry);
        }
    }

    private static MalformedPackageException Damaged(ZipEntry entry) => new($"the entry {Quoted.Text(entry.Name)} is damaged");
}
