using System.IO.Compression;
using System.Xml.Linq;

namespace InstallGuard.Testing;

/// <summary>Writes the parts of an unsigned package as <c>dotnet pack</c> lays them out.</summary>
internal static class PackageParts
{
    private const string CoreProperties = "package/services/metadata/core-properties/00000000000000000000000000000001.psmdcp";
    private static readonly XNamespace Nuspec = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Zip(string id, string version, PackageContent content)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string path, byte[] data)
            {
                var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
                entry.LastWriteTime = content.EntryTime;
                using var stream = entry.Open();
                stream.Write(data);
            }

            Add("_rels/.rels", Bytes(RelationshipsOf(id)));
            Add($"{id}.nuspec", Bytes(NuspecOf(id, version, content)));
            foreach (var (path, data) in content.Files)
            {
                Add(path, data);
            }

            Add("[Content_Types].xml", Bytes(ContentTypesOf(content)));
            Add(CoreProperties, Bytes(CorePropertiesOf(id, version, content)));
        }

        return zip.ToArray();
    }

    private static XElement NuspecOf(string id, string version, PackageContent content) =>
        new(Nuspec + "package",
            new XElement(Nuspec + "metadata",
                new XElement(Nuspec + "id", id),
                new XElement(Nuspec + "version", version),
                new XElement(Nuspec + "authors", content.Authors),
                content.ProjectUrl is null ? null : new XElement(Nuspec + "projectUrl", content.ProjectUrl),
                new XElement(Nuspec + "description", content.Description),
                RepositoryOf(content),
                new XElement(Nuspec + "dependencies",
                    new XElement(Nuspec + "group",
                        new XAttribute("targetFramework", ".NETStandard2.0"),
                        content.Dependencies.Select(dependency => new XElement(Nuspec + "dependency",
                            new XAttribute("id", dependency.Id),
                            new XAttribute("version", dependency.Range)))))));

    private static XElement? RepositoryOf(PackageContent content) =>
        content.RepositoryUrl is null ? null : new(Nuspec + "repository",
            new XAttribute("type", "git"),
            new XAttribute("url", content.RepositoryUrl),
            content.RepositoryCommit is null ? null : new XAttribute("commit", content.RepositoryCommit));

    private static XElement RelationshipsOf(string id) =>
        new(Relationships + "Relationships",
            new XElement(Relationships + "Relationship",
                new XAttribute("Type", "http://schemas.microsoft.com/packaging/2010/07/manifest"),
                new XAttribute("Target", $"/{id}.nuspec"),
                new XAttribute("Id", "R1")),
            new XElement(Relationships + "Relationship",
                new XAttribute("Type", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"),
                new XAttribute("Target", $"/{CoreProperties}"),
                new XAttribute("Id", "R2")));

    private static XElement ContentTypesOf(PackageContent content)
    {
        var extensions = content.Files
            .Select(file => Path.GetExtension(file.Path).TrimStart('.'))
            .Where(extension => extension is not ("" or "nuspec" or "rels" or "psmdcp"))
            .Distinct(StringComparer.OrdinalIgnoreCase);

        XElement Default(string extension, string type) =>
            new(ContentTypes + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));

        return new(ContentTypes + "Types",
            Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            Default("psmdcp", "application/vnd.openxmlformats-package.core-properties+xml"),
            Default("nuspec", "application/octet"),
            extensions.Select(extension => Default(extension, "application/octet")));
    }

    private static XElement CorePropertiesOf(string id, string version, PackageContent content) =>
        new(Properties + "coreProperties",
            new XElement(DublinCore + "creator", content.Authors),
            new XElement(DublinCore + "description", content.Description),
            new XElement(DublinCore + "identifier", id),
            new XElement(Properties + "version", version));

    private static byte[] Bytes(XElement root)
    {
        using var bytes = new MemoryStream();
        new XDocument(root).Save(bytes);
        return bytes.ToArray();
    }
}
