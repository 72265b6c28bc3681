using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace InstallGuard.Ledger;

/// <summary>
/// The texts of a JSON file that is known to be valid. A lock says the same few names, owners and days over and over, so
/// what was said a moment ago is not made again.
/// </summary>
internal sealed class RepeatedTexts(ReadOnlyMemory<byte> bytes)
{
    private const int SlotBits = 11;

    private readonly string?[] _texts = new string?[1 << SlotBits];
    private readonly int[] _starts = new int[1 << SlotBits];
    private readonly int[] _lengths = new int[1 << SlotBits];

    /// <summary>The text between two quotation marks.</summary>
    /// <param name="start">Where it begins, after the first of them.</param>
    /// <param name="length">Its length in bytes.</param>
    public string Quoted(int start, int length)
    {
        var file = bytes.Span;
        var raw = file.Slice(start, length);
        var slot = SlotOf(raw);
        if (_texts[slot] is { } known && raw.SequenceEqual(file.Slice(_starts[slot], _lengths[slot])))
        {
            return known;
        }

        var text = raw.Contains((byte)'\\') ? Unescaped(file.Slice(start - 1, length + 2)) : Encoding.UTF8.GetString(raw);
        (_texts[slot], _starts[slot], _lengths[slot]) = (text, start, length);
        return text;
    }

    private static string Unescaped(ReadOnlySpan<byte> quoted)
    {
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString()!;
    }

    // Both ends say enough: texts that share a slot only take turns in it.
    private static int SlotOf(ReadOnlySpan<byte> raw)
    {
        ulong head = 0;
        ulong tail = 0;
        if (raw.Length >= sizeof(ulong))
        {
            head = BinaryPrimitives.ReadUInt64LittleEndian(raw);
            tail = BinaryPrimitives.ReadUInt64LittleEndian(raw[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var b in raw)
            {
                head = (head << 8) | b;
            }
        }

        var mixed = unchecked(((head * 0x9E3779B97F4A7C15) ^ tail ^ (ulong)raw.Length) * 0xC2B2AE3D27D4EB4F);
        return (int)(mixed >> (64 - SlotBits));
    }
}
