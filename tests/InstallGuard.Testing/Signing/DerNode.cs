using System.Formats.Asn1;

namespace InstallGuard.Testing;

/// <summary>One value of an ASN.1 tree, to be read, changed and written again with only the lengths around the change differing.</summary>
internal sealed class DerNode
{
    private const byte Constructed = 0x20;
    private const byte ObjectIdentifier = 0x06;
    private byte[] contents;

    private DerNode(byte tag, byte[] contents, List<DerNode> children) =>
        (Tag, this.contents, Children) = (tag, contents, children);

    /// <summary>The identifier octet; tags of more than one octet do not occur in signatures.</summary>
    public byte Tag { get; }

    /// <summary>The parts of a constructed value; empty for a primitive one.</summary>
    public List<DerNode> Children { get; }

    /// <summary>The octets of a primitive value.</summary>
    public ReadOnlySpan<byte> Contents => contents;

    /// <summary>The first part that has this identifier octet, or null.</summary>
    public DerNode? Child(byte tag) => Children.FirstOrDefault(child => child.Tag == tag);

    /// <summary>Whether this is that object identifier.</summary>
    public bool Names(string oid) =>
        Tag == ObjectIdentifier && AsnDecoder.ReadObjectIdentifier(Encode(), AsnEncodingRules.BER, out _) == oid;

    /// <summary>Puts other octets into a primitive value.</summary>
    public void Replace(byte[] with) => contents = with;

    /// <summary>This value and all below it.</summary>
    public IEnumerable<DerNode> SelfAndBelow() => Children.SelectMany(child => child.SelfAndBelow()).Prepend(this);

    public static DerNode OfConstructed(byte tag, params List<DerNode> children) => new(tag, [], children);

    public static DerNode OfOid(string oid)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return Parse(writer.Encode());
    }

    public static DerNode Parse(ReadOnlySpan<byte> bytes) => Parse(bytes, out _);

    private static DerNode Parse(ReadOnlySpan<byte> bytes, out int consumed)
    {
        _ = AsnDecoder.ReadEncodedValue(bytes, AsnEncodingRules.BER, out var offset, out var length, out consumed);
        var tag = bytes[0];
        var inner = bytes.Slice(offset, length);
        if ((tag & Constructed) == 0)
        {
            return new(tag, inner.ToArray(), []);
        }

        var children = new List<DerNode>();
        while (!inner.IsEmpty)
        {
            children.Add(Parse(inner, out var used));
            inner = inner[used..];
        }

        return new(tag, [], children);
    }

    public byte[] Encode()
    {
        byte[] inner = (Tag & Constructed) == 0 ? contents : [.. Children.SelectMany(child => child.Encode())];
        return [Tag, .. Length(inner.Length), .. inner];
    }

    private static byte[] Length(int length) => length switch
    {
        < 0x80 => [(byte)length],
        <= 0xFF => [0x81, (byte)length],
        <= 0xFFFF => [0x82, (byte)(length >> 8), (byte)(length & 0xFF)],
        _ => [0x83, (byte)(length >> 16), (byte)((length >> 8) & 0xFF), (byte)(length & 0xFF)],
    };
}
