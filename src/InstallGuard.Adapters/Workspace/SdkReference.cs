using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using InstallGuard.Identity;
using Newtonsoft.Json;

namespace InstallGuard.Adapters.Workspace;

/// <summary>An MSBuild SDK that a file names with a version, as MSBuild would read it. One without a version is the .NET SDK's, or its version is in global.json.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">The name, as it stands there.</param>
/// <param name="Version">The version, as it stands there.</param>
internal sealed partial record SdkReference(string File, string Name, string Version)
{
    private const string InGlobalJson = "msbuild-sdks";
    private const string MinimumVersion = "min=";

    /// <summary>The package; null where name or version are none, or are properties.</summary>
    public Package? Package =>
        PackageId.TryParse(Name, out var id) && PackageVersion.TryParse(Version, out var version) ? new(id, version) : null;

    /// <summary>All that a file names.</summary>
    /// <exception cref="InvalidDataException">It cannot be read as what it should be.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<SdkReference> In(string file)
    {
        try
        {
            var named = Path.GetExtension(file).ToLowerInvariant() switch
            {
                ".json" => OfGlobalJson(file),
                ".cs" => OfFileBasedApp(file),
                _ => OfProject(file),
            };
            return [.. named.Select(sdk => new SdkReference(file, sdk.Name.Trim(), (sdk.Version ?? "").Trim()))
                .Where(sdk => sdk.Version.Length > 0 && !sdk.Version.StartsWith(MinimumVersion, StringComparison.OrdinalIgnoreCase))];
        }
        catch (Exception malformed) when (malformed is JsonReaderException or XmlException)
        {
            throw new InvalidDataException($"{file} cannot be read, so the MSBuild SDKs that it names are not known: {malformed.Message}", malformed);
        }
    }

    // The first object of the name counts, and nothing behind it is read. NuGet reads it with the same reader, so that
    // whatever that one tolerates is tolerated here.
    private static IEnumerable<(string Name, string? Version)> OfGlobalJson(string file)
    {
        var named = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        using var reader = new JsonTextReader(new StringReader(System.IO.File.ReadAllText(file)));
        while (reader.TokenType != JsonToken.StartObject && reader.Read())
        {
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth && !IsSdks(reader, depth + 1))
        {
        }

        while (reader.Depth > depth && reader.Read() && reader.TokenType is JsonToken.PropertyName or JsonToken.Comment)
        {
            if (reader.Value is string name && reader.TokenType == JsonToken.PropertyName && reader.Read())
            {
                if (reader.TokenType == JsonToken.String)
                {
                    named[name] = (string)reader.Value!;
                }

                reader.Skip();
            }
        }

        return named.Select(sdk => (sdk.Key, sdk.Value));
    }

    private static bool IsSdks(JsonTextReader reader, int depth) =>
        reader is { TokenType: JsonToken.PropertyName, Value: InGlobalJson } && reader.Depth == depth && reader.Read() && reader.TokenType == JsonToken.StartObject;

    private static IEnumerable<(string Name, string? Version)> OfProject(string file)
    {
        // What stands in a DOCTYPE is nothing to MSBuild, not even an error.
        using var stream = System.IO.File.OpenRead(file);
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return [.. XDocument.Load(reader).Descendants().SelectMany(OfElement)];
    }

    private static IEnumerable<(string Name, string? Version)> OfElement(XElement element)
    {
        var names = element.Name.LocalName == "Sdk" ? (string?)element.Attribute("Name") : (string?)element.Attribute("Sdk");
        return (names ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.Split('/', 2))
            .Select(parts => (parts[0], parts.Length == 2 ? parts[1] : (string?)element.Attribute("Version")));
    }

    private static IEnumerable<(string Name, string? Version)> OfFileBasedApp(string file) =>
        System.IO.File.ReadLines(file).Select(line => Directive().Match(line)).Where(match => match.Success)
            .Select(match => (match.Groups["name"].Value, (string?)match.Groups["version"].Value));

    [GeneratedRegex(@"^\s*#:\s*sdk\s+(?<name>[^@]+)@(?<version>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Directive();
}
