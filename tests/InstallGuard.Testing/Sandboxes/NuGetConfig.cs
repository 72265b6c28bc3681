using System.Xml;
using System.Xml.Linq;

namespace InstallGuard.Testing;

/// <summary>The text of a nuget.config.</summary>
internal static class NuGetConfig
{
    public static string Text(IReadOnlyList<SandboxSource> sources, bool keepDefaultSources, IEnumerable<(string Key, string Value)> settings) =>
        new XElement("configuration",
            new XElement("packageSources",
                keepDefaultSources ? null : new XElement("clear"),
                sources.Select(source => new XElement("add",
                    new XAttribute("key", source.Name),
                    new XAttribute("value", source.Url),
                    source.Url.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
                        ? new XAttribute("allowInsecureConnections", "true")
                        : null))),
            new XElement("packageSourceCredentials", sources.Select(CredentialsOf)),
            new XElement("config", settings.Select(setting => Pair(setting.Key, setting.Value)))).ToString() + "\n";

    private static XElement? CredentialsOf(SandboxSource source) =>
        source.Credentials is not { } credentials ? null : new(XmlConvert.EncodeLocalName(source.Name),
            Pair("Username", credentials.User),
            Pair("ClearTextPassword", credentials.Password));

    private static XElement Pair(string key, string value) =>
        new("add", new XAttribute("key", key), new XAttribute("value", value));
}
