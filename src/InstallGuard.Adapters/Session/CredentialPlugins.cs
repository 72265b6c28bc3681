namespace InstallGuard.Adapters.Session;

/// <summary>
/// The user's own plugins. Once NuGet is told of one plugin it looks for no others, so that those which it would have
/// found, and which know the passwords of private feeds, must be named beside ours.
/// </summary>
public static class CredentialPlugins
{
    /// <summary>The plugins that NuGet would use without us.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    public static IEnumerable<string> Of(Func<string, string?> environment)
    {
        foreach (var name in (string[])["NUGET_NETCORE_PLUGIN_PATHS", "NUGET_PLUGIN_PATHS"])
        {
            if (environment(name) is { Length: > 0 } listed)
            {
                // The list that ours stands in is for assemblies. dotnet takes anything else for a program to build.
                return listed.Split(';', StringSplitOptions.RemoveEmptyEntries)
                    .Where(plugin => plugin.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
            }
        }

        var home = environment("HOME") ?? environment("USERPROFILE");
        return home is null ? [] : InFolder(Path.Combine(home, ".nuget", "plugins", "netcore"));
    }

    // NuGet's convention: <folder>/<Name>/<Name>.dll
    private static IEnumerable<string> InFolder(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder)
                .Select(plugin => Path.Combine(plugin, $"{Path.GetFileName(plugin)}.dll"))
                .Where(File.Exists)
                .Order(StringComparer.Ordinal)
            : [];
}
