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

    /// <summary>Lines of a restore graph, in an order that depends on nothing else; none where MSBuild does not tell.</summary>
    public static string[] Lines(IBuildEngine engine)
    {
        var request = Member(engine, "_requestEntry");
        if (Resolved(engine, Member(Member(request, "Request"), "SubmissionId")) is not { Count: > 0 } resolved
            || Member(Member(Member(request, "RequestConfiguration"), "Project"), "ImportPaths") is not IEnumerable<string> imports)
        {
            return [];
        }

        IEnumerable<(string Name, string? Folder)> folders = resolved
            .SelectMany(sdk => (sdk.AdditionalPaths ?? []).Prepend(sdk.Path).OfType<string>().Select(path => (sdk.SdkReference.Name, Path.GetDirectoryName(Path.GetFullPath(path)))))
            .Append((Own, OwnFolder()))

            // The project of a file-based app was read before the build began.
            .Concat(imports.Select(path => ("", FolderAboveSdk(path))));
        return [.. folders
            .Where(sdk => sdk.Folder is not null && ResolvedPackage.IsInstalled(sdk.Folder))
            .DistinctBy(sdk => sdk.Folder, StringComparer.Ordinal)
            .Select(sdk => Line(sdk.Name, sdk.Folder!))
            .Order(StringComparer.Ordinal)
            .Prepend("told")];
    }

    // A packages folder: <id>/<version>, in lower case.
    private static string Line(string name, string folder)
    {
        var id = Path.GetFileName(Path.GetDirectoryName(folder))!;
        return $"sdk\t{(name.Equals(id, StringComparison.OrdinalIgnoreCase) ? name : id)}\t{Path.GetFileName(folder)}\t{folder}";
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

    private static string? FolderAboveSdk(string path)
    {
        var at = path.LastIndexOf($"{Path.DirectorySeparatorChar}sdk{Path.DirectorySeparatorChar}", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : Path.GetFullPath(path[..at]);
    }

    private static List<SdkResult>? Resolved(IBuildEngine engine, object? submission)
    {
        var service = Member(Component(Member(engine, "_host"), "SdkResolverService"), "_cachedSdkResolver");
        return submission is int && Member(service, "_cache") is IDictionary all && all[submission] is IDictionary ofBuild
            ? [.. ofBuild.Values.Cast<object>().Select(sdk => Member(sdk, "Value")).OfType<SdkResult>().Where(sdk => sdk.Success)]
            : null;
    }

    private static object? Component(object? host, string name)
    {
        var get = host?.GetType().GetInterface("Microsoft.Build.BackEnd.IBuildComponentHost")?.GetMethods()
            .FirstOrDefault(method => method is { Name: "GetComponent", IsGenericMethod: false } && method.GetParameters().Length == 1);
        return get?.GetParameters()[0].ParameterType is { IsEnum: true } kind && Enum.TryParse(kind, name, out var component) ? get.Invoke(host, [component]) : null;
    }

    private static object? Member(object? of, string name)
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
