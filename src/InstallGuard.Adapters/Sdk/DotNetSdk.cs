namespace InstallGuard.Adapters.Sdk;

/// <summary>
/// The .NET SDK that is running the restore, or else the one that would: the home of NuGet's own assemblies and of the
/// roots that package signatures chain to.
/// </summary>
public sealed class DotNetSdk
{
    private const string Marker = "NuGet.Protocol.dll";

    private DotNetSdk(string folder, string host) => (Folder, Host) = (folder, host);

    /// <summary>The SDK's folder, with NuGet's assemblies and <c>trustedroots</c>.</summary>
    public string Folder { get; }

    /// <summary>The <c>dotnet</c> executable that belongs to it.</summary>
    public string Host { get; }

    /// <summary>Finds the SDK.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <exception cref="DotNetSdkNotFoundException">There is none; the message lists where it was looked for.</exception>
    public static DotNetSdk Find(Func<string, string?> environment)
    {
        var looked = new List<string>();
        foreach (var folder in RunningSdk(environment))
        {
            if (IsSdk(folder, looked))
            {
                return new(folder, environment("DOTNET_HOST_PATH") ?? HostOf(folder));
            }
        }

        foreach (var root in InstallLocations(environment))
        {
            var newest = Newest(root, looked);
            if (newest is not null)
            {
                return new(newest, HostOf(newest));
            }
        }

        throw new DotNetSdkNotFoundException(
            $"no .NET SDK with NuGet's assemblies was found; looked for {Marker} in: {string.Join(", ", looked)}");
    }

    // Set by the SDK in every process that MSBuild starts, plugins included.
    private static IEnumerable<string> RunningSdk(Func<string, string?> environment)
    {
        if (environment("MSBuildExtensionsPath") is { Length: > 0 } extensions)
        {
            yield return extensions.TrimEnd(Path.DirectorySeparatorChar);
        }

        if (environment("MSBuildSDKsPath") is { Length: > 0 } sdks
            && Path.GetDirectoryName(sdks.TrimEnd(Path.DirectorySeparatorChar)) is { } parent)
        {
            yield return parent;
        }
    }

    private static IEnumerable<string> InstallLocations(Func<string, string?> environment)
    {
        if (environment("DOTNET_HOST_PATH") is { Length: > 0 } host && Path.GetDirectoryName(Resolve(host)) is { } folder)
        {
            yield return folder;
        }

        if (environment("DOTNET_ROOT") is { Length: > 0 } root)
        {
            yield return root;
        }

        // The runtime that runs this process lies in <root>/shared/Microsoft.NETCore.App/<version>.
        if (Path.GetDirectoryName(typeof(object).Assembly.Location) is { Length: > 0 } runtime)
        {
            yield return Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        }

        foreach (var entry in (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathFullyQualified))
        {
            var onPath = Path.Combine(entry, HostName);
            if (File.Exists(onPath) && Path.GetDirectoryName(Resolve(onPath)) is { } home)
            {
                yield return home;
            }
        }
    }

    private static string? Newest(string root, List<string> looked)
    {
        var folder = Path.Combine(root, "sdk");
        if (!Directory.Exists(folder))
        {
            looked.Add(folder);
            return null;
        }

        return Directory.EnumerateDirectories(folder)
            .Select(path => (Path: path, Version: Identity.PackageVersion.TryParse(System.IO.Path.GetFileName(path), out var v) ? v : null))
            .Where(sdk => sdk.Version is not null)
            .OrderByDescending(sdk => sdk.Version)
            .Select(sdk => sdk.Path)
            .FirstOrDefault(path => IsSdk(path, looked));
    }

    private static bool IsSdk(string folder, List<string> looked)
    {
        looked.Add(folder);
        return File.Exists(Path.Combine(folder, Marker));
    }

    private static string HostOf(string sdk) => Path.GetFullPath(Path.Combine(sdk, "..", "..", HostName));

    private static string HostName => OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    private static string Resolve(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}
