using InstallGuard.Text;
using NuGet.Configuration;

namespace InstallGuard.Adapters.Workspace;

/// <summary>
/// MSBuild SDKs that come as packages. MSBuild installs them while it reads projects, before any target runs, and no assets
/// file names them. MSBuild says which it imported; what it may import in another run is what files name.
/// </summary>
public static class MSBuildSdks
{
    /// <summary>The files that may name SDKs, those included that are not there.</summary>
    public static IReadOnlyList<string> Files(RestoreGraph graph) => new SdkFiles(graph).All;

    /// <summary>Those that lie in a packages folder; the ones that the .NET SDK brings do not.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read; or MSBuild could not be asked, and an SDK that a file names is no package or is nowhere.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<ResolvedPackage> Of(RestoreGraph graph)
    {
        var imported = graph.Sdks is ImportedSdks.Told told ? told.Packages.Select(sdk => Installed(sdk.Package, sdk.Folder)).ToList() : [];
        return [.. imported.Concat(Named(graph)).DistinctBy(sdk => (sdk.Package, sdk.Folder))];
    }

    private static ResolvedPackage Installed(Identity.Package package, string folder) =>
        Path.GetDirectoryName(Path.GetDirectoryName(folder)) is { } root && ResolvedPackage.In([root], package) is { Folder: not null } found && Path.GetFullPath(found.Folder) == Path.GetFullPath(folder)
            ? found
            : throw new InvalidDataException($"MSBuild imported the SDK {package} from {folder}, and the package is not there");

    private static IEnumerable<ResolvedPackage> Named(RestoreGraph graph)
    {
        var files = new SdkFiles(graph);
        var named = files.ThatCount.SelectMany(SdkReference.In).ToList();
        var folders = named.Count == 0 ? [] : Folders(graph, files.Folder);

        // Where MSBuild has told, the name stands in a condition that is false, or in a file that nothing imports.
        var mayBeNowhere = graph.Sdks is ImportedSdks.Told;
        foreach (var sdk in named)
        {
            var found = sdk.Package is { } package ? ResolvedPackage.Of(folders, package).Where(one => one.Folder is not null).ToList() : [];
            foreach (var one in found)
            {
                yield return one;
            }

            if (found.Count == 0 && !mayBeNowhere)
            {
                throw new InvalidDataException(sdk.Package is null
                    ? $"{sdk.File} names the MSBuild SDK {Quoted.Text(sdk.Name)} with the version {Quoted.Text(sdk.Version)}, and which package that is cannot be told"
                    : $"{sdk.File} names the MSBuild SDK {sdk.Package}, which is in none of the packages folders");
            }
        }
    }

    // NuGet installs SDKs before there are projects, so in the folder of its configuration, whatever projects say.
    private static List<string> Folders(RestoreGraph graph, string folder)
    {
        try
        {
            return [.. NuGetConfigurations.Of(graph, folder).Select(NuGetPathContext.Create)
                .SelectMany(paths => paths.FallbackPackageFolders.Prepend(paths.UserPackageFolder))
                .Concat(graph.Projects.Select(project => project.PackagesFolder))
                .Distinct(StringComparer.Ordinal)];
        }
        catch (NuGetConfigurationException unreadable)
        {
            throw new InvalidDataException(unreadable.Message, unreadable);
        }
    }
}
