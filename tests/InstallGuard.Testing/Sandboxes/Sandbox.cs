using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace InstallGuard.Testing;

/// <summary>A folder in which a restore can do what it likes: home, packages, caches and configuration are all its own.</summary>
public sealed class Sandbox : IAsyncDisposable
{
    private const string CertificateFile = "SSL_CERT_FILE";
    private readonly Dictionary<string, string> environment;
    private string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private Sandbox(string root)
    {
        Root = root;
        foreach (var folder in (string[])[Home, Packages, HttpCache, Data, Temp, Work])
        {
            _ = Directory.CreateDirectory(folder);
        }

        environment = SandboxEnvironment.For(this);
    }

    /// <summary>The folder that holds all others.</summary>
    public string Root { get; }

    /// <summary>The user's home.</summary>
    public string Home => Path.Combine(Root, "home");

    /// <summary>The global packages folder.</summary>
    public string Packages => Path.Combine(Root, "packages");

    /// <summary>NuGet's HTTP cache.</summary>
    public string HttpCache => Path.Combine(Root, "http");

    /// <summary>The user's local data (XDG_DATA_HOME).</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>Temporary files.</summary>
    public string Temp => Path.Combine(Root, "temp");

    /// <summary>Where projects, nuget.config and repositories of a test live.</summary>
    public string Work => Path.Combine(Root, "work");

    /// <summary>A new sandbox whose nuget.config names these sources and no others.</summary>
    public static Sandbox Create(params SandboxSource[] sources)
    {
        var sandbox = new Sandbox(Directory.CreateTempSubdirectory("installguard-").FullName);
        sandbox.WriteNuGetConfig(sources);
        return sandbox;
    }

    /// <summary>A new sandbox in which the sources that a fresh user of this SDK gets are in force: tests with it need a network.</summary>
    public static Sandbox CreateWithDefaultSources(params SandboxSource[] sources)
    {
        var sandbox = new Sandbox(Directory.CreateTempSubdirectory("installguard-").FullName);
        sandbox.WriteNuGetConfig(sources, keepDefaultSources: true);
        return sandbox;
    }

    /// <summary>Writes the nuget.config of <see cref="Work"/> anew.</summary>
    /// <param name="sources">The sources, in order.</param>
    /// <param name="keepDefaultSources">Whether the user's own sources stay in force beside them.</param>
    /// <param name="settings">Keys of the config section, such as signatureValidationMode.</param>
    public void WriteNuGetConfig(
        IReadOnlyList<SandboxSource> sources, bool keepDefaultSources = false, params (string Key, string Value)[] settings) =>
        WriteFile("nuget.config", NuGetConfig.Text(sources, keepDefaultSources, settings));

    /// <summary>Writes a project <c>name/name.csproj</c> below <see cref="Work"/> and returns its path.</summary>
    /// <param name="name">The project's name.</param>
    /// <param name="packages">Ids with a version or a range in NuGet's notation.</param>
    public string WriteProject(string name, params (string Id, string Version)[] packages) =>
        WriteFile(Path.Combine(name, $"{name}.csproj"), new XElement("Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
                new XElement("NuGetAudit", "false")),
            new XElement("ItemGroup", packages.Select(package => new XElement("PackageReference",
                new XAttribute("Include", package.Id),
                new XAttribute("Version", package.Version))))).ToString() + "\n");

    /// <summary>Writes a file below <see cref="Work"/>, folders included, and returns its path.</summary>
    public string WriteFile(string path, string text)
    {
        var file = Path.Combine(Work, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Sets a variable for every process of this sandbox that starts from now on; null takes it away.</summary>
    public void SetVariable(string name, string? value)
    {
        _ = environment.Remove(name);
        if (value is not null)
        {
            environment.Add(name, value);
        }
    }

    /// <summary>Lets the sandbox's processes trust https feeds of <see cref="TestAuthority.Transport"/> too (where OpenSSL is in use).</summary>
    public void TrustTransport()
    {
        var already = environment.TryGetValue(CertificateFile, out var file) && File.Exists(file) ? File.ReadAllText(file) : "";
        SetVariable(CertificateFile, WriteFile(Path.Combine("..", "transport.pem"), already + "\n" + TestAuthority.Shared.Transport.ExportPem()));
    }

    /// <summary>
    /// From now on the sandbox's processes find an SDK that trusts the roots of <see cref="TestAuthority.ExportTrustedRootsPem"/>:
    /// NuGet then verifies test packages as it verifies real ones. It needs a system that lets everybody make symbolic links.
    /// </summary>
    public async Task TrustTestRootsAsync()
    {
        var version = (await DotNetAsync("--version")).Output.Trim();
        var installation = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        dotnet = TrustingSdk.Make(installation, version, Path.Combine(Root, "dotnet"));

        var folder = Path.GetDirectoryName(dotnet)!;
        SetVariable("DOTNET_ROOT", folder);
        SetVariable("PATH", folder + Path.PathSeparator + environment.GetValueOrDefault("PATH"));
    }

    /// <summary>Runs the SDK that runs this process, in <see cref="Work"/>.</summary>
    public Task<ProcessResult> DotNetAsync(params string[] arguments) => DotNetAsync(arguments, folder: null);

    /// <summary>Runs the SDK that runs this process.</summary>
    /// <param name="arguments">The arguments of <c>dotnet</c>.</param>
    /// <param name="folder">Where; <see cref="Work"/> unless given.</param>
    /// <param name="variables">Variables for this process alone; null takes one away.</param>
    /// <param name="cancel">Kills it and all its children.</param>
    public Task<ProcessResult> DotNetAsync(
        IReadOnlyList<string> arguments,
        string? folder,
        IReadOnlyDictionary<string, string?>? variables = null,
        CancellationToken cancel = default) =>
        RunAsync(
            new(dotnet, arguments)
            {
                Folder = folder,
                Environment = variables ?? new Dictionary<string, string?>(),
            },
            cancel);

    /// <summary>Runs any executable with the sandbox's environment.</summary>
    /// <exception cref="TimeoutException">It missed its deadline and was killed.</exception>
    public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancel = default)
    {
        var variables = new Dictionary<string, string>(environment, StringComparer.Ordinal);
        foreach (var (name, value) in request.Environment)
        {
            _ = variables.Remove(name);
            if (value is not null)
            {
                variables.Add(name, value);
            }
        }

        return ChildProcess.RunAsync(request, request.Folder ?? Work, variables, cancel);
    }

    /// <summary>All files below a folder, as sorted paths relative to it with forward slashes; none if the folder is not there.</summary>
    public static IReadOnlyList<string> FilesBelow(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process that is just ending may still add or remove a file: the system's own cleaning gets the rest.
        }

        return ValueTask.CompletedTask;
    }
}
