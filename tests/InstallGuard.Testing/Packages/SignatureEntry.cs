using System.Security.Cryptography;
using System.Text;

namespace InstallGuard.Testing;

/// <summary>How a signature sits in a package, and what it says about the bytes around it.</summary>
internal static class SignatureEntry
{
    public const string Name = ".signature.p7s";

    /// <summary>The package with a signature entry as its last; the rest stays byte for byte.</summary>
    public static byte[] Added(byte[] nupkg, byte[] signature, DateTimeOffset at)
    {
        var zip = ZipBytes.Parse(nupkg);
        zip.Add(ZipRecord.Stored(Name, signature, at));
        return zip.Write();
    }

    /// <summary>The package with other octets in its signature entry, at the entry's old place and time.</summary>
    public static byte[] Replaced(byte[] nupkg, byte[] signature)
    {
        var zip = ZipBytes.Parse(nupkg);
        var entry = zip.Entry(Name);
        zip.Replace(entry, ZipRecord.Stored(Name, signature, entry.Time));
        return zip.Write();
    }

    /// <summary>The package as it was before it was signed.</summary>
    public static byte[] Removed(byte[] nupkg)
    {
        var zip = ZipBytes.Parse(nupkg);
        zip.Remove(zip.Entry(Name));
        return zip.Write();
    }

    public static byte[] Read(byte[] nupkg) => ZipBytes.Parse(nupkg).Entry(Name).Data.ToArray();

    /// <summary>What a primary signature signs: the hash of the unsigned package, in NuGet's key-value form.</summary>
    public static byte[] ContentFor(byte[] unsigned) =>
        Encoding.UTF8.GetBytes($"Version:1\n\n{Oids.Sha256}-Hash:{Convert.ToBase64String(SHA256.HashData(unsigned))}\n\n");
}
