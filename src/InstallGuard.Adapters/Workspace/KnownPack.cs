using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>One of the packages that the SDK's own <c>Known…</c> items name, in the version that they name.</summary>
/// <param name="Name">Its id, or several separated by semicolons; with <c>**RID**</c> where the platform's name belongs.</param>
/// <param name="RuntimeIdentifiers">The platforms that there are packages for, separated by semicolons; empty for a package of all.</param>
/// <param name="Version">The version.</param>
public sealed record KnownPack(string Name, string RuntimeIdentifiers, PackageVersion Version)
{
    private const string Platform = "**RID**";

    /// <summary>Whether it is this very package.</summary>
    public bool Names(Package package) =>
        Version == package.Version
        && Items(Name).Any(name => name.Contains(Platform, StringComparison.Ordinal)
            ? Items(RuntimeIdentifiers).Any(identifier => IsIdOf(package, name.Replace(Platform, identifier, StringComparison.Ordinal)))
            : IsIdOf(package, name));

    private static bool IsIdOf(Package package, string name) => name.Equals(package.Id.Text, StringComparison.OrdinalIgnoreCase);

    private static string[] Items(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
