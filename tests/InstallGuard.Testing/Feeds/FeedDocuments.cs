using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace InstallGuard.Testing;

/// <summary>The JSON that a V3 feed serves beside its packages, and the list of versions of a V2 feed.</summary>
internal static class FeedDocuments
{
    public const string IndexPath = "/v3/index.json";
    public const string FlatPath = "/v3/flat/";
    public const string RegistrationsPath = "/v3/registrations/";
    public const string SignaturesPath = "/v3/signatures/5.0.0/index.json";

    public const string V2Path = "/v2";
    public const string V2VersionsPath = "/v2/FindPackagesById()";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Data = "http://schemas.microsoft.com/ado/2007/08/dataservices";
    private static readonly XNamespace Metadata = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata";

    public static byte[] Index(string address, AnnouncedSignatures? signatures)
    {
        var resources = new JsonArray(
            Resource(address + FlatPath, "PackageBaseAddress/3.0.0"),
            Resource(address + RegistrationsPath, "RegistrationsBaseUrl/3.6.0"));
        if (signatures is not null)
        {
            resources.Add((JsonNode)Resource(address + SignaturesPath, "RepositorySignatures/5.0.0"));
        }

        return Bytes(new() { ["version"] = "3.0.0", ["resources"] = resources });
    }

    public static byte[] Versions(IEnumerable<string> versions) =>
        Bytes(new() { ["versions"] = new JsonArray([.. versions.Select(version => JsonValue.Create(version))]) });

    /// <summary>What `dotnet package add` finds the latest version in.</summary>
    public static byte[] Registrations(string address, string id, IReadOnlyList<string> versions, Func<string, bool> isListed) => Bytes(new()
    {
        ["count"] = 1,
        ["items"] = new JsonArray(new JsonObject
        {
            ["@id"] = $"{address}{RegistrationsPath}{id}/index.json#page",
            ["lower"] = versions[0],
            ["upper"] = versions[^1],
            ["items"] = new JsonArray([.. versions.Select(version => new JsonObject
            {
                ["@id"] = $"{address}{RegistrationsPath}{id}/{version}.json",
                ["packageContent"] = $"{address}{FlatPath}{id}/{version}/{id}.{version}.nupkg",
                ["catalogEntry"] = new JsonObject { ["@id"] = $"{address}/v3/catalog/{id}.{version}.json", ["id"] = id, ["version"] = version, ["listed"] = isListed(version) },
            })]),
        }),
    });

    /// <summary>All versions of a package as V2 lists them; the packages themselves lie where V3 has them.</summary>
    public static byte[] V2Versions(string address, string id, IReadOnlyList<string> versions)
    {
        using var bytes = new MemoryStream();
        new XElement(Atom + "feed", versions.Select(version => new XElement(Atom + "entry",
            new XElement(Atom + "title", id),
            new XElement(Atom + "content",
                new XAttribute("type", "application/zip"),
                new XAttribute("src", $"{address}{FlatPath}{id}/{version}/{id}.{version}.nupkg".ToLowerInvariant())),
            new XElement(Metadata + "properties",
                new XElement(Data + "Id", id),
                new XElement(Data + "Version", version))))).Save(bytes);
        return bytes.ToArray();
    }

    public static byte[] Signatures(string address, AnnouncedSignatures signatures) => Bytes(new()
    {
        ["allRepositorySigned"] = signatures.AllRepositorySigned,
        ["signingCertificates"] = new JsonArray([.. signatures.Fingerprints.Select(fingerprint => new JsonObject
        {
            ["fingerprints"] = new JsonObject { [Oids.Sha256] = fingerprint.ToLowerInvariant() },
            ["subject"] = "CN=Contoso Test Repository",
            ["issuer"] = "CN=Contoso Test Authority Issuing CA",
            ["notBefore"] = "2018-01-01T00:00:00.0000000Z",
            ["notAfter"] = "2040-01-01T00:00:00.0000000Z",
            ["contentUrl"] = $"{address}/v3/certificates/{fingerprint.ToLowerInvariant()}.crt",
        })]),
    });

    private static JsonObject Resource(string url, string type) => new() { ["@id"] = url, ["@type"] = type };

    private static byte[] Bytes(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes(document);
}
