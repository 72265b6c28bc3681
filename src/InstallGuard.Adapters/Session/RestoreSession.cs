using InstallGuard.Adapters.Workspace;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Session;

/// <summary>One guarded restore: the folder that host and plugin share while it runs, and the variables that connect them.</summary>
public sealed class RestoreSession : IDisposable
{
    /// <summary>The file in the session's folder that says what is restored, written before the restore begins.</summary>
    public const string GraphName = "restore-graph.txt";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("installguard-");
    private IReadOnlyDictionary<string, int>? _mark;
    private IReadOnlyDictionary<string, int>? _read;

    /// <summary>Begins a session.</summary>
    public RestoreSession() => BegunAt = _folder.LastWriteTimeUtc;

    /// <summary>When it began, by the file system's clock: to be compared with what it says of files.</summary>
    public DateTime BegunAt { get; }

    /// <summary>Where the restore's graph is written to.</summary>
    public string GraphPath => Path.Combine(_folder.FullName, GraphName);

    /// <summary>Where NuGet's own form of the graph is written to, for those that ask for it.</summary>
    public string NuGetGraphPath => Path.Combine(_folder.FullName, "restore-graph.json");

    /// <summary>What the plugins of this restore wrote down.</summary>
    /// <exception cref="InvalidDataException">A plugin died while it was writing.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IReadOnlyList<JournalEntry> Journal()
    {
        (var entries, _read) = Session.Journal.ReadOn(_folder.FullName, _mark);
        return entries;
    }

    /// <summary>The sources that the client has asked any plugin of this session about. It asks once in a process.</summary>
    /// <exception cref="InvalidDataException">A plugin died while it was writing.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IReadOnlySet<string> AskedAbout() =>
        Session.Journal.Read(_folder.FullName).Where(entry => entry.Event == JournalEntry.Asked).Select(entry => entry.Source ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the plugin had to say and the client never listened to, since it asked for nothing that it can log about.</summary>
    /// <exception cref="InvalidDataException">A plugin died while it was writing.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IReadOnlyList<string> Unsaid()
    {
        var journal = Journal();
        return journal.Any(entry => entry.Event == JournalEntry.Said)
            ? []
            : [.. journal.Where(entry => entry.Event == JournalEntry.Waiting).Select(entry => entry.Text ?? "").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What the plugins of this restore have to say about their ledger.</summary>
    /// <exception cref="InvalidDataException">A plugin died while it was writing.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IEnumerable<string> Warned() =>
        Journal().Where(entry => entry.Event == JournalEntry.Warned).Select(entry => entry.Text ?? "").Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Another restore of the same process begins: from here on the journal is about that one, and about what nobody has read
    /// of the one before. A plugin may still be at work when a restore ends.
    /// </summary>
    public void BeginAnother() => _mark = _read;

    /// <summary>The packages that the plugins of this restore installed.</summary>
    /// <exception cref="InvalidDataException">A plugin died while it was writing, or wrote something else.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IReadOnlyList<ResolvedPackage> Installed() =>
        [.. Journal().Where(entry => entry.Event == JournalEntry.Installed).Select(entry =>
            entry is { Package: { } package, Folder: { } folder } && package.Split(' ') is [var id, var version]
            && PackageId.TryParse(id, out var parsedId) && PackageVersion.TryParse(version, out var parsedVersion)
                ? ResolvedPackage.In([folder], new(parsedId, parsedVersion))
                : throw new InvalidDataException("the plugin's journal names a package that cannot be one"))];

    /// <summary>What the restore is about; null when nothing was written down.</summary>
    /// <exception cref="InvalidDataException">What was written down is something else.</exception>
    public RestoreGraph? Graph() => GraphIn(_folder.FullName);

    /// <summary>How many bytes of it are written down by now: each target of a run adds its own.</summary>
    public long GraphLength => new FileInfo(Path.Combine(_folder.FullName, GraphName)) is { Exists: true, Length: var length } ? length : 0;

    /// <summary>What the restore of a session is about, for the plugin; null without a session or a graph.</summary>
    /// <exception cref="InvalidDataException">What was written down is something else.</exception>
    public static RestoreGraph? GraphIn(string? sessionFolder) =>
        sessionFolder is not null && Path.Combine(sessionFolder, GraphName) is var path && File.Exists(path)
            ? RestoreGraph.Read(path)
            : null;

    /// <summary>The environment of the restoring process; null takes a variable away.</summary>
    /// <param name="settings">What the plugin is told.</param>
    /// <param name="plugin">The plugin.</param>
    /// <param name="environment">Reads the environment that we were started in.</param>
    /// <exception cref="IOException">The plugin lies where it cannot be started from, and cannot be copied.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public IReadOnlyDictionary<string, string?> Variables(GuardSettings settings, string plugin, Func<string, string?> environment) =>
        new Dictionary<string, string?>(CredentialPlugins.Beside(Nameable(plugin), environment), StringComparer.Ordinal)
        {
            // The client remembers for a month what a plugin claimed. A folder of our own starts with an empty memory.
            ["NUGET_PLUGINS_CACHE_PATH"] = Path.Combine(_folder.FullName, "claims"),
            [SessionVariables.Session] = _folder.FullName,
            [SessionVariables.LockFile] = settings.LockPath,
            [SessionVariables.Ledger] = settings.LedgerPath,
            [SessionVariables.TrustedRoots] = string.Join(Path.PathSeparator, settings.TrustedRoots),
            [SessionVariables.Locked] = settings.Policy.Locked ? "true" : "false",
            [SessionVariables.LockedBy] = settings.Policy.Reason?.By.ToString(),
            [SessionVariables.NoHttpCache] = settings.NoHttpCache ? "true" : "false",
        };

    // NuGet takes a path that has the separator of such lists in it for two, and so does the runtime that looks for assemblies
    // beside the plugin: from such a packages folder it has to be carried away. A link would lead back there.
    private string Nameable(string plugin)
    {
        if (!plugin.Contains(Path.PathSeparator, StringComparison.Ordinal))
        {
            return plugin;
        }

        var (from, to) = (Path.GetDirectoryName(plugin)!, Path.Combine(_folder.FullName, "plugin"));
        string[] native = [Path.Combine(from, "runtimes"), Path.Combine(Path.GetDirectoryName(from)!, "runtimes")];
        var files = Directory.EnumerateFiles(from).Select(file => (File: file, Root: from))
            .Concat(native.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => (file, Path.GetDirectoryName(folder)!))));
        foreach (var (file, root) in files)
        {
            var copy = Path.Combine(to, Path.GetRelativePath(root, file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (!File.Exists(copy))
            {
                File.Copy(file, copy);
            }
        }

        return Path.Combine(to, Path.GetFileName(plugin));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A plugin that is still closing its journal. The folder is a temporary one.
        }
    }
}
