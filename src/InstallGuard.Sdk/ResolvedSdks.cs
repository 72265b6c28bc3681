using System.Collections;
using System.Reflection;
using InstallGuard.Adapters.Workspace;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>
/// The MSBuild SDKs that the projects of this build were given from packages, whichever process read them: MSBuild resolves
/// SDKs in one place, and remembers them there until the build is over. It tells no task, so this looks where it keeps
/// them. Where an MSBuild keeps them elsewhere it has told nothing, and what files name has to do.
/// </summary>
internal static class ResolvedSdks
{
    private const string Own = "InstallGuard.Sdk";

    private static readonly string[] Entries = [Path.Combine("Sdk", "Sdk.props"), Path.Combine("Sdk", "Sdk.targets")];

    /// <summary>Lines of a restore graph, in an order that depends on nothing else; none where MSBuild does not tell.</summary>
    public static string[] Lines(IBuildEngine engine)
    {
        if (OfBuild(engine) is not { Count: > 0 } resolved)
        {
            return [];
        }

        // On the path of every restore: tuples in queries would have to be compiled there.
        SortedDictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (var sdk in resolved)
        {
            foreach (var folder in Folders(sdk))
            {
                Add(folder, sdk.SdkReference.Name);
            }
        }

        Add(OwnFolder(), Own);
        foreach (var path in Imports(engine))
        {
            Add(FolderOfEntry(path), "");
        }

        var lines = new List<string> { "told" };
        foreach (var folder in names.Keys)
        {
            lines.Add(Line(names[folder], folder));
        }

        return [.. lines];

        void Add(string? folder, string name)
        {
            if (folder is not null && !names.ContainsKey(folder) && ResolvedPackage.IsInstalled(folder))
            {
                names.Add(folder, name);
            }
        }
    }

    /// <summary>Where the SDKs lie that the project itself imports from packages, our own aside.</summary>
    public static IReadOnlyList<string> ImportedByProject(IBuildEngine engine)
    {
        var imports = Imports(engine);
        var resolved = (OfBuild(engine) ?? OfProcess(engine) ?? []).SelectMany(Folders).Distinct(StringComparer.Ordinal)
            .Where(folder => imports.Any(path => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        return [.. resolved.Concat(imports.Select(FolderOfEntry).OfType<string>()).Distinct(StringComparer.Ordinal)
            .Where(folder => folder != OwnFolder() && ResolvedPackage.IsInstalled(folder))];
    }

    // The project of a file-based app is read before the build begins, when nothing is remembered yet.
    private static IReadOnlyList<string> Imports(IBuildEngine engine) =>
        Member(Member(Member(Member(engine, "_requestEntry"), "RequestConfiguration"), "Project"), "ImportPaths") as IReadOnlyList<string> ?? [];

    private static string? FolderOfEntry(string path) =>
        Entries.FirstOrDefault(entry => path.EndsWith(Path.DirectorySeparatorChar + entry, StringComparison.OrdinalIgnoreCase)) is { } entry
            ? Path.GetFullPath(path[..^(entry.Length + 1)])
            : null;

    private static IEnumerable<string> Folders(SdkResult sdk) =>
        (sdk.AdditionalPaths ?? []).Prepend(sdk.Path).OfType<string>().Select(path => Path.GetDirectoryName(Path.GetFullPath(path))).OfType<string>();

    // A packages folder: <id>/<version>, in lower case.
    private static string Line(string name, string folder)
    {
        var id = Path.GetFileName(Path.GetDirectoryName(folder))!;
        return RestoreGraph.Line("sdk", name.Equals(id, StringComparison.OrdinalIgnoreCase) ? name : id, Path.GetFileName(folder), folder);
    }

    private static string? OwnFolder()
    {
        var folder = Path.GetDirectoryName(typeof(ResolvedSdks).Assembly.Location);
        while (folder is not null && !Path.GetFileName(folder).Equals("tools", StringComparison.OrdinalIgnoreCase))
        {
            folder = Path.GetDirectoryName(folder);
        }

        var package = Path.GetDirectoryName(folder);
        return Path.GetFileName(Path.GetDirectoryName(package))?.Equals(Own, StringComparison.OrdinalIgnoreCase) == true ? package : null;
    }

    // The main process alone knows of all of them.
    private static List<SdkResult>? OfBuild(IBuildEngine engine) =>
        Member(Member(Service(engine), "_cachedSdkResolver"), "_cache") is IDictionary builds && SubmissionOf(engine) is { } submission
            ? Results(builds[submission])
            : null;

    // The others remember what they asked it for.
    private static List<SdkResult>? OfProcess(IBuildEngine engine) => Results(Member(Service(engine), "_responseCache"));

    private static List<SdkResult>? Results(object? remembered) =>
        remembered is IDictionary all ? [.. all.Values.Cast<object>().Select(sdk => Member(sdk, "Value")).OfType<SdkResult>().Where(sdk => sdk.Success)] : null;

    private static object? Service(IBuildEngine engine) => Component(Member(engine, "_host"), "SdkResolverService");

    private static object? Component(object? host, string name)
    {
        var get = host?.GetType().GetInterface("Microsoft.Build.BackEnd.IBuildComponentHost")?.GetMethods()
            .FirstOrDefault(method => method is { Name: "GetComponent", IsGenericMethod: false } && method.GetParameters().Length == 1);
        return get?.GetParameters()[0].ParameterType is { IsEnum: true } kind && Enum.TryParse(kind, name, out var component) ? get.Invoke(host, [component]) : null;
    }

    /// <summary>The number of the build that a task runs in; null where MSBuild does not tell.</summary>
    internal static int? SubmissionOf(IBuildEngine engine) => Member(Member(Member(engine, "_requestEntry"), "Request"), "SubmissionId") as int?;

    /// <summary>What MSBuild keeps under a name; null where it keeps nothing there.</summary>
    internal static object? Member(object? of, string name)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var type = of?.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField(name, Declared) is { } field)
            {
                return field.GetValue(of);
            }

            if (type.GetProperty(name, Declared) is { } property)
            {
                return property.GetValue(of);
            }
        }

        return null;
    }
}
