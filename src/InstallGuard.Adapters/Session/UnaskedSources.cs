using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Workspace;
using NuGet.Configuration;

namespace InstallGuard.Adapters.Session;

/// <summary>
/// Sources whose packages the client must have asked a plugin for, and did not. It asks about every HTTP source that speaks
/// version 3 of the protocol, and never about those of version 2: what comes from there only the gate can check.
/// </summary>
/// <param name="session">The restore.</param>
/// <param name="graph">What it restored.</param>
public sealed class UnaskedSources(RestoreSession session, RestoreGraph graph)
{
    private const int Version3 = 3;

    /// <summary>Those of the packages that came past the plugin and must not have.</summary>
    /// <param name="downloaded">Packages that came over HTTP while it restored.</param>
    /// <exception cref="InvalidDataException">A plugin died while it was writing, or a NuGet configuration is something else.</exception>
    /// <exception cref="IOException">What it wrote cannot be read.</exception>
    public IReadOnlyList<ResolvedPackage> Among(IEnumerable<ResolvedPackage> downloaded)
    {
        var packages = downloaded.ToList();
        if (packages.Count == 0)
        {
            return [];
        }

        var asked = session.AskedAbout();
        packages.RemoveAll(package => asked.Contains(package.Source));
        return packages.Count == 0 ? [] : [.. packages.Where(package => SpeaksVersion3(package.Source))];
    }

    // NuGet's own rule: the address of a service index, or a configuration that says so.
    private bool SpeaksVersion3(string source)
    {
        if (source.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        try
        {
            return NuGetConfigurations.Of(graph, Path.GetDirectoryName(session.GraphPath)!)
                .SelectMany(settings => PackageSourceProvider.LoadPackageSources(settings))
                .Any(configured => configured.ProtocolVersion >= Version3 && string.Equals(SourceName.Of(configured.Source), source, StringComparison.OrdinalIgnoreCase));
        }
        catch (NuGetConfigurationException malformed)
        {
            throw new InvalidDataException(malformed.Message, malformed);
        }
    }
}
