namespace InstallGuard.Cli;

/// <summary>The command line in this process, in a folder of its own and with an environment of its own.</summary>
internal sealed class Shell : IDisposable
{
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public Shell()
    {
        Folder = Directory.CreateTempSubdirectory("installguard-cli-").FullName;
        _environment["INSTALLGUARD_LEDGER"] = Path.Combine(Folder, "data", "ledger.db");
        _environment["INSTALLGUARD_LOCK"] = Path.Combine(Folder, "installguard.lock.json");
    }

    public string Folder { get; }

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public string this[string variable]
    {
        set => _environment[variable] = value;
    }

    /// <summary>All that the commands may touch.</summary>
    public Ports Ports => new(_out, _error, null, null, TimeProvider.System, Folder, name => _environment.GetValueOrDefault(name));

    /// <summary>Makes a file, and says where.</summary>
    public string File(string name, params byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Runs a command line and returns its exit code.</summary>
    public async Task<int> RunAsync(params string[] arguments) => (int)await CommandLine.RunAsync(arguments, Ports, SdkOfTheTests.Found);

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
