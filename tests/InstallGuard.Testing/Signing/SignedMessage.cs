namespace InstallGuard.Testing;

/// <summary>The places in a CMS SignedData that package signatures are made of, open for change.</summary>
internal sealed class SignedMessage
{
    private const byte Set = 0x31;
    private const byte Sequence = 0x30;
    private const byte OctetString = 0x04;
    private const byte Context0 = 0xA0;
    private const byte Context1 = 0xA1;
    private readonly DerNode root;

    private SignedMessage(DerNode root) => this.root = root;

    /// <summary>The octets that the primary signature is about.</summary>
    public DerNode Content => SignedData.Children[2].Children[1].Children[0];

    /// <summary>The primary signer.</summary>
    public DerNode Signer => SignedData.Children[^1].Children[0];

    /// <summary>The embedded certificates, each with its own encoding.</summary>
    public List<DerNode> Certificates => (SignedData.Child(Context0)
        ?? throw new InvalidOperationException("The signature carries no certificates.")).Children;

    private DerNode SignedData => root.Children[1].Children[0];

    public static SignedMessage Parse(ReadOnlySpan<byte> bytes) => new(DerNode.Parse(bytes));

    public byte[] Encode() => root.Encode();

    /// <summary>The signature value of a signer.</summary>
    public static ReadOnlySpan<byte> Value(DerNode signer) => signer.Children.Last(part => part.Tag == OctetString).Contents;

    /// <summary>The first unsigned attribute of this kind, or null.</summary>
    public static DerNode? Unsigned(DerNode signer, string oid) =>
        signer.Child(Context1)?.Children.Find(attribute => attribute.Children[0].Names(oid));

    /// <summary>The first signed attribute of this kind, or null.</summary>
    public static DerNode? Signed(DerNode signer, string oid) =>
        signer.Child(Context0)?.Children.Find(attribute => attribute.Children[0].Names(oid));

    /// <summary>Adds an unsigned attribute with one value.</summary>
    public static void Attach(DerNode signer, string oid, DerNode value)
    {
        var attributes = signer.Child(Context1);
        if (attributes is null)
        {
            attributes = DerNode.OfConstructed(Context1);
            signer.Children.Add(attributes);
        }

        attributes.Children.Add(
            DerNode.OfConstructed(Sequence, DerNode.OfOid(oid), DerNode.OfConstructed(Set, value)));
    }

    /// <summary>Takes the unsigned attributes of this kind away; says whether there were any.</summary>
    public static bool Detach(DerNode signer, string oid)
    {
        if (signer.Child(Context1) is not { } attributes
            || attributes.Children.RemoveAll(attribute => attribute.Children[0].Names(oid)) == 0)
        {
            return false;
        }

        if (attributes.Children.Count == 0)
        {
            _ = signer.Children.Remove(attributes);
        }

        return true;
    }

    /// <summary>The one who signed the primary signature on behalf of a repository, or null.</summary>
    public DerNode? Countersigner => Unsigned(Signer, Oids.Countersignature)?.Children[1].Children[0];

    /// <summary>Embeds the certificates that are not there yet.</summary>
    public void Embed(IEnumerable<DerNode> certificates)
    {
        foreach (var certificate in certificates)
        {
            var encoded = certificate.Encode();
            if (!Certificates.Exists(present => present.Encode().AsSpan().SequenceEqual(encoded)))
            {
                Certificates.Add(certificate);
            }
        }
    }
}
