namespace InstallGuard.Adapters.Feeds;

/// <summary>What sources that have answered say about the latest version of a package.</summary>
public abstract record LatestVersion
{
    private LatestVersion()
    {
    }

    /// <summary>They list it.</summary>
    public sealed record Listed(string Version) : LatestVersion;

    /// <summary>They have the package, and list no version: all are hidden, or prereleases that nobody asked for.</summary>
    public sealed record NoneListed : LatestVersion;

    /// <summary>None of them has a package of this name.</summary>
    /// <param name="Sources">Those that were asked.</param>
    public sealed record NoPackage(IReadOnlyList<string> Sources) : LatestVersion;
}
