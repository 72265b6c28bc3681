using System.Buffers.Binary;

namespace InstallGuard.Testing;

/// <summary>A zip as a list of entries, each kept byte for byte: what is not touched comes out as it went in.</summary>
/// <remarks>An edit with a zip library rewrites times, flags and compression of everything, and so breaks every signature.</remarks>
internal sealed class ZipBytes
{
    private const int CentralHeader = 46;
    private readonly byte[] end;

    private ZipBytes(List<ZipRecord> entries, List<ZipRecord> directory, byte[] end) =>
        (Entries, Directory, this.end) = (entries, directory, end);

    /// <summary>The entries in the order of their data.</summary>
    public List<ZipRecord> Entries { get; }

    /// <summary>The same entries in the order of the directory.</summary>
    public List<ZipRecord> Directory { get; }

    public static ZipBytes Parse(ReadOnlySpan<byte> zip)
    {
        var endAt = zip.LastIndexOf("PK\x05\x06"u8);
        var end = zip[endAt..];
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var directoryAt = BinaryPrimitives.ReadInt32LittleEndian(end[16..]);

        var lines = new List<(int Offset, byte[] Central)>();
        var at = directoryAt;
        for (var i = 0; i < count; i++)
        {
            var length = CentralHeader
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 28)..])
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 30)..])
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 32)..]);
            lines.Add((BinaryPrimitives.ReadInt32LittleEndian(zip[(at + 42)..]), zip.Slice(at, length).ToArray()));
            at += length;
        }

        int[] borders = [.. lines.Select(line => line.Offset).Order(), directoryAt];
        var records = new Dictionary<int, ZipRecord>();
        foreach (var (offset, central) in lines)
        {
            var next = borders[Array.IndexOf(borders, offset) + 1];
            records.Add(offset, new(zip[offset..next].ToArray(), central));
        }

        return new([.. records.OrderBy(pair => pair.Key).Select(pair => pair.Value)], [.. lines.Select(line => records[line.Offset])], end.ToArray());
    }

    /// <summary>The entry of that name; an error if there is none.</summary>
    public ZipRecord Entry(string name) =>
        Entries.Find(entry => entry.Name == name) ?? throw new InvalidOperationException($"The package has no entry '{name}'.");

    /// <summary>Adds an entry before the one at <paramref name="index"/>, in data and directory alike.</summary>
    public void Insert(int index, ZipRecord entry)
    {
        Entries.Insert(index, entry);
        Directory.Insert(index, entry);
    }

    public void Add(ZipRecord entry) => Insert(Entries.Count, entry);

    public void Remove(ZipRecord entry)
    {
        _ = Entries.Remove(entry);
        _ = Directory.Remove(entry);
    }

    public void Replace(ZipRecord entry, ZipRecord by)
    {
        Entries[Entries.IndexOf(entry)] = by;
        Directory[Directory.IndexOf(entry)] = by;
    }

    public byte[] Write()
    {
        var offsets = new Dictionary<ZipRecord, int>(ReferenceEqualityComparer.Instance);
        using var zip = new MemoryStream();
        foreach (var entry in Entries)
        {
            offsets.Add(entry, (int)zip.Position);
            zip.Write(entry.Local);
        }

        var directoryAt = (int)zip.Position;
        foreach (var entry in Directory)
        {
            zip.Write(entry.CentralAt(offsets[entry]));
        }

        var tail = end.ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(tail.AsSpan(8), (ushort)Directory.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(tail.AsSpan(10), (ushort)Directory.Count);
        BinaryPrimitives.WriteInt32LittleEndian(tail.AsSpan(12), (int)zip.Position - directoryAt);
        BinaryPrimitives.WriteInt32LittleEndian(tail.AsSpan(16), directoryAt);
        zip.Write(tail);
        return zip.ToArray();
    }
}
