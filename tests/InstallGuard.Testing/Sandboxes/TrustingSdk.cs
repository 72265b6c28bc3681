namespace InstallGuard.Testing;

/// <summary>A second face of the installed SDK that trusts the test roots, for packages and timestamps, beside its own.</summary>
/// <remarks>
/// NuGet reads the roots that it trusts from the SDK's folder and offers no other way in. So this is a folder of links to
/// that SDK, with a trustedroots folder of its own. Programs are copied, not linked: the runtime follows a link to find
/// out where a program lives, and would then be back in the real SDK.
/// </remarks>
internal static class TrustingSdk
{
    private const string Roots = "trustedroots";

    /// <summary>Makes it in <paramref name="folder"/>.</summary>
    /// <param name="installation">The folder of the real <c>dotnet</c>.</param>
    /// <param name="version">The SDK's version.</param>
    /// <param name="folder">Where the links go.</param>
    /// <returns>The <c>dotnet</c> to run.</returns>
    public static string Make(string installation, string version, string folder)
    {
        var host = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        LinkAll(installation, folder, except: [host, "sdk"]);
        File.Copy(Path.Combine(installation, host), Path.Combine(folder, host));

        var (from, to) = (Path.Combine(installation, "sdk", version), Path.Combine(folder, "sdk", version));
        var programs = Directory.EnumerateFiles(from, "*.runtimeconfig.json")
            .Select(file => Path.GetFileName(file).Replace(".runtimeconfig.json", ".dll", StringComparison.Ordinal));
        LinkAll(from, to, except: [Roots, .. programs]);
        foreach (var program in programs.Where(program => File.Exists(Path.Combine(from, program))))
        {
            File.Copy(Path.Combine(from, program), Path.Combine(to, program));
        }

        var authority = TestAuthority.Shared;
        WriteRoots(from, to, "codesignctl.pem", authority.ExportCodeSigningRootsPem());
        WriteRoots(from, to, "timestampctl.pem", authority.ExportTimestampRootsPem());
        return Path.Combine(folder, host);
    }

    private static void LinkAll(string from, string to, IReadOnlyList<string> except)
    {
        _ = Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().Where(entry => !except.Contains(entry.Name)))
        {
            var link = Path.Combine(to, entry.Name);
            _ = entry is DirectoryInfo ? Directory.CreateSymbolicLink(link, entry.FullName) : File.CreateSymbolicLink(link, entry.FullName);
        }
    }

    private static void WriteRoots(string from, string to, string name, string ours)
    {
        _ = Directory.CreateDirectory(Path.Combine(to, Roots));
        File.WriteAllText(Path.Combine(to, Roots, name), File.ReadAllText(Path.Combine(from, Roots, name)) + "\n" + ours);
    }
}
