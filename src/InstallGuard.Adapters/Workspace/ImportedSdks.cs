using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>What MSBuild says about the SDKs that it imported from packages: <see cref="Told"/> or <see cref="Untold"/>.</summary>
public abstract record ImportedSdks
{
    private ImportedSdks()
    {
    }

    /// <summary>These, and no others.</summary>
    /// <param name="Packages">Each with the folder that it lies in.</param>
    public sealed record Told(IReadOnlyList<(Package Package, string Folder)> Packages) : ImportedSdks;

    /// <summary>It could not be asked: what files name has to do.</summary>
    public sealed record Untold : ImportedSdks;
}
