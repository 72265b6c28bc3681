using System.Text;

namespace InstallGuard.Testing;

/// <summary>Packages with one defect each, made from a sound one. The name of a function says the defect; everything else stays as it was.</summary>
/// <remarks>This part is about the archive: its entries and the bytes around them.</remarks>
public static partial class Tampering
{
    private static readonly DateTimeOffset TimeOfAttack = new(2025, 5, 5, 5, 5, 4, TimeSpan.Zero);

    /// <summary>A file that was not there when the package was signed, in front of the signature.</summary>
    public static byte[] EntryAdded(byte[] nupkg, string name = "lib/netstandard2.0/added.txt", string text = "added") =>
        Edited(nupkg, zip => InsertBeforeSignature(zip, ZipRecord.Stored(name, Encoding.UTF8.GetBytes(text), TimeOfAttack)));

    /// <summary>A file behind the signature, which is then no longer the last entry.</summary>
    public static byte[] EntryAppended(byte[] nupkg, string name = "lib/netstandard2.0/appended.txt", string text = "appended") =>
        Edited(nupkg, zip => zip.Add(ZipRecord.Stored(name, Encoding.UTF8.GetBytes(text), TimeOfAttack)));

    /// <summary>A file whose name leads out of the package's folder.</summary>
    public static byte[] EntryEscapesFolder(byte[] nupkg, string name = "../../../escaped.txt") => EntryAdded(nupkg, name, "escaped");

    /// <summary>A second entry of the same name with other text, so that two readers may see two packages.</summary>
    /// <param name="nupkg">The sound package.</param>
    /// <param name="name">Which entry; the largest file unless given.</param>
    public static byte[] EntryDuplicated(byte[] nupkg, string? name = null) => Edited(nupkg, zip =>
    {
        var original = name is null ? Largest(zip) : zip.Entry(name);
        InsertBeforeSignature(zip, ZipRecord.Stored(original.Name, "duplicate"u8, TimeOfAttack));
    });

    /// <summary>Other data under an entry's name, with the archive in order.</summary>
    /// <param name="nupkg">The sound package.</param>
    /// <param name="name">Which entry; the largest file unless given.</param>
    /// <param name="text">What it says now.</param>
    public static byte[] ContentChanged(byte[] nupkg, string? name = null, string text = "changed") => Edited(nupkg, zip =>
    {
        var original = name is null ? Largest(zip) : zip.Entry(name);
        zip.Replace(original, ZipRecord.Stored(original.Name, Encoding.UTF8.GetBytes(text), original.Time));
    });

    /// <summary>One bit in the middle of the largest file's data.</summary>
    public static byte[] BitFlippedInData(byte[] nupkg) => Edited(nupkg, zip =>
    {
        var entry = Largest(zip);
        zip.Replace(entry, entry with { Local = BitFlipped(entry.Local, entry.DataStart + (entry.DataLength / 2)) });
    });

    /// <summary>One bit of the largest file's time in the directory: nothing that is extracted changes.</summary>
    public static byte[] BitFlippedInTime(byte[] nupkg) => Edited(nupkg, zip =>
    {
        var entry = Largest(zip);
        zip.Replace(entry, entry with { Central = BitFlipped(entry.Central, 12) });
    });

    /// <summary>Bytes behind the end of the archive, where unzipping does not look.</summary>
    public static byte[] BytesAppended(byte[] nupkg) => [.. nupkg, .. "appended"u8];

    /// <summary>Half of the package.</summary>
    public static byte[] CutShort(byte[] nupkg) => nupkg[..(nupkg.Length / 2)];

    private static byte[] Edited(byte[] nupkg, Action<ZipBytes> edit)
    {
        var zip = ZipBytes.Parse(nupkg);
        edit(zip);
        return zip.Write();
    }

    private static void InsertBeforeSignature(ZipBytes zip, ZipRecord entry)
    {
        var signatureIsLast = zip.Entries[^1].Name == SignatureEntry.Name && zip.Directory[^1].Name == SignatureEntry.Name;
        zip.Insert(zip.Entries.Count - (signatureIsLast ? 1 : 0), entry);
    }

    private static ZipRecord Nuspec(ZipBytes zip) =>
        zip.Entries.First(entry => entry.Name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && !entry.Name.Contains('/', StringComparison.Ordinal));

    /// <summary>The entry with the most data among those that are not NuGet's own bookkeeping, or else the nuspec.</summary>
    private static ZipRecord Largest(ZipBytes zip)
    {
        var largest = zip.Entries.Where(entry => entry.DataLength > 0 && !IsBookkeeping(entry.Name)).MaxBy(entry => entry.DataLength);
        return largest ?? Nuspec(zip);
    }

    private static bool IsBookkeeping(string name) =>
        name is SignatureEntry.Name or "[Content_Types].xml"
        || name.StartsWith("_rels/", StringComparison.Ordinal)
        || name.StartsWith("package/", StringComparison.Ordinal)
        || name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase);

    private static byte[] BitFlipped(byte[] bytes, int at)
    {
        var flipped = bytes.ToArray();
        flipped[at] ^= 1;
        return flipped;
    }
}
