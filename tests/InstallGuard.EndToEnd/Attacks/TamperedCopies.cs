using InstallGuard.EndToEnd.History;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>A package with one defect, and what becomes of it.</summary>
/// <param name="Name">The row in docs/tampering.md.</param>
/// <param name="Make">Makes it of the genuine package and a donor.</param>
/// <param name="Pinned">The codes with which it is refused when the publisher is pinned.</param>
/// <param name="FirstUse">The codes with which it is refused at first use; none: it is recorded as what it is.</param>
/// <param name="Recorded">What the lock then says.</param>
internal sealed record TamperedCopy(
    string Name, Func<byte[], byte[], byte[]> Make, string[] Pinned, string[] FirstUse, string? Recorded = null);

/// <summary>Every way in which a signed package is tampered with here: made of a real package that its author and its repository signed.</summary>
internal static class TamperedCopies
{
    private const string Unsigned = "unsigned";
    private const string AuthorOnly = "author only";

    /// <summary>The rows of docs/tampering.md, in its order.</summary>
    public static IReadOnlyList<TamperedCopy> All { get; } =
    [
        Absent("signature file removed", Tampering.SignatureRemoved, Unsigned, "IG1011", "IG1012"),
        Absent("signature entry renamed", Tampering.SignatureRenamed, Unsigned, "IG1011", "IG1012"),
        Invalid("owner renamed inside the signed attribute", p => Tampering.OwnerRenamed(p, "newtonsoft", "newtonsofd"), "IG2001"),
        Invalid(
            "service index changed inside the signed attribute",
            p => Tampering.ServiceIndexChanged(p, "https://repository.example/v3/index.json"),
            "IG2001"),
        new("countersignature of another version transplanted", Tampering.CountersignatureTransplanted, ["IG2001"], ["IG2001"]),
        Absent("repository countersignature removed", Tampering.CountersignatureRemoved, AuthorOnly, "IG1012"),
        Invalid("content changed and the hash in the CMS changed to fit", p => Tampering.ContentChangedAndRehashed(p), "IG2001"),
        Invalid("garbage instead of a CMS", Tampering.SignatureIsGarbage, "IG2001"),
        Invalid("one bit of an entry", Tampering.BitFlippedInData, "IG2001"),
        Invalid("one bit of a time", Tampering.BitFlippedInTime, "IG2001"),
        Invalid("an entry added", p => Tampering.EntryAdded(p), "IG2001"),
        Invalid("bytes appended", Tampering.BytesAppended, "IG2004"),
        Absent("signature entry renamed in case only", Tampering.SignatureRenamedInCase, Unsigned, "IG1011", "IG1012"),
        Invalid("two signature entries", Tampering.SignatureDuplicated, "IG2004"),
        Invalid("signature entry first instead of last", Tampering.SignatureNotLast, "IG2001"),
        Invalid("an entry behind the signature", p => Tampering.EntryAppended(p), "IG2001"),
        Invalid("an entry that leads out of the folder", p => Tampering.EntryEscapesFolder(p), "IG2004"),
        Invalid("two entries of one name", p => Tampering.EntryDuplicated(p), "IG2004"),
        Invalid("timestamp of the author signature removed", Tampering.TimestampRemoved, "IG2001"),
        Invalid("timestamp of the countersignature removed", Tampering.CountersignatureTimestampRemoved, "IG2001"),
        Invalid("the second half cut off", Tampering.CutShort, "IG2004"),
    ];

    /// <summary>The tampered bytes.</summary>
    public static async Task<byte[]> BytesAsync(this TamperedCopy copy) =>
        copy.Make(await Genuine.PackageAsync(Genuine.Next), await Genuine.PackageAsync(Genuine.Earlier));

    private static TamperedCopy Invalid(string name, Func<byte[], byte[]> make, params string[] codes) =>
        new(name, (package, _) => make(package), codes, codes);

    private static TamperedCopy Absent(string name, Func<byte[], byte[]> make, string recorded, params string[] pinned) =>
        new(name, (package, _) => make(package), pinned, [], recorded);
}
