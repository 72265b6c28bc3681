using InstallGuard.Testing;

namespace InstallGuard.EndToEnd;

/// <summary>The built command line, run as users run it, in a sandbox.</summary>
internal static class Guarded
{
    private static readonly string Repository = FindRepository();

    /// <summary>Lets the sandbox's InstallGuard trust the roots of the test authority.</summary>
    public static async Task<Sandbox> TrustingTestRoots(this Sandbox sandbox)
    {
        var roots = Path.Combine(sandbox.Root, "roots.pem");
        await File.WriteAllTextAsync(roots, TestAuthority.Shared.ExportTrustedRootsPem());
        sandbox.SetVariable("INSTALLGUARD_TRUSTED_ROOTS", roots);
        return sandbox;
    }

    /// <summary>Runs <c>installguard</c> with these arguments in a folder of the sandbox.</summary>
    public static Task<ProcessResult> GuardAsync(this Sandbox sandbox, string folder, params string[] arguments) =>
        sandbox.RunAsync(new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [CommandLine(Installed), .. arguments]) { Folder = folder });

    /// <summary>Where the built command line lies; tests that break it copy it first.</summary>
    public static string Installed => Path.Combine(
        Repository, "src", "InstallGuard.Cli", "bin", Configuration, $"net{Environment.Version.Major}.0");

    /// <summary>The folder with the packed MSBuild SDK and the packed tool.</summary>
    public static string Packed => Path.Combine(Repository, "artifacts", "packages", Configuration);

    /// <summary>The version that they have.</summary>
    public static string PackedVersion { get; } =
        Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Packed, "InstallGuard.Sdk.*.nupkg").Single())["InstallGuard.Sdk.".Length..];

    /// <summary>The packed MSBuild SDK.</summary>
    public static string PackedSdk => Path.Combine(Packed, $"InstallGuard.Sdk.{PackedVersion}.nupkg");

    /// <summary>The folder of a program of the tests.</summary>
    public static string Program(string project) => Path.Combine(
        Repository, "tests", project, "bin", Configuration, $"net{Environment.Version.Major}.0");

    /// <summary>The targets that <c>installguard init</c> writes into every repository.</summary>
    public static string RepositoryTargets => Path.Combine(Repository, "src", "InstallGuard.Cli", "Initializing", "InstallGuard.targets");

    /// <summary>The lock that a project of the sandbox uses.</summary>
    public static string LockOf(string projectPath) => Path.Combine(Path.GetDirectoryName(projectPath)!, "installguard.lock.json");

    /// <summary>The files of one version of a package in the sandbox's packages folder.</summary>
    public static IReadOnlyList<string> Extracted(this Sandbox sandbox, string id, string version) =>
        Sandbox.FilesBelow(Path.Combine(sandbox.Packages, id.ToLowerInvariant(), version.ToLowerInvariant()));

    /// <summary>The entry point of a command line in a folder.</summary>
    public static string CommandLine(string folder) => Path.Combine(folder, "installguard.dll");

    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";

    private static string FindRepository()
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "InstallGuard.sln")))
            {
                return at;
            }
        }

        throw new DirectoryNotFoundException("the tests do not run inside the repository");
    }
}
