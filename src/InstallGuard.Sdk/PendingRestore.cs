using System.Collections.Concurrent;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Decisions;
using InstallGuard.Reports;

namespace InstallGuard.Sdk;

/// <summary>A restore between its beginning and its check. Disposed, it takes back what it set in this process.</summary>
internal sealed class PendingRestore : IDisposable
{
    private readonly List<(string Name, string? Before)> _before = [];
    private readonly Lazy<RestoreGraph> _graph;
    private readonly Lazy<GuardEngine> _engine;
    private readonly Lazy<IReadOnlyList<string>?> _references;

    public PendingRestore(string target, GuardSettings settings, RestoreSession session, string graph)
    {
        (Key, Session, LockPath) = (KeyOf(target), session, settings.LockPath);
        _references = new(() => GitReferences.Files(settings) is { } files ? Stamp.Take(files) : null);
        _graph = new(() => RestoreGraph.Parse(graph.Split('\n'), session.GraphPath));
        _engine = new(() => new(
            settings,
            DotNetSdk.Find(name => name == "MSBuildExtensionsPath" ? SdkFolder : Environment.GetEnvironmentVariable(name)),
            TimeProvider.System,
            Warnings.Enqueue));

        // The file system's clock, to be compared with what it says of files.
        BegunAt = File.GetLastWriteTimeUtc(session.GraphPath);
        List<string> now = [], before = [];
        foreach (var (name, value) in session.Variables(settings, GuardedProcess.PluginPath, Environment.GetEnvironmentVariable))
        {
            _before.Add((name, Environment.GetEnvironmentVariable(name)));
            before.Add(SetRestoreVariables.Written(name, _before[^1].Before));
            now.Add(SetRestoreVariables.Written(name, value));
            Environment.SetEnvironmentVariable(name, value);
        }

        (Variables, VariablesBefore) = ([.. now], [.. before]);

        Stamp = new(settings.StampFolder, target, string.Join('\n', [$"{typeof(PendingRestore).Module.ModuleVersionId}", SdkFolder, settings.Subject, graph]));
    }

    // Where the MSBuild lies that is running: its properties are whatever a repository says.
    private static string? SdkFolder => Path.GetDirectoryName(typeof(Microsoft.Build.Framework.ITask).Assembly.Location);

    public string Key { get; }

    public RestoreSession Session { get; }

    /// <summary>The lock that this restore is checked against.</summary>
    public string LockPath { get; }

    public DateTime BegunAt { get; }

    /// <summary>What was set in this process, for <see cref="SetRestoreVariables"/>.</summary>
    public string[] Variables { get; }

    /// <summary>What stood there before.</summary>
    public string[] VariablesBefore { get; }

    public Stamp Stamp { get; }

    /// <summary>What checks this restore.</summary>
    /// <exception cref="DotNetSdkNotFoundException">The SDK that restores is none.</exception>
    public GuardEngine Engine => _engine.Value;

    /// <summary>
    /// What the lock is compared with, as a stamp says it, from before git was asked; null where no stamp can say it.
    /// </summary>
    /// <exception cref="IOException">Git's files cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Git's files may not be read.</exception>
    public IReadOnlyList<string>? References => _references.Value;

    /// <summary>What the engine warns of, until a task can say it.</summary>
    public ConcurrentQueue<string> Warnings { get; } = [];

    /// <summary>What the engines of this process and of the plugin say about the ledger, each thing once.</summary>
    /// <exception cref="InvalidDataException">A plugin died while it was writing.</exception>
    /// <exception cref="IOException">What it wrote cannot be read.</exception>
    public IEnumerable<string> LedgerWarnings => Session.Warned().Concat(Warnings).Distinct(StringComparer.Ordinal);

    /// <summary>Prepares the check while NuGet restores, where it is likely to be made: a project has no assets yet, and other things are not as they were either.</summary>
    /// <exception cref="InvalidDataException">The graph says something else.</exception>
    /// <exception cref="DotNetSdkNotFoundException">The SDK that restores is none.</exception>
    public void PrepareCheck()
    {
        if (!Graph.Projects.All(project => File.Exists(project.AssetsPath)) && !Stamp.CanBecomeCurrent())
        {
            _ = References;
            Engine.Prepare();
        }
    }

    /// <exception cref="InvalidDataException">It says something else.</exception>
    public RestoreGraph Graph => _graph.Value;

    public static string KeyOf(string target) => $"InstallGuard {target}";

    /// <summary>Takes away from builds what was not let through.</summary>
    /// <param name="evenChecked">Also what an earlier check let through, and this restore did not change.</param>
    /// <returns>How many projects it was of.</returns>
    public int TakeAway(bool evenChecked)
    {
        try
        {
            return RestoreOutput.Remove(Graph, evenChecked);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // It stays, and without a mark it is not built.
            return 0;
        }
    }

    /// <summary>Another restore of the same build had failed before: then nobody can tell whether this one does.</summary>
    public bool BeganAfterErrors { get; set; }

    /// <summary>The restore succeeded and is being checked.</summary>
    public bool IsChecked { get; set; }

    public void Dispose()
    {
        if (!IsChecked && _before.Count > 0)
        {
            SayWhatIsUnsaid();
            _ = TakeAway(evenChecked: false);
            TakeAwayOwn();
        }

        foreach (var (name, before) in _before)
        {
            Environment.SetEnvironmentVariable(name, before);
        }

        _before.Clear();
        if (_engine.IsValueCreated)
        {
            _engine.Value.Dispose();
        }
    }

    private void TakeAwayOwn()
    {
        try
        {
            OwnInstallations.Remove(Graph, BegunAt);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine(RestoreMessage.Text(GuardFailure.Of(failed)));
        }
    }

    // The restore failed, so that there is no task left whose log could take it.
    private void SayWhatIsUnsaid()
    {
        try
        {
            foreach (var warning in LedgerWarnings)
            {
                Console.Error.WriteLine($"warning {RuleCatalog.WithoutLedger.Code}: {Visible.Text(warning)}");
            }

            foreach (var text in Session.Unsaid())
            {
                Console.Error.WriteLine($"error {Visible.Lines(text)}");
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            Console.Error.WriteLine(RestoreMessage.Text(GuardFailure.Of(unreadable)));
        }
    }
}
