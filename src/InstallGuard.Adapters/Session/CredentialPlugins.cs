namespace InstallGuard.Adapters.Session;

/// <summary>
/// The user's own plugins. Once NuGet is told of one plugin it looks for no others, so that those which it would have
/// found, and which know the passwords of private feeds, must be named beside ours.
/// </summary>
public static class CredentialPlugins
{
    private const string ForAssemblies = "NUGET_NETCORE_PLUGIN_PATHS";
    private const string ForEverything = "NUGET_PLUGIN_PATHS";
    private const string ProgramPrefix = "nuget-plugin-";

    /// <summary>
    /// The variables that name our plugin and then the user's to NuGet: one has the list, the other is taken away.
    /// </summary>
    /// <param name="ours">Our plugin, an assembly whose name does not begin as those of programs do.</param>
    /// <param name="environment">Reads an environment variable.</param>
    // An assembly that is missing from the list for assemblies fails the restore; from the other list it is left out in
    // silence. So that one is used where it must be, for programs. Set, even if it is empty, the first hides the second.
    public static IReadOnlyDictionary<string, string?> Beside(string ours, Func<string, string?> environment)
    {
        var plugins = Of(environment).Where(plugin => plugin is not CredentialPlugin.Unusable).ToList();
        var list = string.Join(Path.PathSeparator, plugins.Select(plugin => plugin.Path).Prepend(ours).Distinct(StringComparer.Ordinal));
        var (used, other) = plugins.Any(plugin => plugin is CredentialPlugin.Program) ? (ForEverything, ForAssemblies) : (ForAssemblies, ForEverything);
        return new Dictionary<string, string?>(StringComparer.Ordinal) { [used] = list, [other] = null };
    }

    /// <summary>What the plugins that were named beside ours are called.</summary>
    /// <param name="ours">Our plugin.</param>
    /// <param name="environment">Reads an environment variable of the restore.</param>
    public static IReadOnlyList<string> NamesBeside(string ours, Func<string, string?> environment) =>
        [.. Of(environment).Where(plugin => plugin is not CredentialPlugin.Unusable && plugin.Name != Path.GetFileNameWithoutExtension(ours)).Select(plugin => plugin.Name)];

    /// <summary>The plugins that NuGet would use without us, in its order, and what was named and is none.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    public static IReadOnlyList<CredentialPlugin> Of(Func<string, string?> environment)
    {
        if (environment(ForAssemblies) is { Length: > 0 } assemblies)
        {
            return [.. Entries(assemblies).Select(Assembly)];
        }

        if (environment(ForEverything) is { Length: > 0 } everything)
        {
            return [.. Entries(everything).SelectMany(FileOrFolder)];
        }

        var home = environment("DOTNET_CLI_HOME") ?? environment(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME");
        return
        [
            .. Path.IsPathFullyQualified(home ?? "") ? InFolder(Path.Combine(home!, ".nuget", "plugins", "netcore")) : [],
            .. Entries(environment("PATH") ?? "").Where(Path.IsPathFullyQualified).SelectMany(Programs).Distinct(),
        ];
    }

    private static string[] Entries(string list) => list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    // A file that is no assembly dotnet takes for a program to build.
    private static CredentialPlugin Assembly(string path) =>
        WhyNoFile(path) is { } because ? new CredentialPlugin.Unusable(path, because)
        : !Path.GetExtension(path).Equals(".dll", StringComparison.OrdinalIgnoreCase) ? new CredentialPlugin.Unusable(path, "it is not an assembly (.dll)")
        : new CredentialPlugin.Assembly(path);

    private static CredentialPlugin Program(string path) =>
        WhyNoFile(path) is { } because ? new CredentialPlugin.Unusable(path, because)
        : !IsProgram(path) ? new CredentialPlugin.Unusable(path, "it is not a program that may be run")
        : new CredentialPlugin.Program(path);

    private static string? WhyNoFile(string path) =>
        !Path.IsPathFullyQualified(path) ? "it is not a full path"
        : !File.Exists(path) ? "there is no such file"
        : null;

    private static IEnumerable<CredentialPlugin> FileOrFolder(string path) =>
        Path.IsPathFullyQualified(path) && Directory.Exists(path) ? Programs(path)
        : [Path.GetFileName(path).StartsWith(ProgramPrefix, StringComparison.OrdinalIgnoreCase) ? Program(path) : Assembly(path)];

    // NuGet's convention: <folder>/<Name>/<Name>.dll
    private static IEnumerable<CredentialPlugin> InFolder(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder)
                .Select(plugin => Path.Combine(plugin, $"{Path.GetFileName(plugin)}.dll"))
                .Where(File.Exists)
                .Order(StringComparer.Ordinal)
                .Select(path => new CredentialPlugin.Assembly(path))
            : [];

    private static IEnumerable<CredentialPlugin> Programs(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, $"{ProgramPrefix}*")
                .Where(IsProgram)
                .Order(StringComparer.Ordinal)
                .Select(path => new CredentialPlugin.Program(path))];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // What is on PATH need not be there, nor be for everybody to read: nothing is found there.
            return [];
        }
    }

    private static bool IsProgram(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Path.GetExtension(path).ToUpperInvariant() is ".EXE" or ".BAT";
        }

        const UnixFileMode Runs = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        try
        {
            return (File.GetUnixFileMode(path) & Runs) != 0;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // A link to nowhere, which counts as a file that exists.
            return false;
        }
    }
}
