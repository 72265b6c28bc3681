using System.Buffers.Binary;
using System.Text;

namespace InstallGuard.Testing;

/// <summary>One entry of a zip as its bytes: header and data in front, its line in the directory at the end.</summary>
/// <param name="Local">Local header, name, data, and whatever follows up to the next entry.</param>
/// <param name="Central">The line in the central directory.</param>
internal sealed record ZipRecord(byte[] Local, byte[] Central)
{
    private const int LocalHeader = 30;
    private const int CentralHeader = 46;
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 0x0800;

    public string Name => Encoding.UTF8.GetString(Central, CentralHeader, NameLength);

    /// <summary>Where the data begins in <see cref="Local"/>.</summary>
    public int DataStart =>
        LocalHeader + BinaryPrimitives.ReadUInt16LittleEndian(Local.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(Local.AsSpan(28));

    /// <summary>The length of the data as it is stored.</summary>
    public int DataLength => (int)BinaryPrimitives.ReadUInt32LittleEndian(Central.AsSpan(20));

    public ReadOnlySpan<byte> Data => Local.AsSpan(DataStart, DataLength);

    /// <summary>The time in the directory, to two seconds.</summary>
    public DateTimeOffset Time
    {
        get
        {
            var (time, date) = (BinaryPrimitives.ReadUInt16LittleEndian(Central.AsSpan(12)), BinaryPrimitives.ReadUInt16LittleEndian(Central.AsSpan(14)));
            return new(1980 + (date >> 9), (date >> 5) & 15, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2, TimeSpan.Zero);
        }
    }

    private int NameLength => BinaryPrimitives.ReadUInt16LittleEndian(Central.AsSpan(28));

    /// <summary>An entry without compression.</summary>
    public static ZipRecord Stored(string name, ReadOnlySpan<byte> data, DateTimeOffset at)
    {
        var encoded = Encoding.UTF8.GetBytes(name);
        var common = new byte[26];
        BinaryPrimitives.WriteUInt16LittleEndian(common, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(common.AsSpan(2), Ascii.IsValid(name) ? (ushort)0 : NamesAreUtf8);
        BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(6), DosTime(at));
        BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(10), Crc32.Of(data));
        BinaryPrimitives.WriteInt32LittleEndian(common.AsSpan(14), data.Length);
        BinaryPrimitives.WriteInt32LittleEndian(common.AsSpan(18), data.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(common.AsSpan(22), (ushort)encoded.Length);

        return new(
            [.. "PK\x03\x04"u8, .. common, .. encoded, .. data],
            [.. "PK\x01\x02"u8, (byte)Version, 0, .. common, .. new byte[14], .. encoded]);
    }

    /// <summary>The same entry under another name of the same length.</summary>
    public ZipRecord Renamed(string name)
    {
        var encoded = Encoding.UTF8.GetBytes(name);
        ArgumentOutOfRangeException.ThrowIfNotEqual(encoded.Length, NameLength, nameof(name));
        var (local, central) = (Local.ToArray(), Central.ToArray());
        encoded.CopyTo(local, LocalHeader);
        encoded.CopyTo(central, CentralHeader);
        return new(local, central);
    }

    /// <summary>The directory line for an entry that begins at <paramref name="offset"/>.</summary>
    public byte[] CentralAt(int offset)
    {
        var central = Central.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(central.AsSpan(42), offset);
        return central;
    }

    private static uint DosTime(DateTimeOffset at)
    {
        var date = (uint)(((at.Year - 1980) << 9) | (at.Month << 5) | at.Day);
        return (date << 16) | (uint)((at.Hour << 11) | (at.Minute << 5) | (at.Second / 2));
    }
}
