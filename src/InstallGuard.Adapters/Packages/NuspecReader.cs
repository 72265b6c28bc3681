using System.Xml;
using InstallGuard.Adapters.Packages.Zip;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Reports;

namespace InstallGuard.Adapters.Packages;

/// <summary>The manifest in a package: which package it says it is, and what it claims about its publisher.</summary>
internal static class NuspecReader
{
    /// <summary>The largest manifest that is read, in bytes.</summary>
    public const int LargestFile = 4 * 1024 * 1024;

    /// <summary>The most that is kept of one claim, in UTF-16 units: as much as nuget.org takes.</summary>
    public const int LongestClaim = 4000;

    /// <exception cref="MalformedPackageException">There is not exactly one manifest at the root, or it cannot be read.</exception>
    public static (Package Declared, NuspecClaims Claims) Read(Stream file, IEnumerable<ZipEntry> entries)
    {
        var manifests = entries
            .Where(e => e.ExtractedName.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && e.ExtractedName.IndexOfAny(['/', '\\']) < 0)
            .ToList();
        return manifests is [var only]
            ? Parse(ZipEntryData.Read(file, only, LargestFile))
            : throw new MalformedPackageException($"{manifests.Count} manifests at the root of the package, where one is expected");
    }

    private static (Package, NuspecClaims) Parse(byte[] manifest)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var xml = XmlReader.Create(
                new MemoryStream(manifest),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
            ReadMetadata(xml, texts);
        }
        catch (XmlException malformed)
        {
            throw new MalformedPackageException($"the manifest is no XML: {Visible.Text(malformed.Message)}");
        }

        if (!PackageId.TryParse(texts.GetValueOrDefault("id"), out var id)
            || !PackageVersion.TryParse(texts.GetValueOrDefault("version"), out var version))
        {
            throw new MalformedPackageException("the manifest names no id and version");
        }

        return (new(id, version), new(
            Claim(texts, "authors"),
            Claim(texts, "repository@url"),
            Claim(texts, "repository@commit"),
            Claim(texts, "projectUrl")));
    }

    // Evidence is remembered, and a claim may be as long as its manifest. No pair of surrogates is cut in two.
    private static string? Claim(Dictionary<string, string> texts, string name) =>
        texts.GetValueOrDefault(name) is not { Length: > LongestClaim } text ? texts.GetValueOrDefault(name)
        : text[..(LongestClaim - (char.IsHighSurrogate(text[LongestClaim - 1]) ? 1 : 0))];

    // The namespace differs between the ages of NuGet; the local names do not.
    private static void ReadMetadata(XmlReader xml, Dictionary<string, string> texts)
    {
        MoveToMetadata(xml);
        var ownNamespace = xml.NamespaceURI;
        using var metadata = xml.ReadSubtree();
        metadata.Read();
        metadata.Read();
        while (!metadata.EOF)
        {
            if (metadata is not { NodeType: XmlNodeType.Element, Depth: 1 })
            {
                metadata.Read();
            }
            else if (metadata.LocalName is "id" or "version" or "authors" or "projectUrl")
            {
                if (metadata.NamespaceURI != ownNamespace)
                {
                    throw new MalformedPackageException($"the manifest's {metadata.LocalName} is of another namespace");
                }

                var name = metadata.LocalName;
                if (!texts.TryAdd(name, metadata.ReadElementContentAsString().Trim()))
                {
                    throw new MalformedPackageException($"the manifest names its {name} twice");
                }
            }
            else if (metadata.LocalName == "repository")
            {
                AddIfThere(texts, "repository@url", metadata.GetAttribute("url"));
                AddIfThere(texts, "repository@commit", metadata.GetAttribute("commit"));
                metadata.Skip();
            }
            else
            {
                metadata.Skip();
            }
        }
    }

    // The child of the root, and no other of that name: NuGet does not look deeper.
    private static void MoveToMetadata(XmlReader xml)
    {
        xml.MoveToContent();
        xml.Read();
        while (!xml.EOF && xml is not { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "metadata" })
        {
            if (xml is { NodeType: XmlNodeType.Element, Depth: 1 })
            {
                xml.Skip();
            }
            else
            {
                xml.Read();
            }
        }

        if (xml.EOF)
        {
            throw new MalformedPackageException("the manifest has no metadata");
        }
    }

    private static void AddIfThere(Dictionary<string, string> texts, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            texts[name] = value.Trim();
        }
    }
}
