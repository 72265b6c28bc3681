using System.Text;

namespace InstallGuard.Testing;

/// <remarks>This part is about the signature: its entry, and the CMS inside.</remarks>
public static partial class Tampering
{
    /// <summary>No signature at all: byte for byte the package before it was signed.</summary>
    public static byte[] SignatureRemoved(byte[] nupkg) => SignatureEntry.Removed(nupkg);

    /// <summary>The signature under a name that NuGet does not look for.</summary>
    public static byte[] SignatureRenamed(byte[] nupkg) => Edited(nupkg, zip =>
    {
        var entry = zip.Entry(SignatureEntry.Name);
        zip.Replace(entry, entry.Renamed(".signature.p7x"));
    });

    /// <summary>The signature under its own name in another case, as a careless reader would still find it.</summary>
    public static byte[] SignatureRenamedInCase(byte[] nupkg) => Edited(nupkg, zip =>
    {
        var entry = zip.Entry(SignatureEntry.Name);
        zip.Replace(entry, entry.Renamed(".Signature.p7s"));
    });

    /// <summary>The same signature entry twice.</summary>
    public static byte[] SignatureDuplicated(byte[] nupkg) => Edited(nupkg, zip =>
        zip.Add(zip.Entry(SignatureEntry.Name) with { }));

    /// <summary>The signature entry in front of all others.</summary>
    public static byte[] SignatureNotLast(byte[] nupkg) => Edited(nupkg, zip =>
    {
        var entry = zip.Entry(SignatureEntry.Name);
        zip.Remove(entry);
        zip.Insert(0, entry);
    });

    /// <summary>A signature entry that holds no CMS.</summary>
    public static byte[] SignatureIsGarbage(byte[] nupkg) =>
        SignatureEntry.Replaced(nupkg, Encoding.UTF8.GetBytes("This is not a signature."));

    /// <summary>Another owner inside a repository's signed attributes, wherever the repository signed.</summary>
    public static byte[] OwnerRenamed(byte[] nupkg, string owner, string by) =>
        SignedTextChanged(nupkg, Oids.PackageOwners, text => text == owner, by);

    /// <summary>The service index that the repository signed, replaced by another address; whatever it was.</summary>
    public static byte[] ServiceIndexChanged(byte[] nupkg, string by) =>
        SignedTextChanged(nupkg, Oids.ServiceIndex, text => text.StartsWith("https://", StringComparison.Ordinal), by);

    /// <summary>The author's signature of one package under the repository's countersignature of another.</summary>
    /// <param name="nupkg">Whose content and author signature stay.</param>
    /// <param name="donor">Whose countersignature, with its certificates, takes the place of the first one's.</param>
    public static byte[] CountersignatureTransplanted(byte[] nupkg, byte[] donor)
    {
        var from = SignedMessage.Parse(SignatureEntry.Read(donor));
        var countersigner = from.Countersigner ?? throw new InvalidOperationException("The donor has no countersignature.");
        return WithMessage(nupkg, message =>
        {
            _ = SignedMessage.Detach(message.Signer, Oids.Countersignature);
            SignedMessage.Attach(message.Signer, Oids.Countersignature, countersigner);
            message.Embed(from.Certificates);
        });
    }

    /// <summary>The author's signature alone. The countersigner's certificates stay behind: nothing covers that list.</summary>
    public static byte[] CountersignatureRemoved(byte[] nupkg) => WithMessage(nupkg, message =>
    {
        if (!SignedMessage.Detach(message.Signer, Oids.Countersignature))
        {
            throw new InvalidOperationException("The package has no countersignature.");
        }
    });

    /// <summary>The primary signature without its timestamp.</summary>
    public static byte[] TimestampRemoved(byte[] nupkg) => WithMessage(nupkg, message => RemoveTimestamp(message.Signer));

    /// <summary>The countersignature without its timestamp.</summary>
    public static byte[] CountersignatureTimestampRemoved(byte[] nupkg) => WithMessage(nupkg, message =>
        RemoveTimestamp(message.Countersigner ?? throw new InvalidOperationException("The package has no countersignature.")));

    /// <summary>Other content, and a signature that states its hash; only the signature's own arithmetic is wrong.</summary>
    /// <inheritdoc cref="ContentChanged"/>
    public static byte[] ContentChangedAndRehashed(byte[] nupkg, string? name = null, string text = "changed") =>
        Rehashed(ContentChanged(nupkg, name, text));

    /// <summary>The stated hash made to fit whatever the package holds now: for any change to the archive, as its second step.</summary>
    public static byte[] Rehashed(byte[] nupkg) => WithMessage(nupkg, message =>
        message.Content.Replace(SignatureEntry.ContentFor(SignatureEntry.Removed(nupkg))));

    private static byte[] SignedTextChanged(byte[] nupkg, string attribute, Predicate<string> isIt, string by) => WithMessage(nupkg, message =>
    {
        DerNode?[] signers = [message.Signer, message.Countersigner];
        var signed = signers.OfType<DerNode>().Select(signer => SignedMessage.Signed(signer, attribute)).OfType<DerNode>();
        var target = signed.SelectMany(found => found.SelfAndBelow()).FirstOrDefault(
            node => isIt(Encoding.UTF8.GetString(node.Contents)));
        (target ?? throw new InvalidOperationException("No signer states such a text.")).Replace(Encoding.UTF8.GetBytes(by));
    });

    private static void RemoveTimestamp(DerNode signer)
    {
        if (!SignedMessage.Detach(signer, Oids.TimestampToken))
        {
            throw new InvalidOperationException("There is no timestamp.");
        }
    }

    private static byte[] WithMessage(byte[] nupkg, Action<SignedMessage> change)
    {
        var message = SignedMessage.Parse(SignatureEntry.Read(nupkg));
        change(message);
        return SignatureEntry.Replaced(nupkg, message.Encode());
    }
}
