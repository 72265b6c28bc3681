using System.IO.Compression;
using System.Xml.Linq;

namespace InstallGuard.Testing;

/// <summary>The packages of a feed by lower-case id and version. Every member may be called from any thread.</summary>
internal sealed class FeedShelf
{
    private sealed record Item(byte[] Nupkg, byte[] Nuspec);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<string, Item>> items = [];

    public void Add(byte[] nupkg)
    {
        var nuspec = NuspecOf(nupkg);
        using var stream = new MemoryStream(nuspec);
        var metadata = XDocument.Load(stream).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        string Value(string name) => metadata.Elements().First(element => element.Name.LocalName == name).Value.Trim();

        Put(Value("id"), Value("version"), nupkg, nuspec);
    }

    public void Put(string id, string version, byte[] nupkg, byte[] nuspec)
    {
        lock (gate)
        {
            if (!items.TryGetValue(Key(id), out var versions))
            {
                items.Add(Key(id), versions = []);
            }

            versions[Version(version)] = new(nupkg, nuspec);
        }
    }

    public bool Remove(string id, string version)
    {
        lock (gate)
        {
            return items.TryGetValue(Key(id), out var versions) && versions.Remove(Version(version));
        }
    }

    /// <summary>What lies at a path below the flat container, or null.</summary>
    public byte[]? Find(string path)
    {
        var parts = path.ToLowerInvariant().Split('/');
        lock (gate)
        {
            if (!items.TryGetValue(parts[0], out var versions))
            {
                return null;
            }

            return parts switch
            {
                [_, "index.json"] => FeedDocuments.Versions(versions.Keys.Order(StringComparer.Ordinal)),
                [var id, var version, var file] when versions.TryGetValue(version, out var item) =>
                    file == $"{id}.{version}.nupkg" ? item.Nupkg : file == $"{id}.nuspec" ? item.Nuspec : null,
                _ => null,
            };
        }
    }

    /// <summary>The versions of a package, in the order of their texts; none where there is no such package.</summary>
    public IReadOnlyList<string> Versions(string id)
    {
        lock (gate)
        {
            return items.TryGetValue(Key(id), out var versions) ? [.. versions.Keys.Order(StringComparer.Ordinal)] : [];
        }
    }

    private static byte[] NuspecOf(byte[] nupkg)
    {
        using var stream = new MemoryStream(nupkg);
        using var archive = new ZipArchive(stream);
        using var nuspec = archive.Entries.First(entry => entry.FullName.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase)).Open();
        using var bytes = new MemoryStream();
        nuspec.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Key(string id) => id.ToLowerInvariant();

    private static string Version(string version) => version.ToLowerInvariant().Split('+')[0];
}
